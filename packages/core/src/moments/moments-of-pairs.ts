import { type Moments, packedIndex } from './moments.ts';
import { pairwiseCovariances } from './pairwise-covariances.ts';
import { type PairwiseMoments, variablesOfPairs } from './pairwise-moments.ts';

/**
 * Pairwise moments in the form the estimators read: the pairwise covariances times n - 1, with n all rows, incomplete
 * ones too. So `cronbachAlpha(momentsOfPairs(…))` is the alpha of `psych::alpha` for data with holes, its intervals have
 * psych's n, and `correlationsOf` gives `cov2cor` of the pairwise covariances.
 *
 * They do not merge: merge the pairwise moments first. The covariances come from different respondents, so their matrix
 * may be impossible for any complete data, and an estimate out of its bounds.
 *
 * @returns co-moments NaN for a pair that fewer than two rows have; means NaN for a variable that nobody answered
 * @see agrees with R `psych::alpha(x)` (its default, `use = "pairwise"`)
 * @example momentsOfPairs(pairwiseMomentsOfColumns([[1, 2, 3], [2, NaN, 4]])).comoments // [2, 4, 4]
 */
export function momentsOfPairs(pairs: PairwiseMoments): Moments<'pairwise'> {
  const k = variablesOfPairs(pairs);
  const { n, counts } = pairs;
  return {
    missing: 'pairwise',
    n,
    means: Float64Array.from({ length: k }, (_, i) => (counts[packedIndex(i, i)]! > 0 ? pairs.means[i * k + i]! : NaN)),
    comoments: pairwiseCovariances(pairs).map((covariance) => covariance * (n - 1)),
  };
}
