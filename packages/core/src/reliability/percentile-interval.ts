import type { Interval } from './interval.ts';
import { replicateQuantile } from './replicate-quantile.ts';

/**
 * Percentile interval: the middle part of the bootstrap replicates. Replicates that are NaN are left out.
 *
 * @param replicates `bootstrapReplicates`
 * @param level coverage aimed at, default 0.95
 * @returns both NaN without a usable replicate
 * @throws RangeError unless 0 < level < 1
 * @see Efron & Tibshirani (1993), doi:10.1201/9780429246593, chapter 13; agrees with R `boot::boot.ci(type = "perc")`.
 * `psych::alpha(n.iter)` takes `quantile` of type 7, which differs by less than the gap of two neighbouring replicates
 * @example percentileInterval(Float64Array.from({ length: 999 }, (_, i) => i + 1)) // { lower: 25, upper: 975 }
 */
export function percentileInterval(replicates: Float64Array, level = 0.95): Interval {
  if (!(level > 0 && level < 1)) throw new RangeError(`Unexpected level: ${level}.`);
  const sorted = replicates.filter(Number.isFinite).sort();
  return { lower: replicateQuantile(sorted, (1 - level) / 2), upper: replicateQuantile(sorted, (1 + level) / 2) };
}
