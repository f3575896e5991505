import type { GroupedMoments } from './grouped-moments.ts';
import { mergeMoments } from './merge-moments.ts';

/**
 * Grouped moments of two sets of respondents together; groups of the same name become one.
 *
 * @throws RangeError for different numbers of variables
 * @example
 * const march = groupedMomentsOfColumns([[1, 2]], ['a', 'b']);
 * const april = groupedMomentsOfColumns([[4]], ['b']);
 * mergeGroupedMoments(march, april).groups.get('b')?.means // [3]
 */
export function mergeGroupedMoments(a: GroupedMoments, b: GroupedMoments): GroupedMoments {
  if (a.variables !== b.variables) {
    throw new RangeError(`Unexpected number of variables: ${b.variables}, expected ${a.variables}.`);
  }
  const groups = new Map(a.groups);
  for (const [name, moments] of b.groups) {
    const known = groups.get(name);
    groups.set(name, known === undefined ? moments : mergeMoments(known, moments));
  }
  return { variables: a.variables, groups };
}
