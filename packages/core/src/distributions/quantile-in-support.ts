import { oppositeTail, type Tail } from './small-tail.ts';

/**
 * The frame every quantile shares: NaN outside [0, 1], the ends of the support at 0 and 1, and otherwise the same point
 * asked through its smaller tail, for which 1 - p is exact.
 *
 * @param solve the quantile for a probability in (0, 1/2]
 */
export function quantileInSupport(
  p: number,
  tail: Tail,
  support: readonly [lowest: number, highest: number],
  solve: (p: number, tail: Tail) => number,
): number {
  if (!(p >= 0 && p <= 1)) return NaN;
  if (p === 0) return support[tail === 'lower' ? 0 : 1];
  if (p === 1) return support[tail === 'lower' ? 1 : 0];
  return p > 0.5 ? solve(1 - p, oppositeTail(tail)) : solve(p, tail);
}
