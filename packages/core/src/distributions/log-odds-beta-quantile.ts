import { incompleteBeta } from './incomplete-beta.ts';
import { oppositeTail, type Tail } from './small-tail.ts';
import { solveTail } from './solve-tail.ts';

/**
 * log(x / (1 - x)) at which a tail of the beta distribution has probability p.
 *
 * @param p probability in [0, 1/2]
 */
export function logOddsBetaQuantile(a: number, b: number, p: number, tail: Tail): number {
  if (tail === 'upper') return -logOddsBetaQuantile(b, a, p, oppositeTail(tail));
  const beta = incompleteBeta(a, b);
  // the lower tail is never above odds^a / (a B(a, b)), which is all of it for small x
  const power = (Math.log(p) + Math.log(a) + beta.logBeta) / a;
  if (power < -beta.outskirts) return power;
  // nor above the sub-Gaussian bound (Marchal and Arbel 2017, doi:10.1214/17-ECP92)
  const n = a + b;
  const bound = a / n - Math.sqrt(-Math.log(p) / (2 * (n + 1)));
  const start = bound > 0 ? Math.max(power, Math.log(bound / (1 - bound))) : power;
  return solveTail(beta.atLogOdds, tail, p, start);
}
