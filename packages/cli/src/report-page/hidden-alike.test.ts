import type { ChangeReport, TeamAgreementReport } from '@peerscale/core';
import { expect, test } from 'vitest';
import { hiddenAlike } from './hidden-alike.ts';

type Row = { readonly team: string; readonly status: 'shown' | 'suppressed'; readonly reason?: string };
const shown = (team: string): Row => ({ team, status: 'shown' });
const hidden = (team: string): Row => ({ team, status: 'suppressed', reason: 'why' });

/** Only what is looked at: the rows of one scale in each report. */
const study = (teams: readonly Row[], change: readonly Row[]) => ({
  teams: { scales: [{ id: 'rest', rows: teams }] } as unknown as TeamAgreementReport,
  change: { scales: [{ id: 'rest', teams: { basis: 'everybody', rows: change } }] } as unknown as ChangeReport,
});
const statusOf = ({ teams, change }: ReturnType<typeof hiddenAlike>) => [
  teams!.scales[0]!.rows.map(({ status }) => status),
  change!.scales[0]!.teams!.rows.map(({ status }) => status),
];

test('a team that one of them hides is hidden in both', () => {
  const alike = hiddenAlike(
    study([hidden('a'), hidden('b'), shown('c'), shown('d')], [hidden('a'), shown('b'), hidden('c'), shown('d')]),
  );
  const expected = ['suppressed', 'suppressed', 'suppressed', 'shown'];
  expect(statusOf(alike)).toEqual([expected, expected]);
  expect(alike.teams!.scales[0]!.rows[2]).toEqual({ team: 'c', status: 'suppressed', reason: 'why' });
});

test('one report alone stays as it is', () => {
  const { teams } = study([shown('a')], []);
  expect(hiddenAlike({ teams })).toEqual({ teams });
});
