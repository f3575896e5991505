import type { GroupedMoments } from './grouped-moments.ts';
import { mergeMoments } from './merge-moments.ts';
import { emptyMoments, packedLength } from './moments.ts';

/** The co-moments of all respondents, split into those within their groups and those of the groups' means. */
export interface WithinAndBetween {
  /** number of respondents, N */
  readonly n: number;
  /** members of each group, in the order of the groups */
  readonly sizes: readonly number[];
  /** means over all respondents */
  readonly means: Float64Array;
  /** pooled over groups, about each group's own mean; packed lower triangle; N - G degrees of freedom */
  readonly within: Float64Array;
  /** of the group means about the grand mean, each as often as its group has members; G - 1 degrees of freedom */
  readonly between: Float64Array;
}

/**
 * Co-moments within and between groups; their sum is that of all respondents (the one-way decomposition). No divisor:
 * mean squares are `within / (N - G)` and `between / (G - 1)`, with G the number of groups.
 *
 * @returns zeros where there is no group, and NaN means
 * @see agrees with R `summary(manova(x ~ group))$SS`
 * @example withinAndBetween(groupedMomentsOfColumns([[1, 3, 5, 7]], ['a', 'a', 'b', 'b'])).between // [16]
 */
export function withinAndBetween({ variables, groups }: GroupedMoments): WithinAndBetween {
  const within = new Float64Array(packedLength(variables));
  const sizes: number[] = [];
  // each group as so many respondents at its mean: what they vary is what is between
  let atMeans = emptyMoments(variables);
  for (const moments of groups.values()) {
    sizes.push(moments.n);
    moments.comoments.forEach((value, p) => (within[p]! += value));
    atMeans = mergeMoments(atMeans, { ...moments, comoments: new Float64Array(within.length) });
  }
  const means = atMeans.n > 0 ? atMeans.means : new Float64Array(variables).fill(NaN);
  return { n: atMeans.n, sizes, means, within, between: atMeans.comoments };
}
