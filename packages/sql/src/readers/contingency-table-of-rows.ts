import type { ContingencyTable } from '@peerscale/core';
import { numberIn, type SqlRow } from './sql-row.ts';

/**
 * A contingency table from the rows that `countsSql` of two columns with `joint` returns: what `contingencyTableOf` gives
 * of those who have both. Rows with a missing answer are left out; `counts` added up says how many are in.
 *
 * @param rows all of them, in any order, as objects with the names of the columns
 * @param rowCodes every code of the first column, in the order of its scale
 * @param columnCodes those of the second; default: the same
 * @throws RangeError for rows of another statement, an answer that is not among the codes, or a code that is there twice
 * @example contingencyTableOfRows(rows, [1, 2, 3]).counts.length // 9
 */
export function contingencyTableOfRows(
  rows: readonly SqlRow[],
  rowCodes: readonly number[],
  columnCodes: readonly number[] = rowCodes,
): ContingencyTable {
  const places = [rowCodes, columnCodes].map((codes) => new Map(codes.map((code, i) => [code, i])));
  [rowCodes, columnCodes].forEach((codes, v) => {
    if (places[v]!.size !== codes.length || codes.some(Number.isNaN)) {
      throw new RangeError(`Unexpected codes: ${codes}.`);
    }
  });
  const counts = new Float64Array(rowCodes.length * columnCodes.length);
  for (const row of rows) {
    const codes = [numberIn(row, 'v0'), numberIn(row, 'v1')];
    if (codes.some(Number.isNaN)) continue;
    const [r, c] = codes.map((code, v) => {
      const place = places[v]!.get(code);
      if (place === undefined) throw new RangeError(`Unexpected code: ${code}.`);
      return place;
    }) as [number, number];
    counts[r * columnCodes.length + c]! += numberIn(row, 'n');
  }
  return { rowCodes, columnCodes, counts };
}
