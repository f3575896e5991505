import { normalQuantile } from '../distributions/index.ts';

/**
 * Quantile of bootstrap replicates: the order statistic of rank (R + 1) p, between two ranks interpolated on the scale of
 * normal quantiles; beyond the outermost ranks the smallest or largest value.
 *
 * @param sorted the R usable replicates in ascending order
 * @see Davison & Hinkley (1997), equation 5.8; the rule of R `boot::boot.ci`
 */
export function replicateQuantile(sorted: Float64Array, p: number): number {
  const count = sorted.length;
  if (count === 0 || Number.isNaN(p)) return NaN;
  const rank = (count + 1) * p;
  const below = Math.floor(rank);
  if (below < 1) return sorted[0]!;
  if (below >= count) return sorted[count - 1]!;
  const low = sorted[below - 1]!;
  const from = normalQuantile(below / (count + 1));
  const to = normalQuantile((below + 1) / (count + 1));
  return low + ((normalQuantile(p) - from) / (to - from)) * (sorted[below]! - low);
}
