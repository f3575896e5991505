/**
 * Omega of a sum score from given loadings on one factor of variance 1 (also called composite reliability):
 *
 *   omega = (sum l)^2 / ((sum l)^2 + sum u)
 *
 * Loadings are taken with their signs: an item keyed the wrong way lowers it. Loadings on a factor of variance v count
 * times sqrt(v).
 *
 * @param loadings one an item; standardized for the sum of z-scores, in the metric of the items for the sum of the answers
 * @param uniquenesses error variances in the same metric; default 1 - l^2, right for standardized loadings only
 * @returns NaN for fewer than two items, a NaN among them, or no variance at all
 * @throws RangeError for two lists of different lengths
 * @see McDonald (1999), Test theory, doi:10.4324/9781410601087; equals `omega` of R `semTools::reliability`
 * @example omegaFromLoadings([0.8, 0.7, 0.6]) // 0.7449324324324325
 */
export function omegaFromLoadings(loadings: ArrayLike<number>, uniquenesses?: ArrayLike<number>): number {
  if (uniquenesses !== undefined && uniquenesses.length !== loadings.length) {
    throw new RangeError(`Unexpected number of uniquenesses: ${uniquenesses.length}, expected ${loadings.length}.`);
  }
  if (loadings.length < 2) return NaN;
  let common = 0;
  let unique = 0;
  for (let i = 0; i < loadings.length; i++) {
    common += loadings[i]!;
    unique += uniquenesses === undefined ? 1 - loadings[i]! * loadings[i]! : uniquenesses[i]!;
  }
  return (common * common) / (common * common + unique);
}
