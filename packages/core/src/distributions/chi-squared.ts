import { incompleteGamma } from './incomplete-gamma.ts';
import { logGammaQuantile } from './log-gamma-quantile.ts';
import { quantileInSupport } from './quantile-in-support.ts';
import { type Tail, tailProbability } from './small-tail.ts';

/**
 * Probability that a chi-squared variable is at most x (`tail` 'lower'), or above x ('upper').
 *
 * Each tail is computed for itself, so that 1e-300 keeps its digits. Relative error below 1e-12 up to a million degrees
 * of freedom. Agrees with R `pchisq(x, df, lower.tail)`.
 *
 * @param x point; below 0 the lower tail is 0
 * @param df degrees of freedom, positive, need not be whole
 * @param tail default 'lower'
 * @returns probability; NaN for NaN and for df <= 0; may be NaN beyond some 1e12 degrees of freedom, where it would take more
 * than 1e7 steps
 * @example chiSquaredCdf(3.841458820694124, 1, 'upper') // 0.05
 */
export function chiSquaredCdf(x: number, df: number, tail: Tail = 'lower'): number {
  if (Number.isNaN(x) || !(df > 0)) return NaN;
  if (x <= 0) return tail === 'lower' ? 0 : 1;
  if (x === Infinity) return tail === 'lower' ? 1 : 0;
  if (df === Infinity) return tail === 'lower' ? 0 : 1;
  return tailProbability(incompleteGamma(df / 2)(x / 2), tail);
}

/**
 * The point below which (`tail` 'lower') or above which ('upper') a chi-squared variable falls with probability p.
 *
 * Agrees with R `qchisq(p, df, lower.tail)`.
 *
 * @param p probability
 * @param df degrees of freedom, positive, need not be whole
 * @param tail default 'lower'
 * @returns point in [0, Infinity]; NaN for p outside [0, 1] and for df <= 0; may be NaN beyond some 1e12 degrees of freedom
 * @example chiSquaredQuantile(0.05, 1, 'upper') // 3.84145882069412
 */
export function chiSquaredQuantile(p: number, df: number, tail: Tail = 'lower'): number {
  if (!(df > 0)) return NaN;
  return quantileInSupport(p, tail, [0, Infinity], (small, side) =>
    df === Infinity ? Infinity : 2 * Math.exp(logGammaQuantile(df / 2, small, side)),
  );
}
