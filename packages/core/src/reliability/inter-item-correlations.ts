import { sampleMedian } from '../distributions/index.ts';
import { correlationsOf } from '../moments/correlations-of.ts';
import type { Moments } from '../moments/moments.ts';

/** The correlations of all pairs of different items: NaN among them where an item does not vary. */
function pairs(moments: Moments): Float64Array {
  const k = moments.means.length;
  const correlations = correlationsOf(moments);
  const found = new Float64Array((k * (k - 1)) / 2);
  for (let i = 1, p = 0; i < k; i++) {
    const row = (i * (i + 1)) / 2;
    for (let j = 0; j < i; j++) found[p++] = correlations[row + j]!;
  }
  return found;
}

/**
 * Mean of the correlations between the items, all pairs weighted alike.
 *
 * @returns NaN for fewer than two items, or where an item does not vary
 * @see agrees with R `psych::alpha()$total$average_r`
 * @example averageInterItemCorrelation(momentsOf([[1, 2, 1], [2, 2, 3], [3, 4, 2], [5, 4, 4]])) // 0.7080
 */
export function averageInterItemCorrelation(moments: Moments): number {
  const correlations = pairs(moments);
  let sum = 0;
  for (const r of correlations) sum += r;
  return sum / correlations.length;
}

/**
 * Median of the correlations between the items: with a mean far from it, a few pairs carry the scale.
 *
 * @returns NaN for fewer than two items, or where an item does not vary
 * @see agrees with R `psych::alpha()$total$median_r`
 * @example medianInterItemCorrelation(momentsOf([[1, 2, 1], [2, 2, 3], [3, 4, 2], [5, 4, 4]])) // 0.8315
 */
export function medianInterItemCorrelation(moments: Moments): number {
  const correlations = pairs(moments);
  return correlations.some(Number.isNaN) ? NaN : sampleMedian(correlations);
}

/**
 * Variance of the correlations between the items, divisor pairs - 1.
 *
 * @returns NaN for fewer than three items, or where an item does not vary
 * @see agrees with R `psych::alpha()$alpha.drop$var.r`
 * @example varianceOfInterItemCorrelations(momentsOf([[1, 2, 1], [2, 2, 3], [3, 4, 2], [5, 4, 4]])) // 0.0510
 */
export function varianceOfInterItemCorrelations(moments: Moments): number {
  const correlations = pairs(moments);
  if (correlations.length < 2) return NaN;
  const mean = averageInterItemCorrelation(moments);
  let sum = 0;
  for (const r of correlations) sum += (r - mean) * (r - mean);
  return sum / (correlations.length - 1);
}
