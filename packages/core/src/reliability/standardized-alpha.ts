import type { Moments } from '../moments/moments.ts';
import { averageInterItemCorrelation } from './inter-item-correlations.ts';

/**
 * Alpha of items brought to equal variance, from their average correlation r:
 *
 *   standardized alpha = k r / (1 + (k - 1) r)
 *
 * It describes a sum of z-scores, not the sum of the answers; no interval is given with it, because the intervals for
 * alpha are derived for covariances.
 *
 * @param moments moments of the keyed items over listwise-complete respondents
 * @returns NaN for fewer than two items, where an item does not vary, or where all sums of z-scores are the same
 * @see agrees with R `psych::alpha()$total$std.alpha`
 * @example standardizedAlpha(momentsOf([[1, 2], [2, 2], [3, 4]])) // 0.9282
 */
export function standardizedAlpha(moments: Moments): number {
  const k = moments.means.length;
  const r = averageInterItemCorrelation(moments);
  const variance = 1 + (k - 1) * r; // of the mean of the z-scores, times k
  return variance > 1e-12 ? (k * r) / variance : NaN;
}
