import { errorVarianceOf } from './error-variance-of.ts';

/**
 * Average variance extracted: the share of the items' variance that their factor, of variance 1, explains,
 *
 *   sum loadings^2 / (sum loadings^2 + sum errorVariances)
 *
 * For standardized loadings that is their mean square. Above 0.5 the items share more than they do not.
 *
 * @param loadings one an item
 * @param errorVariances of the items; default 1 - loading^2, which holds for standardized loadings
 * @returns NaN without items, where there is neither common nor error variance, where the error variances add up to less
 * than 0, and for a loading beyond 1 whose error variance is not given
 * @throws RangeError for different numbers of loadings and error variances
 * @see Fornell & Larcker (1981), doi:10.1177/002224378101800104; agrees with R `semTools::AVE(fit, obs.var = FALSE)` for
 * items without cross-loadings
 * @example averageVarianceExtracted([0.8, 0.7, 0.6]) // 0.4967
 */
export function averageVarianceExtracted(loadings: ArrayLike<number>, errorVariances?: ArrayLike<number>): number {
  const k = loadings.length;
  if (errorVariances !== undefined && errorVariances.length !== k) {
    throw new RangeError(`Unexpected number of error variances: ${errorVariances.length}, expected ${k}.`);
  }
  let common = 0;
  let error = 0;
  for (let i = 0; i < k; i++) {
    const square = loadings[i]! * loadings[i]!;
    common += square;
    error += errorVariances?.[i] ?? errorVarianceOf(loadings[i]!);
  }
  const total = common + error;
  return total > 0 && error >= 0 ? common / total : NaN;
}
