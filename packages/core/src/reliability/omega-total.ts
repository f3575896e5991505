import { type OneFactorOptions, oneFactorModel } from '../factor/index.ts';
import { correlationsOf } from '../moments/correlations-of.ts';
import type { Moments } from '../moments/moments.ts';
import { type OmegaVariance, omegaOfModel } from './omega-of-model.ts';

export interface OmegaOptions extends OneFactorOptions {
  /** what the common variance is a share of, default `implied` */
  readonly variance?: OmegaVariance;
  /** of the sum of z-scores instead of the sum of the answers, default false; psych's figures are standardized */
  readonly standardized?: boolean;
}

/**
 * McDonald's omega total of a sum score over k items that measure one thing, from a one-factor model S = l l' + diag(u):
 *
 *   omega = (sum l)^2 / ((sum l)^2 + sum u)
 *
 * The reliability of the sum where one factor holds and errors are uncorrelated; unlike alpha it lets loadings differ. The
 * divisor of S cancels. Items must already be keyed: nothing is flipped, and a negative loading lowers omega. A function
 * of the moments alone, so `(resample) => omegaTotal(resample)` is what a bootstrap repeats.
 *
 * @param moments moments of the keyed items over listwise-complete respondents
 * @param options `method` (default `ml`) and `smallestUniqueness` as in `oneFactorModel`, `variance`, `standardized`
 * @returns NaN where there is no model (see `oneFactorModel`: fewer than three items, an item that does not vary, and for
 *   `ml` linearly dependent items), or where the sum does not vary. A Heywood case has a figure: `oneFactorModel` names
 *   the items.
 * @throws RangeError as `oneFactorModel` and `omegaOfModel` do
 * @see McDonald (1999), Test theory, doi:10.4324/9781410601087; agrees with R `semTools::compRelSEM` on a `lavaan::cfa`
 *   of one factor and, `standardized` by `minres`, with `psych::omega(nfactors = 1)`
 * @example
 * const rows = [[2, 3, 3, 2], [3, 3, 3, 3], [3, 2, 2, 3], [3, 2, 3, 3], [3, 3, 3, 5], [4, 4, 3, 2], [2, 3, 3, 2], [5, 4, 5, 5]];
 * omegaTotal(momentsOf(rows)) // 0.8014
 */
export function omegaTotal(
  moments: Moments,
  { variance = 'implied', standardized = false, ...fit }: OmegaOptions = {},
): number {
  const correlations = correlationsOf(moments);
  // they know, by a NaN, which item does not vary but for rounding
  const matrix = standardized || correlations.some(Number.isNaN) ? correlations : moments.comoments;
  return omegaOfModel(oneFactorModel(matrix, fit), matrix, variance);
}
