import { normalCdf } from './normal.ts';
import type { Tail } from './small-tail.ts';
import { stirlingError } from './stirling-error.ts';

// nodes and weights of Gauss-Legendre with 16 points on [-1, 1], the positive half
const NODES = [
  0.09501250983763744, 0.2816035507792589, 0.45801677765722737, 0.6178762444026438, 0.755404408355003,
  0.8656312023878318, 0.9445750230732326, 0.9894009349916499,
];
const WEIGHTS = [
  0.1894506104550685, 0.18260341504492358, 0.16915651939500254, 0.14959598881657674, 0.12462897125553388,
  0.09515851168249279, 0.062253523938647894, 0.027152459411754096,
];

/**
 * Probability that the studentized range of k means falls at most to q (`tail` 'lower') or above ('upper'): what Tukey's
 * and Games and Howell's comparisons of all pairs rest on.
 *
 *   P(q) = integral over s of f(s) k integral over z of phi(z) (Phi(z) - Phi(z - q s))^(k - 1)
 *
 * with f the density of the root of a chi-square over its degrees of freedom; both integrals by Gauss-Legendre in pieces,
 * to about 1e-12. R's `ptukey` is right to about eight digits.
 *
 * @param q point
 * @param means number of means k, from 2
 * @param df degrees of freedom of the standard deviation, positive; may be infinite
 * @param tail default 'lower'
 * @returns probability; NaN for NaN, fewer than two means or df <= 0
 * @see Copenhaver & Holland (1988), doi:10.1080/00949658808811082; agrees with R `ptukey(q, means, df)` to 1e-8
 * @example studentizedRangeCdf(3.5, 3, 20, 'upper') // 0.0559
 */
export function studentizedRangeCdf(q: number, means: number, df: number, tail: Tail = 'lower'): number {
  if (Number.isNaN(q) || !(means >= 2) || !(df > 0)) return NaN;
  if (q <= 0) return tail === 'lower' ? 0 : 1;
  if (q === Infinity) return tail === 'lower' ? 1 : 0;
  // the upper tail is summed for itself, so that a small p keeps its digits
  const upper = df === Infinity ? rangeAbove(q, means) : averageOverScale(q, means, df);
  return tail === 'upper' ? Math.min(1, upper) : Math.max(0, 1 - upper);
}

/** Chance that the range of k standard normal values exceeds w. */
function rangeAbove(w: number, k: number): number {
  // z is the largest value; 1 - (1 - share)^(k - 1) without cancellation
  const integrand = (z: number): number => {
    const below = normalCdf(z - w);
    const beside = normalCdf(z, 0, 1, 'upper');
    if (beside >= 1) return 0;
    return (
      Math.exp(-0.5 * z * z) *
      Math.exp((k - 1) * Math.log1p(-beside)) *
      -Math.expm1((k - 1) * Math.log1p(-Math.min(1, below / (1 - beside))))
    );
  };
  return (k / Math.sqrt(2 * Math.PI)) * integrate(integrand, -8.5, 8.5, 10);
}

function averageOverScale(q: number, k: number, df: number): number {
  // over u = log s, with s = sqrt(chi-square / df), whose density has no corner at 0; written to keep its digits
  const peak = Math.sqrt(df / (2 * Math.PI)) * Math.exp(-stirlingError(df / 2)) * Math.SQRT2;
  const density = (u: number): number => peak * Math.exp(-(df / 2) * (Math.expm1(2 * u) - 2 * u));
  const spread = 1 / Math.sqrt(2 * df);
  const low = -Math.max(41 / df, 12 * spread);
  const high = Math.log1p((df < 5 ? 30 : 14) * spread);
  const pieces = df < 5 ? 24 : df < 30 ? 12 : 6;
  return integrate((u) => density(u) * rangeAbove(q * Math.exp(u), k), low, high, pieces);
}

function integrate(f: (x: number) => number, from: number, to: number, pieces: number): number {
  const half = (to - from) / pieces / 2;
  let sum = 0;
  for (let piece = 0; piece < pieces; piece++) {
    const middle = from + (2 * piece + 1) * half;
    for (let i = 0; i < NODES.length; i++) {
      sum += WEIGHTS[i]! * (f(middle - NODES[i]! * half) + f(middle + NODES[i]! * half));
    }
  }
  return sum * half;
}

/**
 * The point above which the studentized range falls with probability p.
 *
 * @param p upper tail, between 0 and 1
 * @returns NaN for p outside 0 to 1, fewer than two means or df <= 0
 * @see agrees with R `qtukey(p, means, df, lower.tail = FALSE)` to the digits it has
 * @example studentizedRangeQuantile(0.05, 3, 20) // 3.578
 */
export function studentizedRangeQuantile(p: number, means: number, df: number): number {
  if (!(p > 0 && p < 1) || !(means >= 2) || !(df > 0)) return NaN;
  const excess = (q: number): number => Math.log(studentizedRangeCdf(q, means, df, 'upper') / p);
  let [low, high] = [0, 4];
  while (excess(high) > 0) high *= 2;
  // regula falsi on the logarithm, the stale end halved (Illinois)
  let [atLow, atHigh] = [-Math.log(p), excess(high)];
  for (let i = 0; i < 100 && high - low > 1e-11 * high; i++) {
    const middle = (low * atHigh - high * atLow) / (atHigh - atLow);
    const found = excess(middle);
    if (found > 0) {
      low = middle;
      atLow = found;
      atHigh /= 2;
    } else {
      high = middle;
      atHigh = found;
      atLow /= 2;
    }
    if (Math.abs(found) < 1e-12) return middle;
  }
  return (low + high) / 2;
}
