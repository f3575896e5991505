import type { Moments } from '../moments/moments.ts';
import { averageInterItemCorrelation } from './inter-item-correlations.ts';

/**
 * Signal-to-noise ratio of a scale, k r / (1 - r) with r the average correlation between its items: reliability over
 * unreliability, so that doubling the items doubles it.
 *
 * @returns NaN for fewer than two items, where an item does not vary, and where all items are perfectly correlated: there is
 * no noise to compare with
 * @see Cronbach & Gleser (1964), doi:10.1177/001316446402400303; agrees with R `psych::alpha()$total$"S/N"`
 * @example signalToNoise(momentsOf([[1, 2, 1], [2, 2, 3], [3, 4, 2], [5, 4, 4]])) // 7.2727
 */
export function signalToNoise(moments: Moments): number {
  const r = averageInterItemCorrelation(moments);
  return 1 - r > 1e-12 ? (moments.means.length * r) / (1 - r) : NaN;
}
