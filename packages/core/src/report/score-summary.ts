import { momentsOfColumns } from '../moments/index.ts';
import type { NoScoreReason, ScaleScores } from '../scoring/index.ts';

/** The scores of one scale in short. `sd` has divisor n - 1; null stands for a figure that does not exist. */
export interface ScoreSummary {
  readonly id: string;
  /** respondents with a score */
  readonly n: number;
  readonly mean: number | null;
  readonly sd: number | null;
  readonly min: number | null;
  readonly max: number | null;
}

/** How many have no score for which reason, and how many scores were prorated. */
export interface ScoreCounts {
  readonly prorated: number;
  readonly notScored: ReadonlyMap<NoScoreReason, number>;
}

/** Describes the scores of one scale; the figures come from those that exist, NaN is passed over. */
export function scoreSummary({ scale, values }: Pick<ScaleScores, 'scale' | 'values'>): ScoreSummary {
  const present = values.filter((value) => !Number.isNaN(value));
  const n = present.length;
  const { means, comoments } = momentsOfColumns([present]);
  if (n === 0) return { id: scale, n, mean: null, sd: null, min: null, max: null };
  let min = present[0]!;
  let max = min;
  for (const value of present) {
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return { id: scale, n, mean: means[0]!, sd: n < 2 ? null : Math.sqrt(comoments[0]! / (n - 1)), min, max };
}

/** Counts what the receipts say about scores that are missing or prorated. */
export function scoreCounts({ values, receipt }: ScaleScores): ScoreCounts {
  const notScored = new Map<NoScoreReason, number>();
  let prorated = 0;
  for (let row = 0; row < values.length; row++) {
    const { reason, prorated: isProrated } = receipt(row);
    if (isProrated) prorated++;
    if (reason !== null) notScored.set(reason, (notScored.get(reason) ?? 0) + 1);
  }
  return { prorated, notScored };
}
