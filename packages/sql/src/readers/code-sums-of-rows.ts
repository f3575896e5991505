import type { CodeSums } from '@peerscale/core';
import { checkVariables } from '../layout/check-variables.ts';
import { codeSumsParts } from '../layout/triangle-parts.ts';
import { rowsByPart } from './rows-by-part.ts';
import { numberIn, type SqlRow } from './sql-row.ts';

/**
 * Code sums from the rows that `codeSumsSql` returns: what `codeSumsOfColumns` gives of the same rows, to the last digit.
 * Those of several tables, files or servers add up (`mergeAllCodeSums`).
 *
 * @param rows all of them, in any order, as objects with the names of the columns
 * @param k the number of variables that the statement was made for
 * @throws RangeError for rows of another statement, and sums that are no whole numbers or too large to be exact
 * @example momentsOfCodeSums(codeSumsOfRows(rows, 2)).means
 */
export function codeSumsOfRows(rows: readonly SqlRow[], k: number): CodeSums {
  checkVariables(k);
  const parts = codeSumsParts(k);
  const ordered = rowsByPart(rows, parts.length);
  const n = numberIn(ordered[0]!, 'n');
  const exact = (row: SqlRow, column: string): number => {
    const sum = n === 0 ? 0 : numberIn(row, column);
    // PostgreSQL gives minus zero for a sum of nothing but -1 x 0
    if (Number.isSafeInteger(sum)) return sum + 0;
    throw new RangeError(`Unexpected sum of codes: ${sum} is no whole number below 2^53.`);
  };
  return {
    n,
    sums: Float64Array.from({ length: k }, (_, i) => exact(ordered[0]!, `v${i}`)),
    products: Float64Array.from(parts.flatMap((pairs, part) => pairs.map((_, p) => exact(ordered[part]!, `p${p}`)))),
  };
}
