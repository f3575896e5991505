import { chiSquaredCdf } from '../distributions/index.ts';
import { solvePositiveDefinite } from '../linalg/index.ts';
import { type EmOptions, emMoments, type ResponsePatterns } from '../moments/index.ts';
import { packedIndex } from '../moments/moments.ts';

/** Little's test that answers are missing completely at random. */
export interface LittleMcar {
  readonly chiSquared: number;
  readonly df: number;
  /** small: whether an answer is missing has to do with the answers that are there */
  readonly p: number;
  /** patterns compared, without the respondents who answered nothing */
  readonly patterns: number;
  readonly n: number;
  /** whether maximum likelihood came to rest */
  readonly converged: boolean;
}

/**
 * Little's MCAR test: do the means of each pattern of missing answers differ more from the maximum-likelihood means than
 * chance would have it?
 *
 *   d2 = sum over patterns of n_j (mean_j - mu_j)' S_j^-1 (mean_j - mu_j),   df = sum of k_j - k
 *
 * with mu and S (divisor n) by EM from all answers, and their parts that pattern j answered. A large p is no proof: with
 * few respondents the test finds little, and answers missing because of what they would have been are never seen here.
 * Assumes normal answers and one covariance matrix in all patterns.
 *
 * @returns NaN without holes (one pattern: there is nothing to compare), and where the covariances of the answered
 *   variables of a pattern are singular
 * @throws RangeError as `emMoments`
 * @see Little (1988), doi:10.1080/01621459.1988.10478722
 * @example littleMcar(responsePatternsOfColumns([[1, 2, 4, 5, 3], [2, NaN, 4, 4, NaN]])).df // 1
 */
export function littleMcar(responses: ResponsePatterns, options: EmOptions = {}): LittleMcar {
  const { means, covariances, converged, n } = emMoments(responses, options);
  let [chiSquared, answered] = [0, 0];
  for (const [pattern, moments] of responses.patterns) {
    const places = [...pattern].flatMap((mark, i) => (mark === '1' ? [i] : []));
    answered += places.length;
    const deviations = places.map((place, i) => moments.means[i]! - means[place]!);
    const part = places.flatMap((i, row) => places.slice(0, row + 1).map((j) => covariances[packedIndex(i, j)]!));
    const solved = solvePositiveDefinite(part, deviations);
    chiSquared += solved === null ? NaN : moments.n * deviations.reduce((sum, d, i) => sum + d * solved[i]!, 0);
  }
  const patterns = responses.patterns.size;
  const df = answered - responses.variables;
  if (patterns < 2 || !(df > 0)) chiSquared = NaN;
  return { chiSquared, df, p: df > 0 ? chiSquaredCdf(chiSquared, df, 'upper') : NaN, patterns, n, converged };
}
