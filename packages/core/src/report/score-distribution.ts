import type { ScoreDistribution } from './report-types.ts';

/**
 * Counts of scores in equal bins over the possible range; the last bin includes its upper edge.
 *
 * @param values scores within the range, without NaN
 * @param bins number of bins
 */
export function scoreDistribution(
  values: ArrayLike<number>,
  { minimum, maximum }: { readonly minimum: number; readonly maximum: number },
  bins: number,
): ScoreDistribution {
  const width = (maximum - minimum) / bins;
  const edges = Array.from({ length: bins + 1 }, (_, i) => (i === bins ? maximum : minimum + i * width));
  const counts = new Array<number>(bins).fill(0);
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    let bin = Math.min(bins - 1, Math.floor((value - minimum) / width));
    // a score that rounding put beside its edge belongs to the bin whose edges hold it
    if (value < edges[bin]!) bin--;
    else if (bin < bins - 1 && value >= edges[bin + 1]!) bin++;
    counts[bin]!++;
  }
  return { edges, counts };
}
