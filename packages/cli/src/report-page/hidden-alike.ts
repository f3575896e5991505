import type { ReportRequest } from './report-request.ts';

type Study = Pick<ReportRequest, 'teams' | 'change' | 'drivers'>;

/**
 * Hides in the figures of teams and in those of their change, scale by scale, every team that one of the two hides: each
 * hides some large team to protect a small one, and if these were different teams, the small one would follow.
 */
export function hiddenAlike(study: Study): Study {
  const { teams, change } = study;
  if (teams === undefined || change === undefined) return study;
  const hidden = new Map<string, Map<string, string>>();
  const note = (
    scale: string,
    row: { readonly team: string; readonly status: string; readonly reason?: string },
  ): void => {
    if (row.status !== 'suppressed') return;
    const known = hidden.get(scale) ?? new Map<string, string>();
    hidden.set(scale, known.set(row.team, row.reason ?? ''));
  };
  for (const { id, rows } of teams.scales) for (const row of rows) note(id, row);
  for (const scale of change.scales) for (const row of scale.teams?.rows ?? []) note(scale.id, row);
  const alike = <Row extends { readonly team: string }>(scale: string, rows: readonly Row[]) =>
    rows.map((row) => {
      const reason = hidden.get(scale)?.get(row.team);
      return reason === undefined ? row : { team: row.team, status: 'suppressed' as const, reason };
    });
  return {
    ...study,
    teams: { ...teams, scales: teams.scales.map((scale) => ({ ...scale, rows: alike(scale.id, scale.rows) })) },
    change: {
      ...change,
      scales: change.scales.map((scale) => ({
        ...scale,
        teams: scale.teams === null ? null : { ...scale.teams, rows: alike(scale.id, scale.teams.rows) },
      })),
    },
  };
}
