import type { CategoryCounts } from '@peerscale/core';
import { checkVariables } from '../layout/check-variables.ts';
import { categoryCountsOfRows } from './category-counts-of-rows.ts';
import { type GroupedRowsOptions, namedGroups } from './named-groups.ts';
import { numberIn, type SqlRow } from './sql-row.ts';

/**
 * Category counts by group, one a variable, from the rows that `countsSql` with `groupBy` returns. The names are the values
 * of the column as the engine writes them as text; every group is among them, also one in which all answers are missing.
 *
 * @param rows all of them, in any order, as objects with the names of the columns
 * @param k the number of variables that the statement was made for
 * @throws RangeError for rows of another statement, an infinite answer (in SQLite also one that is no number), rows without
 *   a group where no name for them is given, or one that a group has already
 * @example groupedCategoryCountsOfRows(rows, 2, { withoutGroup: 'no team' }).get('no team')?.[0]?.missing
 */
export function groupedCategoryCountsOfRows(
  rows: readonly SqlRow[],
  k: number,
  options: GroupedRowsOptions = {},
): ReadonlyMap<string, CategoryCounts[]> {
  checkVariables(k);
  const groups = namedGroups(rows, options, rowsIn);
  return new Map(Array.from(groups, ([name, members]) => [name, categoryCountsOfRows(members, k)]));
}

/** Every row of the table is counted once for each variable. */
function rowsIn(members: readonly SqlRow[]): string {
  const first = members.filter((row) => numberIn(row, 'variable') === 0);
  return `${first.reduce((sum, row) => sum + numberIn(row, 'n'), 0)} rows`;
}
