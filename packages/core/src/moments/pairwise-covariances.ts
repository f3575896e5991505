import type { PairwiseMoments } from './pairwise-moments.ts';

/**
 * Pairwise covariances as a packed lower triangle: of each pair over the rows that have both, divisor n - 1 of those rows.
 *
 * The matrix need not be positive definite: its cells come from different respondents. Assumes that answers are missing
 * completely at random.
 *
 * @returns NaN for a pair that fewer than two rows have
 * @see agrees with R `cov(x, use = "pairwise")`, on which `psych::alpha` works
 * @example pairwiseCovariances(pairwiseMomentsOfColumns([[1, 2, 3], [2, NaN, 4]])) // Float64Array [1, 2, 2]
 */
export function pairwiseCovariances({ counts, comoments }: PairwiseMoments): Float64Array {
  return comoments.map((value, p) => (counts[p]! > 1 ? value / (counts[p]! - 1) : NaN));
}
