import { normalCdf, normalQuantile } from '../distributions/index.ts';
import type { Interval } from './interval.ts';
import type { JackknifeReplicates } from './jackknife-replicates.ts';
import { replicateQuantile } from './replicate-quantile.ts';

/**
 * Bias-corrected and accelerated interval: the percentile interval with its two ranks moved,
 *
 *   p -> Phi(b + (b + z_p) / (1 - a (b + z_p)))
 *
 * by the bias b = Phi^-1(share of replicates below the estimate) and the acceleration a = sum(d^3) / (6 sum(d^2)^(3/2)), d
 * being how far each jackknife value lies below their mean. Replicates that are NaN are left out.
 *
 * @param replicates `bootstrapReplicates`
 * @param estimate the statistic of the sample itself
 * @param jackknife `jackknifeReplicates`
 * @param level coverage aimed at, default 0.95
 * @returns both NaN where the estimate or a jackknife value is NaN, all jackknife values are the same, or all usable
 * replicates are on one side of the estimate
 * @throws RangeError unless 0 < level < 1
 * @see Efron (1987), doi:10.1080/01621459.1987.10478410; agrees with R `boot::boot.ci(type = "bca", L = d)`
 * @example
 * const columns = [[1, 2, 3, 5, 4, 2], [2, 2, 4, 4, 5, 1], [1, 3, 3, 5, 3, 2]];
 * const replicates = bootstrapReplicates(cronbachAlpha, columns, 1000, 20261121);
 * const alpha = cronbachAlpha(momentsOfColumns(columns));
 * bcaInterval(replicates, alpha, jackknifeReplicates(cronbachAlpha, columns)) // { lower: 0.7239, upper: 0.9851 }
 */
export function bcaInterval(
  replicates: Float64Array,
  estimate: number,
  jackknife: JackknifeReplicates,
  level = 0.95,
): Interval {
  if (!(level > 0 && level < 1)) throw new RangeError(`Unexpected level: ${level}.`);
  const sorted = replicates.filter(Number.isFinite).sort();
  // a small sample draws itself again and again: what rounding puts beside the estimate is the estimate, not below it
  const rounding = 1e-12 * (Math.abs(estimate) + Math.abs(sorted.at(-1)! - sorted[0]!));
  const below = sorted.reduce((count, value) => count + (value < estimate - rounding ? 1 : 0), 0);
  const bias = Number.isNaN(estimate) ? NaN : normalQuantile(below / sorted.length);
  const a = acceleration(jackknife);
  if (!Number.isFinite(bias)) return { lower: NaN, upper: NaN };
  const moved = (p: number): number => {
    const point = bias + normalQuantile(p);
    return normalCdf(bias + point / (1 - a * point));
  };
  return {
    lower: replicateQuantile(sorted, moved((1 - level) / 2)),
    upper: replicateQuantile(sorted, moved((1 + level) / 2)),
  };
}

function acceleration({ values, counts }: JackknifeReplicates): number {
  let [n, mean] = [0, 0];
  for (const count of counts) n += count;
  values.forEach((value, i) => {
    mean += (value * counts[i]!) / n;
  });
  let largest = 0; // the unit of d: cubes of differences around 1e-110 would vanish
  for (const value of values) largest = Math.max(largest, Math.abs(mean - value));
  // what rounding leaves of values that are all the same
  if (!(largest > 1e-14 * Math.abs(mean))) return NaN;
  let [squares, cubes] = [0, 0];
  values.forEach((value, i) => {
    const d = (mean - value) / largest;
    squares += counts[i]! * d * d;
    cubes += counts[i]! * d * d * d;
  });
  return cubes / (6 * squares ** 1.5);
}
