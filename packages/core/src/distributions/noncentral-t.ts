import { betaCdf } from './beta.ts';
import { logDeviance } from './log-deviance.ts';
import { normalCdf } from './normal.ts';
import type { Tail } from './small-tail.ts';
import { stirlingError } from './stirling-error.ts';

/**
 * Probability that a noncentral t variable is at most x (`tail` 'lower'), or above x ('upper'): the distribution of a
 * standardized mean difference.
 *
 * A Poisson mixture of incomplete beta functions, summed from its largest term outward. The two tails are complements, so a
 * tail below 1e-12 has few digits; around the bounds of intervals it agrees with the defining integral to 1e-12.
 *
 * @param x point
 * @param df degrees of freedom, positive; infinite for the normal distribution about the noncentrality
 * @param noncentrality any finite number; 0 is Student's t
 * @param tail default 'lower'
 * @returns probability; NaN for NaN, df <= 0 and an infinite noncentrality
 * @see Benton & Krishnamoorthy (2003), doi:10.1016/S0167-9473(02)00283-9; agrees with R `pt(x, df, ncp)` where that is exact
 * @example noncentralTCdf(2, 10, 1) // 0.8076
 */
export function noncentralTCdf(x: number, df: number, noncentrality: number, tail: Tail = 'lower'): number {
  if (Number.isNaN(x) || !(df > 0) || !Number.isFinite(noncentrality)) return NaN;
  if (df === Infinity) return normalCdf(x, noncentrality, 1, tail);
  if (x < 0) return noncentralTCdf(-x, df, -noncentrality, tail === 'lower' ? 'upper' : 'lower');
  // P(T <= 0) is that of the normal part; the rest is between 0 and x
  const below = normalCdf(0, noncentrality);
  const between = x === Infinity ? 1 - below : betweenZeroAnd(x, df, noncentrality);
  const lower = Math.min(1, below + between);
  return tail === 'lower' ? lower : Math.max(0, normalCdf(0, noncentrality, 1, 'upper') - between);
}

const SMALL_TERM = 1e-17;

function betweenZeroAnd(x: number, df: number, noncentrality: number): number {
  const half = (noncentrality * noncentrality) / 2;
  const share = (x * x) / (df + x * x);
  // terms of whole j belong to even powers, of j + 1/2 to odd ones, which carry the sign of the noncentrality
  const even = (j: number): number => poisson(j, half) * betaCdf(share, j + 0.5, df / 2);
  const odd = (j: number): number => poisson(j + 0.5, half) * betaCdf(share, j + 1, df / 2);
  const start = Math.floor(half);
  const sum = (term: (j: number) => number): number => {
    let total = 0;
    for (let j = start; ; j++) {
      const value = term(j);
      total += value;
      if (value <= SMALL_TERM * total || value === 0) break;
    }
    for (let j = start - 1; j >= 0; j--) {
      const value = term(j);
      total += value;
      if (value <= SMALL_TERM * total) break;
    }
    return total;
  };
  return 0.5 * (sum(even) + Math.sign(noncentrality) * sum(odd));
}

/** exp(-mean) mean^j / Gamma(j + 1), for halves of j too, without losing digits where j and the mean are large. */
function poisson(j: number, mean: number): number {
  if (mean === 0) return j === 0 ? 1 : 0;
  if (j === 0) return Math.exp(-mean);
  // Loader's saddle point: the logarithms of large numbers never meet
  return Math.exp(-stirlingError(j) - j * logDeviance(mean / j, (mean - j) / j)) / Math.sqrt(2 * Math.PI * j);
}

/**
 * The noncentrality at which a noncentral t variable falls at most to x with probability p: the bounds of the interval of a
 * standardized mean difference (the larger p, the smaller the noncentrality).
 *
 * @param x the t value observed
 * @param df degrees of freedom
 * @param p probability between 0 and 1
 * @returns NaN for NaN, an infinite x, df <= 0, and p outside 0 to 1
 * @see Steiger & Fouladi (1997); agrees with R `uniroot` over `pt`
 * @example noncentralTNoncentrality(2, 10, 0.975) // -0.1835
 */
export function noncentralTNoncentrality(x: number, df: number, p: number): number {
  if (!Number.isFinite(x) || !(df > 0) || !(p > 0 && p < 1)) return NaN;
  // whichever tail is smaller is compared: the difference of numbers near 1 has few digits
  const tail: Tail = p <= 0.5 ? 'lower' : 'upper';
  const target = p <= 0.5 ? p : 1 - p;
  const excess = (noncentrality: number): number => {
    const found = noncentralTCdf(x, df, noncentrality, tail);
    return tail === 'lower' ? found - target : target - found;
  };
  let step = 1 + Math.abs(x) / Math.sqrt(2 * df);
  let low = x;
  let high = x;
  while (excess(low) < 0) {
    low -= step;
    step *= 2;
  }
  step = 1 + Math.abs(x) / Math.sqrt(2 * df);
  while (excess(high) > 0) {
    high += step;
    step *= 2;
  }
  // falls with the noncentrality: halve until the two are neighbours
  for (let i = 0; i < 200 && high - low > 1e-14 * Math.max(1, Math.abs(low), Math.abs(high)); i++) {
    const middle = (low + high) / 2;
    if (excess(middle) > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
