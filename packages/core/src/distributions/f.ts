import { chiSquaredCdf, chiSquaredQuantile } from './chi-squared.ts';
import { incompleteBeta } from './incomplete-beta.ts';
import { logOddsBetaQuantile } from './log-odds-beta-quantile.ts';
import { quantileInSupport } from './quantile-in-support.ts';
import { oppositeTail, type Tail, tailProbability } from './small-tail.ts';

/**
 * Probability that an F variable is at most x (`tail` 'lower'), or above x ('upper').
 *
 * Each tail is computed for itself, through the incomplete beta function of df1 x / (df2 + df1 x). Agrees with R
 * `pf(x, df1, df2, lower.tail)`.
 *
 * @param x point; below 0 the lower tail is 0
 * @param df1 numerator degrees of freedom, positive, need not be whole, may be Infinity
 * @param df2 denominator degrees of freedom, likewise
 * @param tail default 'lower'
 * @returns probability; NaN for NaN and for degrees of freedom <= 0; may be NaN for finite ones beyond some 1e12, where it
 * would take more than 1e7 steps
 * @example fCdf(2.5, 9, 90, 'upper') // 0.0133719190895168
 */
export function fCdf(x: number, df1: number, df2: number, tail: Tail = 'lower'): number {
  if (Number.isNaN(x) || !(df1 > 0 && df2 > 0)) return NaN;
  if (x <= 0) return tail === 'lower' ? 0 : 1;
  if (x === Infinity) return tail === 'lower' ? 1 : 0;
  if (df1 === Infinity && df2 === Infinity) return x === 1 ? 0.5 : Number(x > 1 === (tail === 'lower'));
  if (df2 === Infinity) return chiSquaredCdf(df1 * x, df1, tail);
  if (df1 === Infinity) return chiSquaredCdf(df2 / x, df2, oppositeTail(tail));
  const { at, atLogOdds } = incompleteBeta(df1 / 2, df2 / 2);
  const logOdds = Math.log(x) + Math.log(df1 / df2);
  if (Math.abs(logOdds) > 600) return tailProbability(atLogOdds(logOdds), tail); // df1 x may not be a number
  const whole = df2 + df1 * x;
  return tailProbability(at((df1 * x) / whole, df2 / whole), tail);
}

/**
 * The point below which (`tail` 'lower') or above which ('upper') an F variable falls with probability p.
 *
 * Agrees with R `qf(p, df1, df2, lower.tail)` where that is exact. R 4.2.2 takes df2 above 400,000 for infinite, so that
 * qf(0.975, 1e6, 1e6) is 1.00277 there and 1.00393 here, and it loses the digits of quantiles near 0.
 *
 * @param p probability
 * @param df1 numerator degrees of freedom, positive, need not be whole, may be Infinity
 * @param df2 denominator degrees of freedom, likewise
 * @param tail default 'lower'
 * @returns point in [0, Infinity]; NaN for p outside [0, 1] and for degrees of freedom <= 0; may be NaN for finite ones beyond
 * some 1e12
 * @example fQuantile(0.975, 9, 90) // 2.25876555636834
 */
export function fQuantile(p: number, df1: number, df2: number, tail: Tail = 'lower'): number {
  if (!(df1 > 0 && df2 > 0)) return NaN;
  return quantileInSupport(p, tail, [0, Infinity], (small, side) => {
    if (df1 === Infinity && df2 === Infinity) return 1;
    if (df2 === Infinity) return chiSquaredQuantile(small, df1, side) / df1;
    if (df1 === Infinity) return df2 / chiSquaredQuantile(small, df2, oppositeTail(side));
    return (df2 / df1) * Math.exp(logOddsBetaQuantile(df1 / 2, df2 / 2, small, side));
  });
}
