import type { Moments } from './moments.ts';
import { momentsOfColumns } from './moments-of-columns.ts';

/**
 * Moments of complete rows, one a respondent, all of one length. For typed columns use `momentsOfColumns`.
 *
 * @throws RangeError for rows of different lengths
 * @example momentsOf([[1, 2], [2, 2], [3, 4]]).n // 3
 */
export function momentsOf(rows: readonly (readonly number[])[]): Moments<'listwise'> {
  const k = rows[0]?.length ?? 0;
  for (const row of rows) {
    if (row.length !== k) throw new RangeError(`Unexpected row length: ${row.length}, expected ${k}.`);
  }
  return momentsOfColumns(Array.from({ length: k }, (_, i) => Float64Array.from(rows, (row) => row[i]!)));
}
