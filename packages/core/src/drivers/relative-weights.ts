import { symmetricEigen } from '../linalg/index.ts';
import { correlationsOf, type Moments, packedIndex } from '../moments/index.ts';

/**
 * Johnson's relative weights: each predictor's share of R squared by way of the orthogonal variables nearest to the
 * predictors. They add up to R squared, are never negative, and are near the Shapley shares of `dominance` at a cost that
 * does not double with every predictor.
 *
 * @param moments of outcome and predictors over complete rows
 * @returns NaN throughout where one of the variables does not vary, or predictors are linearly dependent
 * @see Johnson (2000), doi:10.1207/S15327906MBR3501_1; agrees with his formula in base R (`eigen`)
 * @example relativeWeights(momentsOf([[1, 1, 2], [2, 1, 3], [3, 2, 5], [4, 2, 4]]), 2, [0, 1]) // 0.32, 0.48
 */
export function relativeWeights(moments: Moments, outcome: number, predictors: readonly number[]): Float64Array {
  const correlations = correlationsOf(moments);
  const r = (i: number, j: number): number => correlations[packedIndex(i, j)]!;
  const k = predictors.length;
  const packed = predictors.flatMap((i, row) => predictors.slice(0, row + 1).map((j) => r(i, j)));
  const eigen = symmetricEigen(packed, k);
  const none = new Float64Array(k).fill(NaN);
  if (eigen === null || eigen.values.some((value) => value < 1e-10)) return none;
  const power = (exponent: number, i: number, j: number): number =>
    eigen.vectors.reduce((sum, vector, m) => sum + vector[i]! * vector[j]! * eigen.values[m]! ** exponent, 0);
  const onOrthogonal = predictors.map((_, m) =>
    predictors.reduce((sum, place, j) => sum + power(-0.5, m, j) * r(place, outcome), 0),
  );
  return Float64Array.from(predictors, (_, i) =>
    onOrthogonal.reduce((sum, beta, m) => sum + power(0.5, i, m) ** 2 * beta ** 2, 0),
  );
}
