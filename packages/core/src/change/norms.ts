import { answersIn, type CategoryCounts } from '../items/index.ts';
import { refuseLevel } from './effect-size.ts';
import { type MeanDifference, tTest } from './t-test.ts';
import { welchDf } from './welch-df.ts';

/**
 * Percentile rank of a score among those of the own organisation: the share below it, those with the same score counting
 * half, in percent.
 *
 * @param scores counts of the organisation's scores
 * @returns NaN without scores, and for a score that is NaN
 * @see agrees with R `100 * (mean(x < score) + mean(x == score) / 2)`
 * @example percentileRank(categoryCountsOf([1, 2, 2, 4]), 2) // 50
 */
export function percentileRank(scores: CategoryCounts, score: number): number {
  const below = scores.codes.reduce(
    (sum, code, i) => sum + (code < score ? 1 : code === score ? 0.5 : 0) * scores.counts[i]!,
    0,
  );
  return Number.isNaN(score) ? NaN : (100 * below) / answersIn(scores);
}

/** Mean and spread of an external group, with where they come from. */
export interface ExternalNorm {
  readonly mean: number;
  readonly sd: number;
  /** persons behind it */
  readonly n: number;
  /** author, year, DOI, and whom it describes */
  readonly source: string;
}

/** A group beside an external norm. */
export interface NormComparison {
  /** group less norm, with Welch's interval: the norm is an estimate too */
  readonly difference: MeanDifference;
  /** in standard deviations of the norm (Glass's delta) */
  readonly delta: number;
  readonly source: string;
}

/**
 * Compares a group's mean with an external norm.
 *
 * @param sample the group
 * @param norm with its source, which is carried along
 * @param level coverage, default 0.95
 * @returns NaN where the group has fewer than two persons
 * @throws RangeError for a norm without a source, whose sd is not positive or whose n is below 2, or a level outside 0 to 1
 * @see Welch (1947), doi:10.1093/biomet/34.1-2.28
 * @example compareWithNorm({ n: 20, mean: 3.1, sd: 0.8 }, { mean: 2.8, sd: 0.9, n: 500, source: 'made up' }).delta // 0.333
 */
export function compareWithNorm(
  sample: { readonly n: number; readonly mean: number; readonly sd: number },
  norm: ExternalNorm,
  level = 0.95,
): NormComparison {
  refuseLevel(level);
  if (!(norm.sd > 0)) throw new RangeError(`Unexpected standard deviation of the norm: ${norm.sd}.`);
  if (!(norm.n >= 2)) throw new RangeError(`Unexpected number of persons behind the norm: ${norm.n}.`);
  // a norm that nobody can look up is a number out of the air
  if (norm.source.trim() === '') throw new RangeError(`Unexpected source of the norm: ${JSON.stringify(norm.source)}.`);
  const [v1, v2] = [sample.sd ** 2 / sample.n, norm.sd ** 2 / norm.n];
  const df = welchDf(v1, sample.n - 1, v2, norm.n - 1);
  const value = sample.mean - norm.mean;
  return {
    difference: tTest(value, Math.sqrt(v1 + v2), df, level),
    delta: value / norm.sd,
    source: norm.source,
  };
}

/**
 * A change beside the one that was to be expected anyway, such as the drift of all other teams or a seasonal swing.
 *
 * @param difference the change of the group
 * @param drift expected change, and its standard error and degrees of freedom where it is itself estimated; teams that the
 *   drift was estimated from must not be this one
 * @param level coverage, default 0.95
 * @returns the change beyond the drift
 * @throws RangeError for a level outside 0 to 1
 * @see Satterthwaite (1946), doi:10.2307/3002019 (degrees of freedom of the sum)
 * @example changeBeyondDrift({ value: 0.5, standardError: 0.2, df: 20 }, { value: 0.1 }).value // 0.4
 */
export function changeBeyondDrift(
  difference: Pick<MeanDifference, 'value' | 'standardError' | 'df'>,
  drift: { readonly value: number; readonly standardError?: number; readonly df?: number },
  level = 0.95,
): MeanDifference {
  refuseLevel(level);
  const [v1, v2] = [difference.standardError ** 2, (drift.standardError ?? 0) ** 2];
  const df = welchDf(v1, difference.df, v2, drift.df ?? Infinity);
  return tTest(difference.value - drift.value, Math.sqrt(v1 + v2), df, level);
}
