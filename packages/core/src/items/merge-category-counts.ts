import type { CategoryCounts } from './category-counts.ts';

/**
 * Counts of two sets of respondents together: exactly the counts of all of them at once.
 *
 * @example mergeCategoryCounts(categoryCountsOf([1, 2]), categoryCountsOf([2, NaN])) // { codes: [1, 2], counts: [1, 2], missing: 1 }
 */
export function mergeCategoryCounts(a: CategoryCounts, b: CategoryCounts): CategoryCounts {
  const found = new Map<number, number>();
  for (const { codes, counts } of [a, b]) {
    codes.forEach((code, i) => {
      found.set(code, (found.get(code) ?? 0) + counts[i]!);
    });
  }
  const codes = Float64Array.from(found.keys()).sort();
  return { codes, counts: codes.map((code) => found.get(code)!), missing: a.missing + b.missing };
}
