import { request } from './request.ts';
import type { TeamReport } from './results.ts';

export type { MeanFigure, Shown, TeamReport, WaveDifference } from './results.ts';

/** What a team talks about after a wave; by default after the newest one. */
export function fetchTeamReport(
  study: string,
  team: string,
  wave: number | null,
  signal: AbortSignal,
): Promise<TeamReport> {
  const query = wave === null ? '' : `?wave=${wave}`;
  const path = `/studies/${encodeURIComponent(study)}/teams/${encodeURIComponent(team)}/report${query}`;
  return request('GET', path, { signal });
}
