import { answersIn, type CategoryCounts } from './category-counts.ts';

/** Shares of an item's answers. */
export interface CategoryShares {
  /** share of each code asked for among those who answered; NaN where nobody did */
  readonly shares: Float64Array;
  /** share of those who answered with another code */
  readonly other: number;
  /** share of all respondents who did not answer; NaN without respondents */
  readonly missing: number;
}

/**
 * The share of each answer among those given, and of respondents without one.
 *
 * @param codes the response scale, in its order; default the codes that occur. A code nobody chose has share 0
 * @see agrees with R `psych::response.frequencies` (columns 1 … and miss)
 * @example categoryShares(categoryCountsOf([1, 3, 3, NaN]), [1, 2, 3]).shares // [0.333, 0, 0.667]; missing 0.25
 */
export function categoryShares(table: CategoryCounts, codes: ArrayLike<number> = table.codes): CategoryShares {
  const n = answersIn(table);
  const asked = Array.from(codes);
  const shares = Float64Array.from(asked, (code) => (table.counts[table.codes.indexOf(code)] ?? 0) / n);
  const others = table.counts.filter((_, i) => !asked.includes(table.codes[i]!));
  return {
    shares,
    other: others.reduce((sum, count) => sum + count, 0) / n,
    missing: table.missing / (n + table.missing),
  };
}
