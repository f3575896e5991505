import type { DistinctRows } from './distinct-rows.ts';

/**
 * A maker of samples of n respondents drawn with replacement: how often each distinct row was drawn. The array is the
 * same one each time; the same generator gives the same samples to whatever is computed from them.
 */
export function resampledWeights({ n, counts }: DistinctRows, random: () => number): () => Float64Array {
  const rowOf = new Uint32Array(n);
  for (let row = 0, at = 0; row < counts.length; row++) {
    rowOf.fill(row, at, at + counts[row]!);
    at += counts[row]!;
  }
  const times = new Uint32Array(counts.length);
  const weights = new Float64Array(counts.length);
  return () => {
    times.fill(0);
    for (let i = 0; i < n; i++) times[rowOf[Math.floor(random() * n)]!]!++;
    weights.set(times);
    return weights;
  };
}
