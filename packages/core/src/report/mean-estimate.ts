import { studentTQuantile } from '../distributions/index.ts';
import { momentsOfColumns } from '../moments/index.ts';
import { type Estimate, estimateOf } from './estimate.ts';
import { orNull } from './or-null.ts';

/** Mean of the values that are numbers, with its t interval, and their standard deviation (divisor n - 1). */
export function meanEstimate(
  values: Float64Array,
  level: number,
): { readonly mean: Estimate; readonly sd: number | null } {
  const { n, means, comoments } = momentsOfColumns([values.filter((value) => !Number.isNaN(value))]);
  const sd = n < 2 ? NaN : Math.sqrt(comoments[0]! / (n - 1));
  const half = n < 2 ? NaN : (studentTQuantile(1 - (1 - level) / 2, n - 1) * sd) / Math.sqrt(n);
  const mean = n === 0 ? NaN : means[0]!;
  const ends = { lower: mean - half, upper: mean + half, level, method: 'student-t' } as const;
  return { mean: estimateOf(mean, n, 'mean of the scores', ends), sd: orNull(sd) };
}
