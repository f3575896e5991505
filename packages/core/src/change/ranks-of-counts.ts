import type { CategoryCounts } from '../items/index.ts';

/** Mean ranks of the values of several groups pooled, as ties have them. */
export interface PooledRanks {
  /** the different values, ascending, and the mean rank of each */
  readonly values: Float64Array;
  readonly ranks: Float64Array;
  /** respondents with each value, over all groups */
  readonly counts: Float64Array;
  readonly n: number;
  /** sum of (t^3 - t) over the ties */
  readonly ties: number;
}

/** @param groups counts of the values of each group */
export function pooledRanks(groups: readonly CategoryCounts[]): PooledRanks {
  const found = new Map<number, number>();
  for (const { codes, counts } of groups) {
    codes.forEach((code, i) => {
      found.set(code, (found.get(code) ?? 0) + counts[i]!);
    });
  }
  const values = Float64Array.from(found.keys()).sort();
  const counts = values.map((value) => found.get(value)!);
  let [n, ties] = [0, 0];
  const ranks = counts.map((count) => {
    const rank = n + (count + 1) / 2;
    n += count;
    ties += count ** 3 - count;
    return rank;
  });
  return { values, ranks, counts, n, ties };
}

/** Sum of the pooled ranks of one group. */
export function rankSum({ codes, counts }: CategoryCounts, { values, ranks }: PooledRanks): number {
  const rankOf = new Map(Array.from(values, (value, i) => [value, ranks[i]!]));
  return codes.reduce((sum, code, i) => sum + rankOf.get(code)! * counts[i]!, 0);
}
