import type { ContingencyTable } from './contingency-table.ts';

/**
 * The table with one more pair of codes, or with `times` more; the table given is left as it is. For many pairs use
 * `contingencyTableOf`.
 *
 * @param times how many pairs, default 1
 * @throws RangeError for a code the table does not have, NaN among them, and for `times` below 0
 * @example addToContingencyTable(emptyContingencyTable([1, 2]), 1, 2).counts // Float64Array [0, 1, 0, 0]
 */
export function addToContingencyTable(
  table: ContingencyTable,
  row: number,
  column: number,
  times = 1,
): ContingencyTable {
  if (!(times >= 0)) throw new RangeError(`Unexpected number of pairs: ${times}.`);
  const i = table.rowCodes.indexOf(row);
  const j = table.columnCodes.indexOf(column);
  if (i < 0) throw new RangeError(`Unexpected code: ${row}, the codes being ${table.rowCodes}.`);
  if (j < 0) throw new RangeError(`Unexpected code: ${column}, the codes being ${table.columnCodes}.`);
  const counts = table.counts.slice();
  counts[i * table.columnCodes.length + j]! += times;
  return { ...table, counts };
}
