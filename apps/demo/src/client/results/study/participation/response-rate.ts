import type { Participation, Shown } from '../../../api/results.ts';

/** Share of those asked who answered; null where it is not shown, or where nobody knows how many were asked. */
export function responseRate(responses: Shown<number>, expected: number | null): number | null {
  if (responses.status === 'suppressed' || expected === null || expected <= 0) return null;
  // more may answer an open link than were expected
  return responses.status === 'no-data' ? 0 : Math.min(1, responses.value / expected);
}

export type ParticipationRow = Participation['teams'][number];
