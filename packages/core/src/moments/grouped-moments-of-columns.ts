import type { GroupedMoments } from './grouped-moments.ts';
import { momentsOfColumns } from './moments-of-columns.ts';

/**
 * Moments by group of complete columns, one a variable.
 *
 * @param columns keyed and complete, without NaN
 * @param groups the group of each row
 * @throws RangeError for columns of another length than `groups`
 * @example groupedMomentsOfColumns([[1, 2, 4]], ['a', 'b', 'b']).groups.get('b')?.means // Float64Array [3]
 */
export function groupedMomentsOfColumns(
  columns: readonly ArrayLike<number>[],
  groups: readonly string[],
): GroupedMoments {
  for (const column of columns) {
    if (column.length !== groups.length) {
      throw new RangeError(`Unexpected column length: ${column.length}, expected ${groups.length}.`);
    }
  }
  const members = new Map<string, number[]>();
  groups.forEach((group, row) => {
    const known = members.get(group);
    if (known === undefined) members.set(group, [row]);
    else known.push(row);
  });
  const momentsOfRows = (rows: readonly number[]) =>
    momentsOfColumns(columns.map((column) => Float64Array.from(rows, (row) => column[row]!)));
  return {
    variables: columns.length,
    groups: new Map(Array.from(members, ([group, rows]) => [group, momentsOfRows(rows)])),
  };
}
