import type { GroupedMoments } from './grouped-moments.ts';
import { withinAndBetween } from './within-and-between.ts';

/** Covariances of two levels: members about their group, groups about each other. Packed lower triangles. */
export interface LevelCovariances {
  /** number of respondents, N */
  readonly n: number;
  /** number of groups, G */
  readonly groups: number;
  /** harmonic mean of the group sizes: how many members an average group mean rests on */
  readonly harmonicSize: number;
  /** the size n0 by which the between mean square exceeds the within one: (N - sum(n_g^2) / N) / (G - 1) */
  readonly effectiveSize: number;
  readonly within: Float64Array;
  readonly between: Float64Array;
}

/**
 * Covariances within and between groups, by analysis of variance:
 *
 *   within = W / (N - G),   between = (B / (G - 1) - within) / n0
 *
 * with W and B of `withinAndBetween`. `between` is of the groups' true means, freed of the sampling of their members: it
 * is not the covariance of the observed means, and a variance in it can be negative. Unbiased for random groups. For groups
 * of one size, maximum likelihood has the same `within` and divides B by G instead of G - 1.
 *
 * @returns NaN where there are fewer than two groups (`between`, `effectiveSize`), where no group has two members (both
 * levels), without any group (all but the counts), and for a variable with a NaN among its values
 * @see Searle, Casella & McCulloch (1992), doi:10.1002/9780470316856; Muthén (1994),
 * doi:10.1177/0049124194022003006
 * @example levelCovariances(groupedMomentsOfColumns([[1, 3, 5, 7]], ['a', 'a', 'b', 'b'])).between // [7]
 */
export function levelCovariances(grouped: GroupedMoments): LevelCovariances {
  const { n, sizes, within, between } = withinAndBetween(grouped);
  const groups = sizes.length;
  let squares = 0;
  let inverses = 0;
  for (const size of sizes) {
    squares += size * size;
    inverses += 1 / size;
  }
  const effectiveSize = (n - squares / n) / (groups - 1);
  const meanSquareWithin = within.map((value) => value / (n - groups));
  return {
    n,
    groups,
    harmonicSize: groups / inverses,
    effectiveSize,
    within: meanSquareWithin,
    between: between.map((value, p) => (value / (groups - 1) - meanSquareWithin[p]!) / effectiveSize),
  };
}
