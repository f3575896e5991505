import type { CodeSums } from '@peerscale/core';
import { checkVariables } from '../layout/check-variables.ts';
import { codeSumsOfRows } from './code-sums-of-rows.ts';
import { completeRowsIn, type GroupedRowsOptions, namedGroups } from './named-groups.ts';
import type { SqlRow } from './sql-row.ts';

/**
 * Code sums by group from the rows that `codeSumsSql` with `groupBy` returns: of each group what `codeSumsOfColumns` gives,
 * to the last digit. The names are the values of the column as the engine writes them as text; a group without a complete
 * row is not among them.
 *
 * @param rows all of them, in any order, as objects with the names of the columns
 * @param k the number of variables that the statement was made for
 * @throws RangeError for rows of another statement, sums that are no whole numbers or too large to be exact, rows without a
 *   group where no name for them is given, or one that a group has already
 * @example groupedCodeSumsOfRows(rows, 2, { withoutGroup: 'no team' }).get('no team')?.n
 */
export function groupedCodeSumsOfRows(
  rows: readonly SqlRow[],
  k: number,
  options: GroupedRowsOptions = {},
): ReadonlyMap<string, CodeSums> {
  checkVariables(k);
  const groups = namedGroups(rows, options, completeRowsIn);
  return new Map(Array.from(groups, ([name, members]) => [name, codeSumsOfRows(members, k)]));
}
