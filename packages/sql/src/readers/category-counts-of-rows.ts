import type { CategoryCounts } from '@peerscale/core';
import { checkVariables } from '../layout/check-variables.ts';
import { numberIn, type SqlRow } from './sql-row.ts';

/**
 * Category counts, one a variable, from the rows that `countsSql` returns: what `categoryCountsOf` gives of each column.
 *
 * @param rows all of them, in any order, as objects with the names of the columns
 * @param k the number of variables that the statement was made for
 * @throws RangeError for rows of another statement, or an infinite answer (in SQLite also one that is no number)
 */
export function categoryCountsOfRows(rows: readonly SqlRow[], k: number): CategoryCounts[] {
  checkVariables(k);
  const found = Array.from({ length: k }, () => ({ missing: 0, counts: new Map<number, number>() }));
  for (const row of rows) {
    const variable = found[numberIn(row, 'variable')];
    if (variable === undefined) throw new RangeError(`Unexpected variable: ${row.variable}, there are ${k}.`);
    const code = numberIn(row, 'code');
    const n = numberIn(row, 'n');
    if (Number.isNaN(code)) variable.missing += n;
    else if (!Number.isFinite(code)) throw new RangeError(`Unexpected code: ${code}.`);
    else variable.counts.set(code, (variable.counts.get(code) ?? 0) + n);
  }
  return found.map(({ missing, counts }) => {
    const codes = Float64Array.from(counts.keys()).sort();
    return { codes, counts: codes.map((code) => counts.get(code)!), missing };
  });
}
