/**
 * Round numbers along an axis: multiples of 1, 2 or 5 times a power of ten.
 *
 * @param most the largest number of steps between them
 * @example ticks(1, 5, 5) // [1, 2, 3, 4, 5]
 */
export function ticks(from: number, to: number, most: number): number[] {
  const span = to - from;
  if (!(span > 0) || !Number.isFinite(span)) return [];
  const power = 10 ** Math.floor(Math.log10(span / most));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => span / candidate <= most)!;
  const first = Math.ceil(from / step);
  const count = Math.floor(to / step) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}
