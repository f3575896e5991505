import { compositeReliability } from './composite-reliability.ts';

/**
 * What counts as the variance of a sum score, c being (sum l)^2 and t the variance observed, 1'S1:
 *
 * - `implied`: c / (c + sum u), the variance the model says (omega and omega 2 of `semTools::reliability`,
 *   `compRelSEM(obs.var = FALSE)`)
 * - `observed`: c / t (omega 3 of `semTools::reliability`, `compRelSEM` as it comes; omega_h of
 *   `psych::omega(nfactors = 1)`)
 * - `unexplained`: 1 - (sum u) / t, all that is not unique counts as true (omega.tot of `psych::omega(nfactors = 1)`)
 *
 * The three agree where the model fits exactly.
 */
export type OmegaVariance = 'implied' | 'observed' | 'unexplained';

/**
 * Omega of a sum score from a one-factor model of its items and the matrix S it was fitted to. For a matrix that is not
 * of listwise moments (pairwise, maximum likelihood with answers missing, polychoric); `omegaTotal` does both steps.
 *
 * @param model loadings on a factor of variance 1 and uniquenesses, in the metric of `matrix`: `oneFactorModel(matrix)`
 * @param matrix covariances or correlations, lower triangle packed row by row, diagonal included
 * @param variance default `implied`, for which `matrix` does not matter
 * @returns NaN for fewer than two items, a NaN among them, or a sum that does not vary
 * @throws RangeError for a matrix of another size, or an unknown `variance`
 * @see McDonald (1999), Test theory, doi:10.4324/9781410601087; agrees with R `semTools::compRelSEM`
 * @example
 * const matrix = [1, 0.56, 1, 0.48, 0.42, 1];
 * omegaOfModel(oneFactorModel(matrix), matrix, 'observed') // 0.7449
 */
export function omegaOfModel(
  { loadings, uniquenesses }: { readonly loadings: ArrayLike<number>; readonly uniquenesses: ArrayLike<number> },
  matrix: ArrayLike<number>,
  variance: OmegaVariance = 'implied',
): number {
  const k = loadings.length;
  if (matrix.length !== (k * (k + 1)) / 2) throw new RangeError(`Unexpected length of a triangle: ${matrix.length}.`);
  if (variance === 'implied') return compositeReliability(loadings, uniquenesses);
  if (variance !== 'observed' && variance !== 'unexplained') throw new RangeError(`Unexpected variance: ${variance}.`);
  let common = 0;
  let unique = 0;
  let total = 0;
  let trace = 0;
  for (let i = 0, p = 0; i < k; i++) {
    common += loadings[i]!;
    unique += uniquenesses[i]!;
    for (let j = 0; j < i; j++) total += 2 * matrix[p++]!;
    total += matrix[p]!;
    trace += matrix[p++]!;
  }
  // rounding leaves about 1e-14 of the trace when every respondent has the same sum score
  if (k < 2 || !(total > 1e-12 * trace)) return NaN;
  return variance === 'observed' ? (common * common) / total : 1 - unique / total;
}
