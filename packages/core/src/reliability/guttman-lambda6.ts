import { correlationsOf } from '../moments/correlations-of.ts';
import type { Moments } from '../moments/moments.ts';
import { squaredMultipleCorrelations } from './squared-multiple-correlations.ts';

/**
 * Guttman's lambda 6 of the standardized items: what an item shares with the others counts as true,
 *
 *   lambda6 = 1 - sum(1 - smc_i) / sum(R)
 *
 * R being the item correlations and smc the squared multiple correlations. A lower bound of the reliability of the sum of
 * z-scores; higher than alpha where the items form clusters.
 *
 * @returns NaN for fewer than two items, a constant item, or items that are linear combinations of each other
 * @see Guttman (1945), doi:10.1007/BF02288892; agrees with R `psych::alpha()$total$"G6(smc)"`
 * @example guttmanLambda6(momentsOf([[1, 2, 1], [2, 2, 3], [3, 4, 2], [5, 4, 4]])) // 0.9748
 */
export function guttmanLambda6(moments: Moments): number {
  const k = moments.means.length;
  if (k < 2) return NaN;
  let total = 0;
  const correlations = correlationsOf(moments);
  for (let i = 0, p = 0; i < k; i++) {
    for (let j = 0; j < i; j++) total += 2 * correlations[p++]!;
    total += correlations[p++]!;
  }
  let unexplained = 0;
  for (const smc of squaredMultipleCorrelations(moments)) unexplained += 1 - smc;
  return total > 1e-12 * k ? 1 - unexplained / total : NaN;
}
