import { equivalence, type MeanDifference, type Sample } from '../change/index.ts';
import { studentTQuantile } from '../distributions/index.ts';
import type { ChangeDifference, ChangeEquivalence, ChangeSample } from './change-report-types.ts';
import { estimateOf } from './estimate.ts';
import { orNull } from './or-null.ts';

export function sampleFigures({ n, mean, sd }: Sample, level: number): ChangeSample {
  const half = n < 2 ? NaN : (studentTQuantile(1 - (1 - level) / 2, n - 1) * sd) / Math.sqrt(n);
  const ends = { lower: mean - half, upper: mean + half, level, method: 'student-t' } as const;
  return { n, mean: orNull(mean), interval: estimateOf(mean, n, 'mean', ends).interval, sd: orNull(sd) };
}

/** A kernel's mean difference as a report has it, not adjusted yet. */
export function differenceFigures(
  { value, lower, upper, level, standardError, t, df, p }: MeanDifference,
  n: number,
  method: string,
): ChangeDifference {
  return {
    ...estimateOf(value, n, method, { lower, upper, level, method: 'student-t' }),
    standardError: orNull(standardError),
    t: orNull(t),
    df: orNull(df),
    p: orNull(p),
    adjustedP: null,
  };
}

/** Whether a difference is too small to matter; null where no bound was given. */
export function equivalenceFigures(
  difference: MeanDifference,
  bound: number | undefined,
  level: number,
): ChangeEquivalence | null {
  if (bound === undefined) return null;
  const { p, equivalent, lower, upper } = equivalence(difference, { lower: -bound, upper: bound }, level);
  return {
    bound,
    p: orNull(p),
    equivalent,
    interval: { level: 2 * level - 1, lower: orNull(lower), upper: orNull(upper) },
  };
}
