import { incompleteBeta } from './incomplete-beta.ts';
import { logOddsBetaQuantile } from './log-odds-beta-quantile.ts';
import { quantileInSupport } from './quantile-in-support.ts';
import { type Tail, tailProbability } from './small-tail.ts';

/**
 * Probability that a beta variable is at most x (`tail` 'lower'), or above x ('upper').
 *
 * Each tail is computed for itself. Agrees with R `pbeta(x, a, b, lower.tail)`.
 *
 * @param x point; below 0 the lower tail is 0, above 1 it is 1
 * @param a first shape, positive; with an infinite shape all probability is at the mean
 * @param b second shape, likewise
 * @param tail default 'lower'
 * @returns probability; NaN for NaN and for shapes <= 0; may be NaN for finite shapes beyond some 1e12, where it would take
 * more than 1e7 steps
 * @example betaCdf(0.25, 2, 3) // 0.26171875
 */
export function betaCdf(x: number, a: number, b: number, tail: Tail = 'lower'): number {
  if (Number.isNaN(x) || !(a > 0 && b > 0)) return NaN;
  if (x <= 0) return tail === 'lower' ? 0 : 1;
  if (x >= 1) return tail === 'lower' ? 1 : 0;
  if (a === Infinity || b === Infinity) return Number(x >= pointMass(a, b) === (tail === 'lower'));
  return tailProbability(incompleteBeta(a, b).at(x, 1 - x), tail);
}

/**
 * The point below which (`tail` 'lower') or above which ('upper') a beta variable falls with probability p.
 *
 * Agrees with R `qbeta(p, a, b, lower.tail)`.
 *
 * @param p probability
 * @param a first shape, positive; with an infinite shape all probability is at the mean
 * @param b second shape, likewise
 * @param tail default 'lower'
 * @returns point in [0, 1]; NaN for p outside [0, 1] and for shapes <= 0; may be NaN for finite shapes beyond some 1e12
 * @example betaQuantile(0.5, 2, 3) // 0.38572756813238945
 */
export function betaQuantile(p: number, a: number, b: number, tail: Tail = 'lower'): number {
  if (!(a > 0 && b > 0)) return NaN;
  return quantileInSupport(p, tail, [0, 1], (small, side) => {
    if (a === Infinity || b === Infinity) return pointMass(a, b);
    return 1 / (1 + Math.exp(-logOddsBetaQuantile(a, b, small, side)));
  });
}

function pointMass(a: number, b: number): number {
  if (a === b) return 0.5;
  return a === Infinity ? 1 : 0;
}
