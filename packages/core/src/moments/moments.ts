/** Which answers are behind some moments: complete rows, every pair that is there, or all answers by maximum likelihood. */
export type MissingTreatment = 'listwise' | 'pairwise' | 'em';

/**
 * What the estimators need to know of k variables: the number of respondents, means and centred co-moments.
 *
 * `comoments` is the lower triangle of sum((x_i - mean_i)(x_j - mean_j)), packed row by row: (0,0), (1,0), (1,1), (2,0) …
 * There is no divisor in it: divide by n - 1 for covariances (after `emMoments`: by n). `missing` says which answers are
 * behind it; only "listwise" moments merge. Of nobody, all is 0; a NaN among values said to be complete makes NaN of the
 * mean and the co-moments of its variable, and leaves the others.
 */
export interface Moments<Treatment extends MissingTreatment = MissingTreatment> {
  readonly missing: Treatment;
  readonly n: number;
  readonly means: Float64Array;
  readonly comoments: Float64Array;
  /** what of each mean is too small for its double: merging keeps the digits of 2.00185 +/- 0.0004; 0 where absent */
  readonly meanTails?: Float64Array;
}

/**
 * Length of the packed lower triangle of a k x k matrix, diagonal included.
 *
 * @example packedLength(3) // 6
 */
export const packedLength = (k: number): number => (k * (k + 1)) / 2;

/**
 * Place of (i, j) in the packed lower triangle; the order of i and j does not matter.
 *
 * @example packedIndex(2, 1) // 4
 */
export const packedIndex = (i: number, j: number): number => (i >= j ? (i * (i + 1)) / 2 + j : (j * (j + 1)) / 2 + i);

/**
 * Moments of nobody: the neutral element of `mergeMoments`.
 *
 * @throws RangeError unless k is a whole number from 0
 * @example emptyMoments(2).comoments // [0, 0, 0]
 */
export function emptyMoments(k: number): Moments<'listwise'> {
  if (!Number.isInteger(k) || k < 0) throw new RangeError(`Unexpected number of variables: ${k}.`);
  return { missing: 'listwise', n: 0, means: new Float64Array(k), comoments: new Float64Array(packedLength(k)) };
}
