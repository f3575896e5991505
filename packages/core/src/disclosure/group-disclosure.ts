/** Nobody may lower the minimum group size below this. */
export const SMALLEST_MINIMUM_GROUP_SIZE = 3;

/** Whether figures about a group may be shown: `empty` is said, `suppressed` is said without the number. */
export type GroupDisclosure = 'shown' | 'suppressed' | 'empty';

/**
 * The minimum-group-size rule for one group.
 *
 * @param size respondents in the group
 * @param minimumGroupSize default 5
 * @throws RangeError for a minimum below 3
 * @example groupDisclosure(4) // 'suppressed'
 */
export function groupDisclosure(size: number, minimumGroupSize = 5): GroupDisclosure {
  if (!(Number.isInteger(minimumGroupSize) && minimumGroupSize >= SMALLEST_MINIMUM_GROUP_SIZE)) {
    throw new RangeError(`Unexpected minimum group size: ${minimumGroupSize}.`);
  }
  if (size === 0) return 'empty';
  // a size that is no number is held back
  return size >= minimumGroupSize ? 'shown' : 'suppressed';
}
