import { errorVarianceOf } from './error-variance-of.ts';

/**
 * Composite (construct) reliability of the sum of items that measure one factor of variance 1, which is omega from given
 * loadings:
 *
 *   (sum loadings)^2 / ((sum loadings)^2 + sum errorVariances)
 *
 * Loadings are taken with their signs: an item keyed the wrong way lowers it. Loadings on a factor of variance v count
 * times sqrt(v).
 *
 * @param loadings one an item; standardized for the sum of z-scores, in the metric of the items for the sum of the answers
 * @param errorVariances of the items with uncorrelated errors; default 1 - loading^2, which holds for standardized loadings
 * @returns NaN without items, where there is neither common nor error variance, where the error variances add up to less
 * than 0, and for a loading beyond 1 whose error variance is not given
 * @throws RangeError for different numbers of loadings and error variances
 * @see Jöreskog (1971), doi:10.1007/BF02291393; McDonald (1999), doi:10.4324/9781410601087; Fornell & Larcker (1981), doi:10.1177/002224378101800104; agrees with R
 * `semTools::compRelSEM(fit, obs.var = FALSE)` for one factor without cross-loadings
 * @example compositeReliability([0.8, 0.7, 0.6]) // 0.7449
 */
export function compositeReliability(loadings: ArrayLike<number>, errorVariances?: ArrayLike<number>): number {
  const k = loadings.length;
  if (errorVariances !== undefined && errorVariances.length !== k) {
    throw new RangeError(`Unexpected number of error variances: ${errorVariances.length}, expected ${k}.`);
  }
  let sum = 0;
  let error = 0;
  for (let i = 0; i < k; i++) {
    sum += loadings[i]!;
    error += errorVariances?.[i] ?? errorVarianceOf(loadings[i]!);
  }
  const total = sum * sum + error;
  return total > 0 && error >= 0 ? (sum * sum) / total : NaN;
}
