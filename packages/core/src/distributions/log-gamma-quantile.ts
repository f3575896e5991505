import { incompleteGamma } from './incomplete-gamma.ts';
import type { Tail } from './small-tail.ts';
import { solveTail } from './solve-tail.ts';
import { stirlingError } from './stirling-error.ts';

/**
 * log x at which a tail of the gamma distribution of shape a (scale 1) has probability p.
 *
 * @param p probability in [0, 1/2]
 */
export function logGammaQuantile(a: number, p: number, tail: Tail): number {
  const at = incompleteGamma(a);
  const atLog = (logX: number) => at(Math.exp(logX));
  // Chernoff bounds (Laurent and Massart 2000, doi:10.1214/aos/1015957395, lemma 1): both starts lie outside the root
  const nats = -Math.log(p);
  const spread = Math.sqrt(2 * a * nats);
  if (tail === 'upper') return solveTail(atLog, tail, p, Math.log(a + spread + nats));
  // and the lower tail is never above x^a / gamma(a + 1), which is all of it for small x
  const power = (0.5 * Math.log(2 * Math.PI * a) + a * Math.log(a) - a + stirlingError(a) - nats) / a;
  if (power < -40) return power;
  return solveTail(atLog, tail, p, a > spread ? Math.max(power, Math.log(a - spread)) : power);
}
