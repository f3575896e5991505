/**
 * How often each answer to one item was given: what the item statistics read. Tables of two sets of respondents merge
 * (`mergeCategoryCounts`); a SQL engine can deliver them by GROUP BY.
 */
export interface CategoryCounts {
  /** the different codes given, ascending */
  readonly codes: Float64Array;
  /** respondents with each code, none of them 0 */
  readonly counts: Float64Array;
  /** respondents without an answer */
  readonly missing: number;
}

/**
 * Number of answers.
 *
 * @returns 0 for nobody
 * @example answersIn(categoryCountsOf([3, 1, 3, NaN])) // 3
 */
export function answersIn({ counts }: CategoryCounts): number {
  let n = 0;
  for (const count of counts) n += count;
  return n;
}
