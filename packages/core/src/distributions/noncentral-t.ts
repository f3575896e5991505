import { averageOverScale } from './average-over-scale.ts';
import { chiSquaredCdf } from './chi-squared.ts';
import { fallingRoot } from './falling-root.ts';
import { normalCdf, normalQuantile } from './normal.ts';
import type { Tail } from './small-tail.ts';

/**
 * Probability that a noncentral t variable, (z + noncentrality) / s with z standard normal and s the root of a chi-square
 * variable over its degrees of freedom, is at most x (`tail` 'lower'), or above x ('upper'): the distribution of a
 * standardized mean difference.
 *
 *   P(T <= x) = integral over s of f(s) Phi(x s - noncentrality)
 *
 * Each tail is integrated for itself, so that small ones keep their digits: to 1e-11 of tails down to 1e-20. R's `pt` sums a
 * series that stops at an absolute 1e-12, loses digits in upper tails, and refuses noncentralities above 37.62.
 *
 * @param x point
 * @param df degrees of freedom, positive; infinite for the normal distribution about the noncentrality
 * @param noncentrality any finite number; 0 is Student's t
 * @param tail default 'lower'
 * @returns probability; NaN for NaN, df <= 0 and an infinite noncentrality
 * @see Johnson & Welch (1940), doi:10.1093/biomet/31.3-4.362; agrees with R `pt(x, df, ncp)` where that is exact
 * @example noncentralTCdf(2, 10, 1) // 0.8076
 */
export function noncentralTCdf(x: number, df: number, noncentrality: number, tail: Tail = 'lower'): number {
  if (Number.isNaN(x) || !(df > 0) || !Number.isFinite(noncentrality)) return NaN;
  if (df === Infinity) return normalCdf(x, noncentrality, 1, tail);
  if (x < 0) return noncentralTCdf(-x, df, -noncentrality, tail === 'lower' ? 'upper' : 'lower');
  if (x === 0) return normalCdf(0, noncentrality, 1, tail);
  if (x === Infinity) return tail === 'lower' ? 1 : 0;
  // over s the integrand becomes a step as the noncentrality grows; over z it is smooth then
  const isStep = noncentrality > Math.max(12, 8 * Math.sqrt(2 * df));
  const probability = isStep
    ? averageOverNormal((z) => {
        const s = (z + noncentrality) / x;
        return chiSquaredCdf(df * s * s, df, tail === 'lower' ? 'upper' : 'lower');
      })
    : averageOverScale(
        df,
        (s) => normalCdf(x * s - noncentrality, 0, 1, tail),
        75,
        Math.min(Math.abs(noncentrality), Math.max(40, 8 * Math.sqrt(2 * df))),
      );
  return Math.min(1, probability);
}

/** Mean of f(z) of a standard normal z, by the trapezoidal rule. */
function averageOverNormal(f: (z: number) => number): number {
  const step = 0.08;
  let sum = 0;
  for (let i = -150; i <= 150; i++) sum += Math.exp(-((i * step) ** 2) / 2) * f(i * step);
  return (sum * step) / Math.sqrt(2 * Math.PI);
}

/**
 * The noncentrality at which a noncentral t variable falls at most to x with probability p: the bounds of the interval of a
 * standardized mean difference (the larger p, the smaller the noncentrality).
 *
 * @param x the t value observed
 * @param df degrees of freedom
 * @param p probability between 0 and 1
 * @returns NaN for NaN, an infinite x, df <= 0, and p outside 0 to 1
 * @see Cumming & Finch (2001), doi:10.1177/0013164401614002; agrees with R `uniroot` over `pt`
 * @example noncentralTNoncentrality(2, 10, 0.975) // -0.1835
 */
export function noncentralTNoncentrality(x: number, df: number, p: number): number {
  if (!Number.isFinite(x) || !(df > 0) || !(p > 0 && p < 1)) return NaN;
  // the quantile of whichever tail is smaller: nearly a straight line in the noncentrality
  const tail: Tail = p <= 0.5 ? 'lower' : 'upper';
  const target = normalQuantile(p);
  const excess = (noncentrality: number): number =>
    normalQuantile(noncentralTCdf(x, df, noncentrality, tail), 0, 1, tail) - target;
  const slope = Math.hypot(1, x / Math.sqrt(2 * df));
  const pointAt = (at: number) => ({ at, value: excess(at) });
  let low = pointAt(x - (target + 1) * slope);
  let high = pointAt(x - (target - 1) * slope);
  for (let step = slope; low.value < 0; step *= 2) low = pointAt(low.at - step);
  for (let step = slope; high.value > 0; step *= 2) high = pointAt(high.at + step);
  return fallingRoot(excess, low, high);
}
