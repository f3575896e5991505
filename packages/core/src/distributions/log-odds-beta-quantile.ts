import { incompleteBeta } from './incomplete-beta.ts';
import type { Tail } from './small-tail.ts';
import { solveTail } from './solve-tail.ts';

/**
 * log(x / (1 - x)) at which a tail of the beta distribution of shapes a and b has probability p.
 *
 * @param p probability in (0, 1/2]
 */
export function logOddsBetaQuantile(a: number, b: number, p: number, tail: Tail): number {
  if (tail === 'upper') return -logOddsBetaQuantile(b, a, p, 'lower');
  const { atLogOdds, logBeta, outskirts } = incompleteBeta(a, b);
  // Far out the upper tail is odds^-b / (b B(a, b)), which can be turned round.
  const upperPower = -(Math.log1p(-p) + Math.log(b) + logBeta) / b;
  if (upperPower > outskirts) return upperPower;

  // The lower tail is never above odds^a / (a B(a, b)), nor above the sub-Gaussian bound (Marchal and Arbel 2017,
  // doi:10.1214/17-ECP92): both starts lie outside the root, and the first is the root where that is far out.
  const power = (Math.log(p) + Math.log(a) + logBeta) / a;
  const n = a + b;
  const bound = a / n - Math.sqrt(-Math.log(p) / (2 * (n + 1)));
  return solveTail(atLogOdds, 'lower', p, bound > 0 ? Math.max(power, Math.log(bound / (1 - bound))) : power);
}
