import { type Moments, mergeMoments, momentsOfColumns } from '../moments/index.ts';
import type { NoScoreReason, ScaleScores } from '../scoring/index.ts';
import type { ScoreCounts, ScoreSummary } from './score-summary.ts';

/** Numbers in short, in a form that can be added to: NaN is passed over. */
export interface ValueTally {
  readonly moments: Moments<'listwise'>;
  readonly min: number;
  readonly max: number;
}

/** What is to be said of the scores of one scale, in a form that can be added to: chunks of a file, teams, waves. */
export interface ScoreTally extends ScoreCounts {
  readonly scale: string;
  /** respondents, with a score or without */
  readonly rows: number;
  readonly values: ValueTally;
}

/** Takes the tally of numbers. @example valueTally([1, 3, NaN]).moments.n // 2 */
export function valueTally(values: Float64Array): ValueTally {
  const present = values.filter((value) => !Number.isNaN(value));
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (const value of present) {
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return { moments: momentsOfColumns([present]), min, max };
}

/** The tally of no numbers at all: the neutral element of `mergeValueTallies`. */
export const emptyValueTally = (): ValueTally => valueTally(new Float64Array(0));

/** The tally of two sets of numbers together. */
export function mergeValueTallies(a: ValueTally, b: ValueTally): ValueTally {
  return { moments: mergeMoments(a.moments, b.moments), min: Math.min(a.min, b.min), max: Math.max(a.max, b.max) };
}

/** Takes the tally of the scores of one scale. */
export function scoreTally({ scale, values, outcome }: ScaleScores): ScoreTally {
  const notScored = new Map<NoScoreReason, number>();
  let prorated = 0;
  for (let row = 0; row < values.length; row++) {
    const { reason, prorated: isProrated } = outcome(row);
    if (isProrated) prorated++;
    if (reason !== null) notScored.set(reason, (notScored.get(reason) ?? 0) + 1);
  }
  return { scale, rows: values.length, values: valueTally(values), prorated, notScored };
}

/**
 * The tally of both groups of respondents together: the same as that of all of them, but for rounding.
 *
 * @throws RangeError for tallies of different scales
 */
export function mergeScoreTallies(a: ScoreTally, b: ScoreTally): ScoreTally {
  if (a.scale !== b.scale) throw new RangeError(`Unexpected scale: ${b.scale}, expected ${a.scale}.`);
  const notScored = new Map(a.notScored);
  for (const [reason, count] of b.notScored) notScored.set(reason, (notScored.get(reason) ?? 0) + count);
  return {
    scale: a.scale,
    rows: a.rows + b.rows,
    values: mergeValueTallies(a.values, b.values),
    prorated: a.prorated + b.prorated,
    notScored,
  };
}

/** The summary that a tally of numbers amounts to. */
export function summaryOfTally(id: string, { moments: { n, means, comoments }, min, max }: ValueTally): ScoreSummary {
  if (n === 0) return { id, n, mean: null, sd: null, min: null, max: null };
  return { id, n, mean: means[0]!, sd: n < 2 ? null : Math.sqrt(comoments[0]! / (n - 1)), min, max };
}
