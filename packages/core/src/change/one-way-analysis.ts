import { fCdf, studentizedRangeCdf, studentizedRangeQuantile } from '../distributions/index.ts';
import type { Moments } from '../moments/moments.ts';
import { refuseLevel } from './effect-size.ts';
import { type Sample, sampleOf } from './sample-of.ts';
import { welchDf } from './welch-df.ts';

/** An F test. */
export interface FTest {
  readonly f: number;
  readonly df1: number;
  readonly df2: number;
  readonly p: number;
}

/** Whether the means of several groups differ. */
export interface OneWayAnalysis {
  readonly groups: readonly Sample[];
  /** one variance for all groups */
  readonly anova: FTest;
  /** variances may differ */
  readonly welch: FTest;
  /** share of variance between groups, omega squared from `anova`; not below 0 */
  readonly omegaSquared: number;
  /** every pair, by Games and Howell: variances and sizes may differ */
  readonly pairs: readonly PairDifference[];
}

export interface PairDifference {
  /** places of the two groups */
  readonly first: number;
  readonly second: number;
  /** mean of the second less mean of the first, with an interval that holds for all pairs together */
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
  /** |difference| over its standard error, and Welch's degrees of freedom */
  readonly t: number;
  readonly df: number;
  /** adjusted for all pairs */
  readonly p: number;
}

/**
 * Comparison of the means of several groups or waves of different people: analysis of variance, Welch's version for unequal
 * variances, and Games and Howell's comparison of every pair. Take Welch's unless groups are of one size.
 *
 * @param groups moments of each group; empty ones do not count, and their pairs have no figure
 * @param variable place of the figure, default 0
 * @param level coverage of the intervals of all pairs together, default 0.95
 * @returns NaN for fewer than two groups; in Welch's test where a group has fewer than two persons or does not vary, in a
 *   pair where one of the two has fewer than two or neither varies, and everywhere where nobody varies
 * @throws RangeError for a place without a variable, or a level outside 0 to 1
 * @see Welch (1951), doi:10.1093/biomet/38.3-4.330; Games & Howell (1976), doi:10.3102/10769986001002113; agrees with R
 *   `oneway.test(var.equal = TRUE)`, `oneway.test` and `rstatix::games_howell_test`
 * @example oneWayAnalysis([momentsOf([[1], [2], [3]]), momentsOf([[2], [4], [3]])]).anova.f // 1.5
 */
export function oneWayAnalysis(groups: readonly Moments[], variable = 0, level = 0.95): OneWayAnalysis {
  refuseLevel(level);
  const samples = groups.map((group) => sampleOf(group, variable));
  const filled = samples.filter((sample) => sample.n > 0);
  const k = filled.length;
  const n = filled.reduce((sum, sample) => sum + sample.n, 0);
  const mean = filled.reduce((sum, sample) => sum + (sample.n * sample.mean) / n, 0);
  const between = filled.reduce((sum, sample) => sum + sample.n * (sample.mean - mean) ** 2, 0);
  const within = filled.reduce((sum, sample) => sum + (sample.n > 1 ? (sample.n - 1) * sample.sd ** 2 : 0), 0);
  const error = within / (n - k);
  return {
    groups: samples,
    anova: test(between / (k - 1) / error, k - 1, n - k),
    welch: welchTest(filled),
    omegaSquared: Math.max(0, (between - (k - 1) * error) / (between + within + error)),
    pairs: samples.flatMap((first, i) =>
      samples.slice(i + 1).map((second, j) => gamesHowell(first, second, i, i + 1 + j, k, level)),
    ),
  };
}

function test(f: number, df1: number, df2: number): FTest {
  const usable = df1 > 0 && df2 > 0 && Number.isFinite(f);
  return { f: usable ? f : NaN, df1, df2, p: usable ? fCdf(f, df1, df2, 'upper') : NaN };
}

function welchTest(samples: readonly Sample[]): FTest {
  const k = samples.length;
  const weights = samples.map(({ n, sd }) => n / sd ** 2);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const mean = samples.reduce((total, sample, i) => total + (weights[i]! * sample.mean) / sum, 0);
  const lack = samples.reduce((total, { n }, i) => total + (1 - weights[i]! / sum) ** 2 / (n - 1), 0) / (k * k - 1);
  const f =
    samples.reduce((total, sample, i) => total + weights[i]! * (sample.mean - mean) ** 2, 0) /
    (k - 1) /
    (1 + 2 * (k - 2) * lack);
  return test(f, k - 1, 1 / (3 * lack));
}

function gamesHowell(a: Sample, b: Sample, first: number, second: number, k: number, level: number): PairDifference {
  const [va, vb] = [a.sd ** 2 / a.n, b.sd ** 2 / b.n];
  const value = b.mean - a.mean;
  const error = Math.sqrt(va + vb);
  const df = welchDf(va, a.n - 1, vb, b.n - 1);
  const usable = error > 0 && df > 0;
  const t = usable ? Math.abs(value) / error : NaN;
  // the range is in standard errors of one mean
  const half = usable ? (studentizedRangeQuantile(1 - level, k, df) * error) / Math.SQRT2 : NaN;
  const p = usable ? studentizedRangeCdf(t * Math.SQRT2, k, df, 'upper') : NaN;
  return { first, second, value, lower: value - half, upper: value + half, t, df, p };
}
