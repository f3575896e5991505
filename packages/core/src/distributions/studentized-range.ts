import { averageOverScale } from './average-over-scale.ts';
import { fallingRoot } from './falling-root.ts';
import { normalCdf } from './normal.ts';
import type { Tail } from './small-tail.ts';

/**
 * Probability that the studentized range of k means falls at most to q (`tail` 'lower') or above ('upper'): what Tukey's
 * and Games and Howell's comparisons of all pairs rest on.
 *
 *   P(q) = integral over s of f(s) k integral over z of phi(z) (Phi(z) - Phi(z - q s))^(k - 1)
 *
 * with f the density of the root of a chi-square over its degrees of freedom; both integrals by the trapezoidal rule. The
 * upper tail is integrated for itself: to 1e-11 of tails down to 1e-12; the lower is its complement. R's
 * `ptukey` is right to seven digits from 8 degrees of freedom on, and to three at 2.5.
 *
 * @param q point
 * @param means number of means k, from 2
 * @param df degrees of freedom of the standard deviation, positive; may be infinite
 * @param tail default 'lower'
 * @returns probability; NaN for NaN, fewer than two means or df <= 0
 * @see Copenhaver & Holland (1988), doi:10.1080/00949658808811082; agrees with R `ptukey(q, means, df)` to the
 *   digits it has
 * @example studentizedRangeCdf(3.5, 3, 20, 'upper') // 0.0559
 */
export function studentizedRangeCdf(q: number, means: number, df: number, tail: Tail = 'lower'): number {
  if (Number.isNaN(q) || !(means >= 2) || !(df > 0)) return NaN;
  return ofTail(studentizedRangeAbove(means, df)(q), tail);
}

const ofTail = (upper: number, tail: Tail): number => (tail === 'upper' ? upper : 1 - upper);

/** The upper tail as a function of q: what does not depend on q is worked out once. */
function studentizedRangeAbove(means: number, df: number): (q: number) => number {
  const above = rangeAbove(means);
  return (q) => {
    if (q <= 0) return 1;
    if (q === Infinity) return 0;
    return Math.min(1, df === Infinity ? above(q) : averageOverScale(df, (s) => above(q * s), 50));
  };
}

/** Chance that the range of k standard normal values exceeds w, as an integral over the largest of them. */
function rangeAbove(k: number): (w: number) => number {
  // density of the largest value, times the chance that another one is further below than w
  const step = k > 50 ? 0.1 : 0.2; // the largest of many values has a narrow density
  const nodes = Array.from({ length: 24 / step + 1 }, (_, i) => {
    const z = i * step - 12;
    const share = normalCdf(z);
    const logShare = z < 0 ? Math.log(share) : Math.log1p(-normalCdf(z, 0, 1, 'upper'));
    const weight = (k * step * Math.exp(-0.5 * z * z + (k - 1) * logShare)) / Math.sqrt(2 * Math.PI);
    return { z, share, weight };
  }).filter(({ weight }) => weight > 1e-40);
  return (w) =>
    nodes.reduce((sum, { z, share, weight }) => {
      const further = Math.min(1, normalCdf(z - w) / share);
      return sum - weight * Math.expm1((k - 1) * Math.log1p(-further));
    }, 0);
}

/**
 * The point above which the studentized range falls with probability p.
 *
 * @param p upper tail, from 1e-12 to below 1
 * @returns NaN for a smaller p or one outside 0 to 1, fewer than two means or df <= 0
 * @see agrees with R `qtukey(p, means, df, lower.tail = FALSE)` to the digits it has
 * @example studentizedRangeQuantile(0.05, 3, 20) // 3.578
 */
export function studentizedRangeQuantile(p: number, means: number, df: number): number {
  if (!(p >= 1e-12 && p < 1) || !(means >= 2) || !(df > 0)) return NaN;
  const above = studentizedRangeAbove(means, df);
  const excess = (q: number): number => Math.log(above(q) / p);
  let low = { at: 0, value: -Math.log(p) };
  let high = { at: 4, value: excess(4) };
  while (high.value > 0) {
    low = high;
    high = { at: 2 * low.at, value: excess(2 * low.at) };
  }
  return fallingRoot(excess, low, high);
}
