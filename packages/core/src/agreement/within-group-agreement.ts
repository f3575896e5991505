import type { Moments } from '../moments/moments.ts';

/** How far the members of one group agree, compared with answers by chance. */
export interface WithinGroupAgreement {
  /** members */
  readonly n: number;
  /** mean over the items of the members' variance, divisor n - 1 */
  readonly variance: number;
  /** rwg of one item, rwg(j) of several: 0 where they differ more than by chance */
  readonly rwg: number;
  /** r*wg(j): does not grow with the number of items, and is negative where they differ more than by chance */
  readonly rwgStar: number;
  /** the members differ more than answers by chance would: `rwg` was set to 0 */
  readonly beyondChance: boolean;
}

/**
 * Within-group agreement of one group on J items that ask for the same thing, from the mean variance s2 of the items and
 * the variance of answers by chance S:
 *
 *   rwg = rwg(1) = 1 - s2 / S        rwg(j) = J (1 - s2 / S) / (J (1 - s2 / S) + s2 / S)        r*wg(j) = 1 - s2 / S
 *
 * Where s2 exceeds S the first two are set to 0, as James, Demaree and Wolf do, and `beyondChance` says so. rwg(j) grows
 * with J at the same agreement: 0.70 means less for ten items than for one. With two or three members it is mostly noise.
 *
 * @param group moments of the members' answers, an item a variable; reversed items keyed or not is the same
 * @param chance variance of answers by chance (`nullVariance`)
 * @returns NaN for fewer than two members or without items
 * @throws RangeError unless `chance` is above 0
 * @see James, Demaree & Wolf (1984), doi:10.1037/0021-9010.69.1.85; Lindell, Brandt & Whitney (1999),
 *   doi:10.1177/01466219922031257; agrees with R `multilevel::rwg`, `rwg.j` and `rwg.j.lindell`
 * @example withinGroupAgreement(momentsOf([[4], [4], [5]]), nullVariance(5)).rwg // 0.8333
 */
export function withinGroupAgreement({ n, means, comoments }: Moments, chance: number): WithinGroupAgreement {
  if (!(chance > 0 && chance < Infinity)) throw new RangeError(`Unexpected variance by chance: ${chance}.`);
  const items = means.length;
  let squares = 0;
  for (let item = 0; item < items; item++) squares += comoments[(item * (item + 3)) / 2]!;
  const variance = n < 2 || items === 0 ? NaN : squares / (n - 1) / items;
  const rwgStar = 1 - variance / chance;
  const beyondChance = rwgStar < 0;
  const share = beyondChance ? 0 : rwgStar;
  return { n, variance, rwg: (items * share) / (items * share + 1 - share), rwgStar, beyondChance };
}
