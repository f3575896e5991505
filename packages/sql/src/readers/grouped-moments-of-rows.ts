import type { GroupedMoments } from '@peerscale/core';
import { checkVariables } from '../layout/check-variables.ts';
import { centredMoments } from './centred-moments.ts';
import { completeRowsIn, type GroupedRowsOptions, namedGroups } from './named-groups.ts';
import type { SqlRow } from './sql-row.ts';

/**
 * Moments by group from the rows that `momentsSql` with `groupBy` returns. The names are the values of the column as the
 * engine writes them as text; a group without a complete row is not among them.
 *
 * @param rows all of them, in any order, as objects with the names of the columns
 * @param k the number of variables that the statement was made for
 * @throws RangeError for rows of another statement, an infinite answer, rows without a group where no name for them is
 *   given, or one that a group has already
 * @example groupedMomentsOfRows(rows, 2, { withoutGroup: 'no team' }).groups.get('no team')
 */
export function groupedMomentsOfRows(
  rows: readonly SqlRow[],
  k: number,
  options: GroupedRowsOptions = {},
): GroupedMoments {
  checkVariables(k);
  const groups = namedGroups(rows, options, completeRowsIn);
  return { variables: k, groups: new Map(Array.from(groups, ([name, members]) => [name, centredMoments(members, k)])) };
}
