import { correlationsOf } from '../moments/correlations-of.ts';
import { type Moments, packedIndex } from '../moments/moments.ts';
import { fisherInterval } from './fisher-interval.ts';
import { type IntraclassCorrelation, intraclassCorrelations } from './intraclass-correlations.ts';
import { twoWayMeanSquaresOf } from './two-way-mean-squares.ts';

export interface TestRetestResult {
  /** persons measured twice */
  readonly n: number;
  /** Pearson's correlation of the two occasions, with Fisher's interval: blind to a shift or a change of spread */
  readonly r: number;
  readonly lower: number;
  readonly upper: number;
  /** ICC(2,1): do persons get the same score? A shift of everybody lowers it */
  readonly agreement: IntraclassCorrelation;
  /** ICC(3,1): do persons keep their distances? A shift of everybody does not matter, a change of spread does */
  readonly consistency: IntraclassCorrelation;
}

/**
 * Test-retest reliability of a score: the correlation of two occasions and the two intraclass correlations.
 *
 * Assumes that nobody truly changed in between. To judge whether one person's change is beyond error, see `blandAltman`.
 *
 * @param moments moments of the score on two occasions, over persons present at both (two variables, listwise)
 * @param level coverage aimed at, default 0.95
 * @returns NaN where a figure does not exist: fewer than two persons (four for the interval of r), an occasion that does
 *   not vary (for r), no variation at all (for the intraclass correlations)
 * @throws RangeError unless there are two variables and 0 < level < 1
 * @see Koo & Li (2016), doi:10.1016/j.jcm.2016.02.012; agrees with R `cor.test(x, y)` and `psych::ICC(lmer = FALSE)`
 * @example testRetest(momentsOf([[10, 11], [14, 13], [9, 9], [16, 17]])).r // 0.9599
 */
export function testRetest(moments: Moments<'listwise'>, level = 0.95): TestRetestResult {
  if (moments.means.length !== 2) {
    throw new RangeError(`Unexpected number of variables: ${moments.means.length}, expected 2.`);
  }
  const { icc2, icc3 } = intraclassCorrelations(twoWayMeanSquaresOf(moments), level);
  const r = moments.n < 2 ? NaN : correlationsOf(moments)[packedIndex(0, 1)]!;
  return { n: moments.n, r, ...fisherInterval(r, moments.n, level), agreement: icc2, consistency: icc3 };
}
