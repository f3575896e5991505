import { type Moments, packedIndex } from '../moments/moments.ts';
import { meanDifference } from './mean-difference.ts';

/** The analysis of variance of n subjects, each rated once by the same k raters (or on k occasions). */
export interface TwoWayMeanSquares {
  readonly n: number;
  readonly k: number;
  /** between subjects, n - 1 degrees of freedom */
  readonly subjects: number;
  /** between raters, k - 1 degrees of freedom */
  readonly raters: number;
  /** what neither explains, (n - 1)(k - 1) degrees of freedom */
  readonly residual: number;
}

// of all variation within raters: less than this is what rounding leaves where there is none
const ROUNDING = 1e-14;

/**
 * The mean squares of complete ratings, from the moments of the raters (subjects are the rows, raters the variables):
 *
 *   SS subjects = 1'C1 / k,   SS residual = tr(C) - 1'C1 / k,   SS raters = n sum((mean_j - mean)^2)
 *
 * C being the co-moments. From a matrix of ratings: `twoWayMeanSquaresOf(momentsOf(rows))`. Sums of squares below 1e-14
 * of the variation within raters are taken for 0, which they are but for rounding.
 *
 * @returns mean squares NaN for fewer than two subjects or raters, and for values whose squares overflow
 * @see Shrout & Fleiss (1979), doi:10.1037/0033-2909.86.2.420; agrees with R `aov(values ~ subject + rater)`
 * @example twoWayMeanSquaresOf(momentsOf([[1, 2], [2, 4], [3, 3]])) // { n: 3, k: 2, subjects: 1.5, raters: 1.5, residual: 0.5 }
 */
export function twoWayMeanSquaresOf(moments: Moments<'listwise'>): TwoWayMeanSquares {
  const { n, means, comoments } = moments;
  const k = means.length;
  if (n < 2 || k < 2) return { n, k, subjects: NaN, raters: NaN, residual: NaN };
  let trace = 0;
  let together = 0; // 1'C1
  let apart = 0; // sum over pairs of raters of the squared differences of their deviations: k times SS residual
  let gaps = 0; // sum over pairs of raters of their squared mean differences: k times sum((mean_j - mean)^2)
  for (let i = 0; i < k; i++) {
    const own = comoments[packedIndex(i, i)]!;
    trace += own;
    together += own;
    for (let j = 0; j < i; j++) {
      const shared = comoments[packedIndex(i, j)]!;
      together += 2 * shared;
      apart += own + comoments[packedIndex(j, j)]! - 2 * shared;
      gaps += meanDifference(moments, i, j) ** 2;
    }
  }
  // squares of some 1e154 and more overflow, and must not pass for rounding
  if (!Number.isFinite(trace)) return { n, k, subjects: NaN, raters: NaN, residual: NaN };
  const unlessRounding = (squares: number): number => (squares <= ROUNDING * k * trace ? 0 : squares);
  return {
    n,
    k,
    subjects: unlessRounding(together) / k / (n - 1),
    raters: (n * gaps) / k / (k - 1),
    residual: unlessRounding(apart) / k / ((n - 1) * (k - 1)),
  };
}
