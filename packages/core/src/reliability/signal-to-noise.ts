import type { Moments } from '../moments/moments.ts';
import { averageInterItemCorrelation } from './inter-item-correlations.ts';

/**
 * Signal-to-noise ratio of a scale, k r / (1 - r) with r the average correlation between its items: reliability over
 * unreliability, so that doubling the items doubles it.
 *
 * @returns NaN for fewer than two items, or where an item does not vary
 * @see Cronbach & Gleser (1964), doi:10.1177/001316446402400303; agrees with R `psych::alpha()$total$"S/N"`
 */
export function signalToNoise(moments: Moments): number {
  const r = averageInterItemCorrelation(moments);
  return (moments.means.length * r) / (1 - r);
}
