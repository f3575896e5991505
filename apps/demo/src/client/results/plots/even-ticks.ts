/**
 * Ticks from one end of a range to the other in equal steps of whole or half points, where there are such.
 *
 * @example evenTicks([1, 5], 8) // [1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5]
 */
export function evenTicks([minimum, maximum]: readonly [number, number], most: number): number[] {
  const counts = Array.from({ length: Math.max(1, most) }, (_, i) => most - i);
  const steps = counts.find((count) => Number.isInteger((2 * (maximum - minimum)) / count)) ?? most;
  return Array.from({ length: steps + 1 }, (_, i) => minimum + (i * (maximum - minimum)) / steps);
}
