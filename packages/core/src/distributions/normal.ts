import { incompleteGamma } from './incomplete-gamma.ts';
import { logGammaQuantile } from './log-gamma-quantile.ts';
import { quantileInSupport } from './quantile-in-support.ts';
import { type Tail, tailProbability } from './small-tail.ts';

// half the square of a standard normal variable is gamma distributed with shape 1/2
const HALF_SQUARE = /* @__PURE__ */ incompleteGamma(0.5);

/**
 * Probability that a normal variable is at most x (`tail` 'lower'), or above x ('upper').
 *
 * Each tail is computed for itself: the upper tail at 37 standard deviations is 5.7e-300, not 0. Agrees with R
 * `pnorm(x, mean, sd, lower.tail)`.
 *
 * @param x point
 * @param mean default 0
 * @param sd standard deviation, positive; default 1
 * @param tail default 'lower'
 * @returns probability; NaN for NaN and for sd <= 0
 * @example normalCdf(1.96) // 0.9750021048517795
 */
export function normalCdf(x: number, mean = 0, sd = 1, tail: Tail = 'lower'): number {
  const distance = x - mean;
  if (Number.isNaN(distance) || !(sd > 0)) return NaN;
  const z = Number.isFinite(distance) ? distance / sd : distance;
  const half = (z * z) / 2;
  let beyond = 0.5; // the probability beyond |z| on one side
  if (half === Infinity) beyond = 0;
  else if (half > 0) beyond = tailProbability(HALF_SQUARE(half), 'upper') / 2;
  const towards = z < 0 ? 'lower' : 'upper';
  return towards === tail ? beyond : 1 - beyond;
}

/**
 * The point below which (`tail` 'lower') or above which ('upper') a normal variable falls with probability p.
 *
 * Agrees with R `qnorm(p, mean, sd, lower.tail)`.
 *
 * @param p probability
 * @param mean default 0
 * @param sd standard deviation, positive; default 1
 * @param tail default 'lower'
 * @returns point in [-Infinity, Infinity]; NaN for p outside [0, 1] and for sd <= 0
 * @example normalQuantile(0.975) // 1.959963984540054
 */
export function normalQuantile(p: number, mean = 0, sd = 1, tail: Tail = 'lower'): number {
  if (!(sd > 0) || Number.isNaN(mean)) return NaN;
  return quantileInSupport(p, tail, [-Infinity, Infinity], (small, side) => {
    // beyond |z| on both sides; near the middle asked through what lies between, which is the smaller probability there
    const logHalf =
      small < 0.25 ? logGammaQuantile(0.5, 2 * small, 'upper') : logGammaQuantile(0.5, 1 - 2 * small, 'lower');
    const z = Math.sqrt(2 * Math.exp(logHalf));
    return mean + sd * (side === 'lower' ? -z : z);
  });
}
