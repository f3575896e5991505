import { incompleteGamma } from './incomplete-gamma.ts';
import type { Tail } from './small-tail.ts';
import { solveTail } from './solve-tail.ts';
import { stirlingError } from './stirling-error.ts';

/**
 * log x at which a tail of the gamma distribution of shape a (scale 1) has probability p.
 *
 * @param p probability in (0, 1/2]
 */
export function logGammaQuantile(a: number, p: number, tail: Tail): number {
  // The lower tail is never above x^a / gamma(a + 1), and below x = e^-40 it is that to the last digit.
  const logGamma = 0.5 * Math.log(2 * Math.PI * a) + a * Math.log(a) - a + stirlingError(a); // of a + 1
  const power = ((tail === 'lower' ? Math.log(p) : Math.log1p(-p)) + logGamma) / a;
  if (power < -40) return power;

  const gamma = incompleteGamma(a);
  const at = (logX: number) => gamma(Math.exp(logX));
  // Chernoff bounds (Laurent and Massart 2000, lemma 1, doi:10.1214/aos/1015957395): both starts lie outside the root.
  const nats = -Math.log(p);
  const spread = Math.sqrt(2 * a * nats);
  if (tail === 'upper') return solveTail(at, tail, p, Math.log(a + spread + nats));
  return solveTail(at, tail, p, a > spread ? Math.max(power, Math.log(a - spread)) : power);
}
