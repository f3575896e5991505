import { studentTCdf, studentTQuantile } from '../distributions/index.ts';
import type { ChangeFigure } from './effect-size.ts';

/** A mean difference with its interval, t, degrees of freedom and two-sided p. */
export interface MeanDifference extends ChangeFigure {
  readonly level: number;
  readonly standardError: number;
  readonly t: number;
  readonly df: number;
  readonly p: number;
}

/** Of a difference and its standard error; t and p NaN where nobody varies. */
export function tTest(value: number, standardError: number, df: number, level: number): MeanDifference {
  const usable = standardError > 0 && df > 0;
  const half = usable ? studentTQuantile(1 - (1 - level) / 2, df) * standardError : NaN;
  const t = usable ? value / standardError : NaN;
  return {
    value,
    lower: value - half,
    upper: value + half,
    level,
    standardError,
    t,
    df,
    p: usable ? 2 * studentTCdf(Math.abs(t), df, 'upper') : NaN,
  };
}
