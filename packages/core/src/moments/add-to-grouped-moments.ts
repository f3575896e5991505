import { addToMoments } from './add-to-moments.ts';
import type { GroupedMoments } from './grouped-moments.ts';
import { emptyMoments } from './moments.ts';

/**
 * Grouped moments with one more complete row. For many rows at once `groupedMomentsOfColumns` is faster.
 *
 * @returns new grouped moments; the given ones stay as they are
 * @throws RangeError for a row of another length
 * @example addToGroupedMoments(emptyGroupedMoments(1), 'day shift', [4]).groups.get('day shift')?.n // 1
 */
export function addToGroupedMoments(
  { variables, groups }: GroupedMoments,
  group: string,
  row: ArrayLike<number>,
): GroupedMoments {
  return {
    variables,
    groups: new Map(groups).set(group, addToMoments(groups.get(group) ?? emptyMoments(variables), row)),
  };
}
