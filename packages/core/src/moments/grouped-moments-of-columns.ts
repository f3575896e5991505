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
  const places = new Map<string, number>();
  const placeOfRow = new Int32Array(groups.length);
  for (let row = 0; row < groups.length; row++) {
    let place = places.get(groups[row]!);
    if (place === undefined) {
      place = places.size;
      places.set(groups[row]!, place);
    }
    placeOfRow[row] = place;
  }
  const ends = new Int32Array(places.size);
  for (let row = 0; row < groups.length; row++) ends[placeOfRow[row]!]!++;
  for (let place = 1; place < ends.length; place++) ends[place]! += ends[place - 1]!;
  const starts = Int32Array.from(ends, (_, place) => (place === 0 ? 0 : ends[place - 1]!));
  // the columns with the members of a group side by side, in the order of the rows
  const next = starts.slice();
  const target = placeOfRow.map((place) => next[place]!++);
  const sorted = columns.map((column) => {
    const values = new Float64Array(groups.length);
    for (let row = 0; row < groups.length; row++) values[target[row]!] = column[row]!;
    return values;
  });
  const momentsOfGroup = (place: number) =>
    momentsOfColumns(sorted.map((values) => values.subarray(starts[place]!, ends[place]!)));
  return {
    variables: columns.length,
    groups: new Map(Array.from(places, ([group, place]) => [group, momentsOfGroup(place)])),
  };
}
