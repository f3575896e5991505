import { groupDisclosure } from '@peerscale/core';

/**
 * How much is shown of figures about so many people: everything; figures without distributions; nothing; or that there is
 * nobody.
 */
export type Shown = 'all' | 'no-distribution' | 'nothing' | 'nobody';

/** Distributions show single people: they need this many times the minimum group size. */
const DISTRIBUTION_FACTOR = 2;

/** The size from which distributions are shown. */
export const distributionGroupSize = (minimumGroupSize: number): number => DISTRIBUTION_FACTOR * minimumGroupSize;

/**
 * What may be shown of a group, by the rules of docs/methods/small-groups.md.
 *
 * @throws RangeError for a minimum group size below 3
 * @example shownOf(7, 5) // 'no-distribution'
 */
export function shownOf(size: number, minimumGroupSize: number): Shown {
  const disclosure = groupDisclosure(size, minimumGroupSize);
  if (disclosure === 'empty') return 'nobody';
  if (disclosure === 'suppressed') return 'nothing';
  return size < distributionGroupSize(minimumGroupSize) ? 'no-distribution' : 'all';
}
