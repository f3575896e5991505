import { type CategoryCounts, type ItemTally, MISSING_REASONS } from '@peerscale/core';
import type { CellMarks } from './cell-marks.ts';

/** The answers to an item and the reasons for missing, told apart. */
export function itemTallyOfCounts({ codes, counts }: CategoryCounts, { reasons }: CellMarks): ItemTally {
  const isAnswer = codes.map((code) => (reasons.includes(code) ? 0 : 1));
  const byReason = MISSING_REASONS.map((_, r) => counts[codes.indexOf(reasons[r]!)] ?? 0);
  return {
    counts: {
      codes: codes.filter((_, i) => isAnswer[i] === 1),
      counts: counts.filter((_, i) => isAnswer[i] === 1),
      missing: byReason.reduce((sum, count) => sum + count, 0),
    },
    byReason,
  };
}
