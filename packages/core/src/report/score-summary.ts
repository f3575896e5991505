import type { NoScoreReason, ScaleScores } from '../scoring/index.ts';
import { scoreTally, summaryOfTally, valueTally } from './score-tally.ts';

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
  return summaryOfTally(scale, valueTally(values));
}

/** Counts the scores that are missing or prorated. */
export function scoreCounts(scores: ScaleScores): ScoreCounts {
  const { prorated, notScored } = scoreTally(scores);
  return { prorated, notScored };
}
