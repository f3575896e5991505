import { type Moments, mergeMoments } from '../moments/index.ts';
import { type DistinctRows, distinctRows } from './distinct-rows.ts';
import { leaveOneOut } from './leave-one-out.ts';

/** A statistic without one respondent, for each distinct row of answers, and how many respondents gave that row. */
export interface JackknifeReplicates {
  readonly values: Float64Array;
  readonly counts: Uint32Array;
}

/**
 * A statistic of the moments, computed again with each respondent left out.
 *
 * Nobody is subtracted: the rest is put together by merging, halves of halves, at a cost of d log d merges for d distinct
 * rows. Taking one respondent off the moments of all would lose every digit beside an outlier.
 *
 * @param statistic computed on all respondents but one; NaN where they do not allow it
 * @param columns keyed and complete, one an item
 * @returns in ascending order of the rows; empty where nobody answered or a value is NaN or infinite
 * @throws RangeError for columns of different lengths
 * @see Quenouille (1956), doi:10.1093/biomet/43.3-4.353
 * @example jackknifeReplicates(({ means }) => means[0]!, [[1, 2, 6]]).values // Float64Array [4, 3.5, 1.5]
 */
export function jackknifeReplicates(
  statistic: (moments: Moments) => number,
  columns: readonly ArrayLike<number>[],
): JackknifeReplicates {
  const rows = distinctRows(columns);
  if (rows === null || rows.n === 0) return { values: new Float64Array(0), counts: new Uint32Array(0) };
  const alike = (row: number, times: number) => sameRow(rows, row, times);
  return { values: leaveOneOut(rows, alike, mergeMoments, statistic), counts: rows.counts };
}

/** Moments of `times` respondents with the same answers. */
function sameRow({ columns }: DistinctRows, row: number, times: number): Moments<'listwise'> {
  const k = columns.length;
  return {
    missing: 'listwise',
    n: times,
    means: Float64Array.from(columns, (column) => column[row]!),
    comoments: new Float64Array((k * (k + 1)) / 2),
  };
}
