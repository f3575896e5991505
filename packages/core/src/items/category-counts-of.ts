import type { CategoryCounts } from './category-counts.ts';

/**
 * Counts of the answers in one column; NaN is a missing answer. Any numbers are codes, scale scores too.
 *
 * @throws RangeError for an infinite value
 * @see R `table(column)`
 * @example categoryCountsOf([3, 1, 3, NaN]) // { codes: [1, 3], counts: [1, 2], missing: 1 }
 */
export function categoryCountsOf(column: ArrayLike<number>): CategoryCounts {
  const found = new Map<number, number>();
  let missing = 0;
  for (let row = 0; row < column.length; row++) {
    const code = column[row]!;
    if (Number.isNaN(code)) missing++;
    else if (!Number.isFinite(code)) throw new RangeError(`Unexpected code: ${code}.`);
    else found.set(code, (found.get(code) ?? 0) + 1);
  }
  const codes = Float64Array.from(found.keys()).sort();
  return { codes, counts: codes.map((code) => found.get(code)!), missing };
}
