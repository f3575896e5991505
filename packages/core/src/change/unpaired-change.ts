import type { Moments } from '../moments/moments.ts';
import { type ChangeFigure, hedgesCorrection, noncentralInterval, refuseLevel, scaled } from './effect-size.ts';
import { type Sample, sampleOf } from './sample-of.ts';
import { type MeanDifference, tTest } from './t-test.ts';
import { welchDf } from './welch-df.ts';

/** Change of a team whose people are other ones, or are not linked; also the difference of two groups. */
export interface UnpairedChange {
  readonly design: 'other-people';
  readonly before: Sample;
  readonly after: Sample;
  /** after less before, with Welch's interval and test */
  readonly difference: MeanDifference;
  /** in the pooled standard deviation, divisor n1 + n2 - 2 (Cohen's d) */
  readonly d: ChangeFigure;
  /** `d` with Hedges' correction */
  readonly g: ChangeFigure;
  /** in the root of the mean variance */
  readonly dav: ChangeFigure;
}

/**
 * Difference of two waves or groups of different people. Where the same people are in both and are not linked, the interval
 * is too wide for them: it does not know that they are the same.
 *
 * The difference has Welch's interval, for variances may differ. The intervals of d and dav come from the noncentral t
 * distribution: d's assumes one variance, dav's takes Welch's t and degrees of freedom. g is d and its bounds times the
 * correction.
 *
 * @param before moments of the first wave or group
 * @param after moments of the second
 * @param variable place of the figure in both, default 0
 * @param level coverage of the intervals, default 0.95
 * @returns NaN where a group has fewer than two persons, or nobody varies
 * @throws RangeError for a place without a variable, or a level outside 0 to 1
 * @see Welch (1947), doi:10.1093/biomet/34.1-2.28; Hedges (1981), doi:10.3102/10769986006002107; agrees with R `t.test`,
 *   `effectsize::cohens_d` (with `pooled_sd = FALSE` for dav) and `hedges_g`
 * @example unpairedChange(momentsOf([[3], [2], [4]]), momentsOf([[4], [5], [4]])).difference.value // 1.333
 */
export function unpairedChange(before: Moments, after: Moments, variable = 0, level = 0.95): UnpairedChange {
  refuseLevel(level);
  const [first, second] = [sampleOf(before, variable), sampleOf(after, variable)];
  const [v1, v2] = [first.sd ** 2 / first.n, second.sd ** 2 / second.n];
  const df = welchDf(v1, first.n - 1, v2, second.n - 1);
  const value = second.mean - first.mean;
  const error = Math.sqrt(v1 + v2);
  const average = Math.sqrt((first.sd ** 2 + second.sd ** 2) / 2);
  const pooledDf = first.n + second.n - 2;
  const pooled = Math.sqrt(((first.n - 1) * first.sd ** 2 + (second.n - 1) * second.sd ** 2) / pooledDf);
  const scale = 1 / Math.sqrt(1 / first.n + 1 / second.n);
  const d = noncentralInterval(pooled > 0 ? value / pooled : NaN, scale, pooledDf, level);
  return {
    design: 'other-people',
    before: first,
    after: second,
    difference: tTest(value, error, df, level),
    d,
    g: scaled(d, hedgesCorrection(pooledDf)),
    dav: noncentralInterval(average > 0 ? value / average : NaN, average / error, df, level),
  };
}
