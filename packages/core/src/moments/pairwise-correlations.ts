import { packedLength } from './moments.ts';
import { type PairwiseMoments, variablesOfPairs } from './pairwise-moments.ts';

/**
 * Pairwise correlations as a packed lower triangle, diagonal included: each pair with covariance and both variances over
 * the rows that have both. Not what `psych::alpha` uses: that is `correlationsOf(momentsOfPairs(…))`, whose variances are
 * over all rows that have the variable.
 *
 * @returns NaN where a variable does not vary over the rows of the pair, or fewer than two rows have both
 * @see agrees with R `cor(x, use = "pairwise")`
 * @example pairwiseCorrelations(pairwiseMomentsOfColumns([[1, 2, 3, 4], [2, NaN, 4, 3]])) // [1, 0.6547, 1]
 */
export function pairwiseCorrelations(moments: PairwiseMoments): Float64Array {
  const { counts, means, variations, comoments } = moments;
  const k = variablesOfPairs(moments);
  const correlations = new Float64Array(packedLength(k));
  for (let i = 0, p = 0; i < k; i++) {
    for (let j = 0; j <= i; j++, p++) {
      const x = scale(variations[i * k + j]!, means[i * k + j]!, counts[p]!);
      const y = scale(variations[j * k + i]!, means[j * k + i]!, counts[p]!);
      correlations[p] = i === j && !Number.isNaN(x) ? 1 : comoments[p]! / x / y;
    }
  }
  return correlations;
}

// below this it is rounding, as in `correlationsOf`
const scale = (variation: number, mean: number, n: number) =>
  variation > 1e-20 * n * mean * mean ? Math.sqrt(variation) : NaN;
