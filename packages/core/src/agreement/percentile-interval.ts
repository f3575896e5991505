/**
 * The interval between the two quantiles of a sample of estimates that leave (1 - level) / 2 outside on each side, the
 * quantiles interpolated between the sorted estimates as R's `quantile(type = 7)` does.
 *
 * @returns both NaN for an empty sample
 * @example percentileInterval([5, 1, 4, 2, 3], 0.5) // { lower: 2, upper: 4 }
 */
export function percentileInterval(estimates: ArrayLike<number>, level: number): { lower: number; upper: number } {
  const sorted = Float64Array.from(estimates).sort();
  const quantile = (p: number): number => {
    if (sorted.length === 0) return NaN;
    const place = (sorted.length - 1) * p;
    const below = Math.floor(place);
    const left = sorted[below]!;
    const right = sorted[Math.min(below + 1, sorted.length - 1)]!;
    return left + (place - below) * (right - left);
  };
  return { lower: quantile((1 - level) / 2), upper: quantile(1 - (1 - level) / 2) };
}
