import type { Moments } from './moments.ts';

/** Moments by group: the same k variables of the members of each team, wave or site, over complete rows. */
export interface GroupedMoments {
  readonly variables: number;
  /** by the name of the group; a group has at least one member */
  readonly groups: ReadonlyMap<string, Moments<'listwise'>>;
}

/**
 * Grouped moments without any group: the neutral element of `mergeGroupedMoments`.
 *
 * @throws RangeError unless k is a whole number from 0
 * @example emptyGroupedMoments(2).groups.size // 0
 */
export function emptyGroupedMoments(k: number): GroupedMoments {
  if (!Number.isInteger(k) || k < 0) throw new RangeError(`Unexpected number of variables: ${k}.`);
  return { variables: k, groups: new Map() };
}
