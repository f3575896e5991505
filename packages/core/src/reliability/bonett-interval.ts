import { normalQuantile } from '../distributions/index.ts';
import type { Interval } from './interval.ts';

/** Options of {@link bonettInterval}. */
export interface BonettOptions {
  /** coverage aimed at, default 0.95 */
  readonly level?: number;
  /** false (default): Bonett 2002 as published; true: with the bias term ln(n / (n - 1)) of Bonett 2010 */
  readonly biasCorrected?: boolean;
}

/**
 * Bonett's interval for raw alpha: ln(1 - alpha) is close to normal with variance 2k / ((k - 1)(n - 2)),
 *
 *   1 - exp(ln(1 - alpha) - b + z sqrt(2k / ((k - 1)(n - 2))))   to   1 - exp(ln(1 - alpha) - b - z sqrt(…))
 *
 * with b = 0 (2002, the default) or b = ln(n / (n - 1)) (2010). Derived, like Feldt's, for normal items of equal variances
 * and covariances.
 *
 * @param alpha the estimate (`cronbachAlpha`)
 * @param n respondents it was estimated from
 * @param k items
 * @returns both NaN where alpha is NaN, not below 1 or not finite, n < 3 or k < 2 or not finite
 * @throws RangeError unless 0 < level < 1
 * @see Bonett (2002), doi:10.3102/10769986027004335; Bonett (2010), doi:10.1037/a0020142; agrees with the formula in R
 * @example bonettInterval(0.8, 100, 10) // { lower: 0.7313, upper: 0.8511 }
 */
export function bonettInterval(
  alpha: number,
  n: number,
  k: number,
  { level = 0.95, biasCorrected = false }: BonettOptions = {},
): Interval {
  if (!(level > 0 && level < 1)) throw new RangeError(`Unexpected level: ${level}.`);
  if (!(n >= 3 && k >= 2 && k < Infinity && alpha < 1 && alpha > -Infinity)) return { lower: NaN, upper: NaN };
  const reach = normalQuantile((1 - level) / 2, 0, 1, 'upper') * Math.sqrt((2 * k) / ((k - 1) * (n - 2)));
  const unreliable = (1 - alpha) * (biasCorrected ? (n - 1) / n : 1);
  return { lower: 1 - unreliable * Math.exp(reach), upper: 1 - unreliable * Math.exp(-reach) };
}
