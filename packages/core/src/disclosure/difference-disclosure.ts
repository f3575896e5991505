import { groupDisclosure } from './group-disclosure.ts';

/** How two groups overlap, or one group in two waves: who is in both, and who in one of them only. */
export interface GroupOverlap {
  readonly both: number;
  /** in the first only: for waves, those who left */
  readonly onlyFirst: number;
  /** in the second only: for waves, those who joined */
  readonly onlySecond: number;
}

export type DifferenceDisclosure =
  /** both groups, and a comparison of them, may be shown */
  | 'shown'
  /** one of the two, and nothing that was computed from the other */
  | 'one-of-them'
  /** neither is large enough by itself */
  | 'neither';

/**
 * The rule for two groups that overlap, or one group at two times: the people by whom they differ must be none, or at least
 * as many as the minimum, on each side. Otherwise whoever sees both figures sees, by subtraction, what a few people answered:
 * exactly where the answers of the others are the same ones (segments of one wave; the results before and after one more
 * answer; those linked, beside all), nearly where they have not changed much (a team in two waves that one person joined).
 * What can be shown then is the group that was to be shown anyway, or the change of those who were there both times alone.
 *
 * @param minimumGroupSize default 5, never below 3
 * @throws RangeError for sizes that are not whole numbers from 0, or a minimum below 3
 * @example differenceDisclosure({ both: 20, onlyFirst: 0, onlySecond: 1 }) // 'one-of-them'
 */
export function differenceDisclosure(overlap: GroupOverlap, minimumGroupSize = 5): DifferenceDisclosure {
  const { both, onlyFirst, onlySecond } = overlap;
  for (const size of [both, onlyFirst, onlySecond]) {
    if (!Number.isSafeInteger(size) || size < 0) throw new RangeError(`Unexpected number of people: ${size}.`);
  }
  const first = groupDisclosure(both + onlyFirst, minimumGroupSize);
  const second = groupDisclosure(both + onlySecond, minimumGroupSize);
  if (first !== 'shown' && second !== 'shown') return 'neither';
  if (first !== 'shown' || second !== 'shown') return 'one-of-them';
  const few = (size: number) => groupDisclosure(size, minimumGroupSize) === 'suppressed';
  // groups without anybody in common are two groups, not one with a few others
  return both > 0 && (few(onlyFirst) || few(onlySecond)) ? 'one-of-them' : 'shown';
}
