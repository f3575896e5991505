import type { DistinctRows } from './distinct-rows.ts';
import { dot } from './dot.ts';
import { resampledWeights } from './resampled-weights.ts';

/**
 * A maker of alphas of samples of n respondents drawn with replacement: what `cronbachAlpha` says of `resampledMoments`,
 * up to rounding, from k + 1 variances (the items' and the sum score's) in place of all k (k + 1) / 2 products.
 */
export function resampledAlphas(rows: DistinctRows, random: () => number): () => number {
  const { n, columns, counts } = rows;
  const k = columns.length;
  const resample = resampledWeights(rows, random);
  const centred = columns.map((column) => {
    // centred once: whole-number codes would also send V8 into its integer arithmetic, three times as slow here
    const middle = column.reduce((sum, x) => sum + x, 0) / column.length;
    return column.map((x) => x - middle);
  });
  const sums = Float64Array.from(counts, (_, row) => centred.reduce((sum, column) => sum + column[row]!, 0));
  return () => {
    const weights = resample();
    let trace = 0;
    for (const column of centred) trace += variation(column, weights, n);
    const total = variation(sums, weights, n);
    return k >= 2 && total > 1e-12 * trace ? (k / (k - 1)) * (1 - trace / total) : NaN;
  };
}

/** Weighted sum of squares around the weighted mean; 0 where all that were drawn are alike up to rounding. */
function variation(x: Float64Array, weights: Float64Array, n: number): number {
  const mean = dot(x, weights, x.length) / n;
  let a = 0;
  let b = 0;
  let at = 0;
  for (; at + 1 < x.length; at += 2) {
    const first = x[at]! - mean;
    const second = x[at + 1]! - mean;
    a += weights[at]! * first * first;
    b += weights[at + 1]! * second * second;
  }
  for (; at < x.length; at++) a += weights[at]! * (x[at]! - mean) * (x[at]! - mean);
  return a + b > 1e-26 * n * mean * mean ? a + b : 0;
}
