import { normalQuantile } from '../distributions/index.ts';
import type { Interval } from './interval.ts';

/**
 * Normal-theory interval for raw alpha: estimate +/- z times its large-sample standard error (`alphaStandardError`). It
 * asks for normal items of any covariance matrix, where Feldt's and Bonett's ask for equal variances and covariances.
 *
 * The upper end can exceed 1: it is not clipped.
 *
 * @param alpha the estimate (`cronbachAlpha`)
 * @param standardError its standard error
 * @param level coverage aimed at, default 0.95
 * @returns both NaN where the estimate or its standard error is NaN, or the standard error negative or infinite
 * @throws RangeError unless 0 < level < 1
 * @see Duhachek & Iacobucci (2004), doi:10.1037/0021-9010.89.5.792; agrees with the "Duhachek" row printed by R
 * `psych::alpha`, up to psych's 1.96 for z
 * @example duhachekIacobucciInterval(0.8, 0.03) // { lower: 0.7412, upper: 0.8588 }
 */
export function duhachekIacobucciInterval(alpha: number, standardError: number, level = 0.95): Interval {
  if (!(level > 0 && level < 1)) throw new RangeError(`Unexpected level: ${level}.`);
  if (!(standardError >= 0 && standardError < Infinity)) return { lower: NaN, upper: NaN };
  const reach = normalQuantile((1 - level) / 2, 0, 1, 'upper') * standardError;
  return { lower: alpha - reach, upper: alpha + reach };
}
