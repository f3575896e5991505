import { chiSquaredCdf } from '../distributions/index.ts';
import { answersIn, type CategoryCounts } from '../items/index.ts';
import { exactKruskalWallis } from './exact-kruskal-wallis.ts';
import { pooledRanks, rankSum } from './ranks-of-counts.ts';

/** Whether several groups tend to different values. */
export interface KruskalWallis {
  readonly h: number;
  readonly df: number;
  readonly p: number;
  readonly exact: boolean;
  readonly n: number;
  /** share of the variance of the ranks between groups, (h - k + 1) / (n - k), not below 0 */
  readonly epsilonSquared: number;
}

/**
 * Kruskal-Wallis test from counts of the values in each group, corrected for ties.
 *
 * p is exact, ties included, where the persons can be dealt to the groups in at most a million ways (three groups of five);
 * above, it is the chi-square approximation.
 *
 * @param groups counts of the values; empty groups do not count
 * @returns NaN for fewer than two groups, and where all values are alike
 * @see Kruskal & Wallis (1952), doi:10.1080/01621459.1952.10483441; agrees with R `kruskal.test`, and where exact with every
 *   deal counted in base R
 * @example kruskalWallis([[1, 2, 2], [2, 3, 4]].map((scores) => categoryCountsOf(scores))).h // 2.6344
 */
export function kruskalWallis(groups: readonly CategoryCounts[]): KruskalWallis {
  const filled = groups.filter((group) => answersIn(group) > 0);
  const pooled = pooledRanks(filled);
  const { n, ties } = pooled;
  const df = filled.length - 1;
  const sum = filled.reduce((total, group) => total + rankSum(group, pooled) ** 2 / answersIn(group), 0);
  const correction = 1 - ties / (n ** 3 - n);
  if (df < 1 || !(correction > 1e-12)) return { h: NaN, df, p: NaN, exact: false, n, epsilonSquared: NaN };
  const h = ((12 * sum) / (n * (n + 1)) - 3 * (n + 1)) / correction;
  const exact = exactKruskalWallis(filled, pooled);
  return {
    h,
    df,
    p: exact ?? chiSquaredCdf(h, df, 'upper'),
    exact: exact !== null,
    n,
    epsilonSquared: n > filled.length ? Math.max(0, (h - df) / (n - filled.length)) : NaN,
  };
}
