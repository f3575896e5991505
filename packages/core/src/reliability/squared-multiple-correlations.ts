import { inverseOfPositiveDefinite } from '../linalg/index.ts';
import { correlationsOf } from '../moments/correlations-of.ts';
import type { Moments } from '../moments/moments.ts';

/**
 * How much of each item's variance the other items explain: 1 - 1 / (R^-1)_ii, R being the item correlations.
 *
 * @returns one value an item; all NaN where an item does not vary or is a linear combination of others; 0 for a single item
 * @see Guttman (1953), doi:10.1007/BF02289264; agrees with R `psych::smc`
 * @example squaredMultipleCorrelations(momentsOf([[1, 2], [2, 2], [3, 4]])) // [0.75, 0.75]; with two items r squared
 */
export function squaredMultipleCorrelations(moments: Moments): Float64Array {
  const k = moments.means.length;
  const inverse = inverseOfPositiveDefinite(correlationsOf(moments), k);
  if (inverse === null) return new Float64Array(k).fill(NaN);
  return Float64Array.from(inverse, (row, i) => 1 - 1 / row[i]!);
}
