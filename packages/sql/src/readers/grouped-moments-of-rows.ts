import type { GroupedMoments, Moments } from '@peerscale/core';
import { checkVariables } from '../layout/check-variables.ts';
import { centredMoments } from './centred-moments.ts';
import { rowsByGroup } from './rows-by-group.ts';
import { numberIn, type SqlRow } from './sql-row.ts';

export interface GroupedMomentsOfRowsOptions {
  /** name of the group of those rows that have NULL for a group; default: such rows are an error, never dropped silently */
  readonly withoutGroup?: string;
}

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
  { withoutGroup }: GroupedMomentsOfRowsOptions = {},
): GroupedMoments {
  checkVariables(k);
  const groups = new Map<string, Moments<'listwise'>>();
  for (const [group, members] of rowsByGroup(rows)) {
    const name = group ?? withoutGroup;
    if (name === undefined) {
      throw new RangeError(`Unexpected group: ${numberIn(members[0]!, 'n')} complete rows have NULL.`);
    }
    if (groups.has(name)) throw new RangeError(`Unexpected name for rows without a group: ${name} is a group.`);
    groups.set(name, centredMoments(members, k));
  }
  return { variables: k, groups };
}
