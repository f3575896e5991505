import { orNull } from './or-null.ts';

/** What an interval of an estimate rests on. */
export type EstimateIntervalMethod =
  | 'student-t'
  | 'noncentral-t'
  | 'normal'
  | 'feldt'
  | 'f-distribution'
  | 'f-approximate'
  | 'heteroscedasticity-robust'
  | 'cluster-robust'
  | 'bootstrap-percentile'
  | 'bootstrap-bca';

export interface EstimateInterval {
  readonly method: EstimateIntervalMethod;
  /** coverage aimed at, such as 0.95 */
  readonly level: number;
  readonly lower: number;
  readonly upper: number;
}

/** A figure with all that is needed to judge it. */
export interface Estimate {
  /** null where it does not exist: an issue says why */
  readonly value: number | null;
  /** null where there is none */
  readonly interval: EstimateInterval | null;
  /** persons behind it, or groups where the method says so */
  readonly n: number;
  /** how it was estimated, in a few words */
  readonly method: string;
}

/** Ends of an interval as a kernel returns them: NaN where there is none. */
export interface IntervalEnds {
  readonly lower: number;
  readonly upper: number;
  readonly level: number;
  readonly method: EstimateIntervalMethod;
}

/** An estimate from what kernels return; an interval with an end that is not a number is none. */
export function estimateOf(value: number, n: number, method: string, ends?: IntervalEnds): Estimate {
  const exists = ends !== undefined && Number.isFinite(ends.lower) && Number.isFinite(ends.upper);
  return {
    value: orNull(value),
    interval:
      exists && Number.isFinite(value)
        ? { method: ends.method, level: ends.level, lower: ends.lower, upper: ends.upper }
        : null,
    n,
    method,
  };
}
