import { type SmallTail, type Tail, tailProbability } from './small-tail.ts';

/**
 * The point at which a tail has probability p, by Newton's method on log(tail probability).
 *
 * The quantiles of jStat and @stdlib miss 1e-10 (fixtures/distributions/README.md), so this one is our own. It needs no
 * bracket: on the scale of log x (gamma) or of the log odds of x (beta) the density is log-concave, hence so are both
 * tails, and Newton's method on the logarithm of a log-concave tail, started outside the root, never overshoots.
 *
 * @param at the distribution on that scale
 * @param p probability in (0, 1/2]
 * @param start a point whose tail is not larger than p
 * @returns NaN where the shapes are too large for the tail to be computed
 */
export function solveTail(at: (point: number) => SmallTail, tail: Tail, p: number, start: number): number {
  const inwards = tail === 'lower' ? 1 : -1;
  const target = Math.log(p);
  let point = start;
  for (let i = 0; i < 200; i++) {
    const { logProbability, hazard } = logTail(at(point), tail);
    const step = (target - logProbability) / hazard;
    point += inwards * step;
    // steps shrink quadratically: the next one would be below rounding
    if (!(Math.abs(step) > 1e-11 * (1 + Math.abs(point)))) break;
  }
  return Number.isFinite(point) ? point : NaN;
}

/** log probability of the asked tail, and its density over its probability. */
function logTail(small: SmallTail, tail: Tail): { logProbability: number; hazard: number } {
  if (tail === small.tail) return { logProbability: small.logSlope - Math.log(small.hazard), hazard: small.hazard };
  const probability = tailProbability(small, tail);
  return { logProbability: Math.log(probability), hazard: Math.exp(small.logSlope) / probability };
}
