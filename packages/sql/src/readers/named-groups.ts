import { rowsByGroup } from './rows-by-group.ts';
import { numberIn, type SqlRow } from './sql-row.ts';

export interface GroupedRowsOptions {
  /** name of the group of those rows that have NULL for a group; default: such rows are an error, never dropped silently */
  readonly withoutGroup?: string;
}

/**
 * The rows of a statement by the name of their group.
 *
 * @param rowsIn how many rows of the table some rows of the statement are about, for the message: "3 complete rows"
 * @throws RangeError for rows without a group where no name for them is given, or one that a group has already
 */
export function namedGroups(
  rows: readonly SqlRow[],
  { withoutGroup }: GroupedRowsOptions,
  rowsIn: (members: readonly SqlRow[]) => string,
): Map<string, SqlRow[]> {
  const groups = new Map<string, SqlRow[]>();
  for (const [group, members] of rowsByGroup(rows)) {
    const name = group ?? withoutGroup;
    if (name === undefined) throw new RangeError(`Unexpected group: ${rowsIn(members)} have NULL.`);
    if (groups.has(name)) throw new RangeError(`Unexpected name for rows without a group: ${name} is a group.`);
    groups.set(name, members);
  }
  return groups;
}

/** Of statements whose column n says how many complete rows a group has. */
export const completeRowsIn = ([row]: readonly SqlRow[]): string => `${numberIn(row!, 'n')} complete rows`;
