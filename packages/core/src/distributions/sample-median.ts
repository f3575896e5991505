import { median } from 'simple-statistics';

/**
 * The median of a sample: the middle value, or the mean of the two middle values.
 *
 * The values are copied, not reordered. Expected time linear in their number.
 *
 * @param values any array of numbers, typed or not, in any order
 * @returns NaN for an empty sample, and where a value is NaN
 * @see agrees with R `median(values)`
 * @example sampleMedian(Float64Array.of(3, 1, 2, 10)) // 2.5
 */
export function sampleMedian(values: ArrayLike<number>): number {
  const copy = Array.from(values);
  return copy.length === 0 || copy.some(Number.isNaN) ? NaN : median(copy);
}
