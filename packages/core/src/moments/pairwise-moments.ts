import { packedLength } from './moments.ts';

/**
 * What is known of k variables with holes, pair by pair: of variables i and j, over the rows that have both.
 *
 * `counts` and `comoments` are packed lower triangles as in `Moments`. `means` and `variations` are full k x k matrices,
 * row by row: at (i, j) the mean of variable i, and its centred sum of squares, over the rows that also have j; so (i, i)
 * is over all rows that have i. `n` counts all rows, incomplete and empty ones too. There is no divisor anywhere. Of a pair
 * that no row has, everything is 0.
 */
export interface PairwiseMoments {
  readonly missing: 'pairwise';
  readonly n: number;
  readonly counts: Float64Array;
  readonly means: Float64Array;
  /** what of each mean is too small for its double; 0 where absent */
  readonly meanTails?: Float64Array;
  readonly variations: Float64Array;
  readonly comoments: Float64Array;
}

/** Number of variables. */
export const variablesOfPairs = ({ means }: PairwiseMoments): number => Math.sqrt(means.length);

/**
 * Pairwise moments of nobody: the neutral element of `mergePairwiseMoments`.
 *
 * @throws RangeError unless k is a whole number from 0
 * @example emptyPairwiseMoments(2).counts // [0, 0, 0]
 */
export function emptyPairwiseMoments(k: number): PairwiseMoments {
  if (!Number.isInteger(k) || k < 0) throw new RangeError(`Unexpected number of variables: ${k}.`);
  return {
    missing: 'pairwise',
    n: 0,
    counts: new Float64Array(packedLength(k)),
    means: new Float64Array(k * k),
    variations: new Float64Array(k * k),
    comoments: new Float64Array(packedLength(k)),
  };
}
