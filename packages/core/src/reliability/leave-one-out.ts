import type { DistinctRows } from './distinct-rows.ts';

/**
 * A statistic of all respondents but one, for each distinct row of answers. Nobody is subtracted, which would lose every
 * digit beside an outlier: the others are put together by merging, halves of halves, d log d merges for d distinct rows.
 *
 * @param alike the summary of so many respondents with the answers of a row; 0 of them too
 * @param merge the summary of two sets of respondents together
 */
export function leaveOneOut<Summary>(
  { counts }: DistinctRows,
  alike: (row: number, times: number) => Summary,
  merge: (a: Summary, b: Summary) => Summary,
  statistic: (others: Summary) => number,
): Float64Array {
  interface Part {
    readonly row: number;
    readonly summary: Summary;
    readonly halves: readonly [Part, Part] | null;
  }
  const partOf = (start: number, end: number): Part => {
    if (end - start === 1) return { row: start, summary: alike(start, counts[start]!), halves: null };
    const middle = (start + end) >> 1;
    const halves = [partOf(start, middle), partOf(middle, end)] as const;
    return { row: start, summary: merge(halves[0].summary, halves[1].summary), halves };
  };
  const values = new Float64Array(counts.length);
  const visit = ({ row, halves }: Part, outside: Summary): void => {
    if (halves === null) {
      values[row] = statistic(merge(outside, alike(row, counts[row]! - 1)));
      return;
    }
    visit(halves[0], merge(outside, halves[1].summary));
    visit(halves[1], merge(outside, halves[0].summary));
  };
  visit(partOf(0, counts.length), alike(0, 0));
  return values;
}
