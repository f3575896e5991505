/**
 * What the estimators need to know of k variables over n complete rows: their number, means and centred co-moments.
 *
 * `comoments` is the lower triangle of sum((x_i - mean_i)(x_j - mean_j)), packed row by row: (0,0), (1,0), (1,1), (2,0) …
 * There is no divisor in it: divide by n - 1 for covariances. `missing` says that the rows were complete ("listwise").
 */
export interface Moments {
  readonly missing: 'listwise';
  readonly n: number;
  readonly means: Float64Array;
  readonly comoments: Float64Array;
}

/** Length of the packed lower triangle of a k x k matrix, diagonal included. */
export const packedLength = (k: number): number => (k * (k + 1)) / 2;

/** Place of (i, j) in the packed lower triangle; the order of i and j does not matter. */
export const packedIndex = (i: number, j: number): number => (i >= j ? (i * (i + 1)) / 2 + j : (j * (j + 1)) / 2 + i);

/**
 * Moments of nobody: the neutral element of `mergeMoments`.
 *
 * @throws RangeError unless k is a whole number from 0
 */
export function emptyMoments(k: number): Moments {
  if (!Number.isInteger(k) || k < 0) throw new RangeError(`Unexpected number of variables: ${k}.`);
  return { missing: 'listwise', n: 0, means: new Float64Array(k), comoments: new Float64Array(packedLength(k)) };
}
