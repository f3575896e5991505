import { type Moments, packedLength } from './moments.ts';
import { roundingOfSum } from './rounding-of-sum.ts';

/**
 * Moments of two sets of respondents together: shards, teams or waves are added, never recomputed.
 *
 * @throws RangeError for different numbers of variables
 * @see Chan, Golub & LeVeque (1983), doi:10.1080/00031305.1983.10483115
 * @example mergeMoments(momentsOf([[1, 2], [2, 2]]), momentsOf([[3, 5]])).means // [2, 3]
 */
export function mergeMoments(a: Moments<'listwise'>, b: Moments<'listwise'>): Moments<'listwise'> {
  const k = a.means.length;
  if (b.means.length !== k) throw new RangeError(`Unexpected number of variables: ${b.means.length}, expected ${k}.`);
  if (a.n === 0) return b;
  if (b.n === 0) return a;
  const n = a.n + b.n;
  const shareOfB = b.n / n;
  const weight = a.n * shareOfB;
  const means = new Float64Array(k);
  const meanTails = new Float64Array(k);
  const gaps = new Float64Array(k);
  for (let i = 0; i < k; i++) {
    const mean = a.means[i]!;
    const tail = a.meanTails?.[i] ?? 0;
    const gap = b.means[i]! - mean + ((b.meanTails?.[i] ?? 0) - tail);
    gaps[i] = gap;
    const step = gap * shareOfB + tail;
    means[i] = mean + step;
    meanTails[i] = roundingOfSum(mean, step, means[i]!);
  }
  const comoments = new Float64Array(packedLength(k));
  for (let i = 0, p = 0; i < k; i++) {
    const weighted = weight * gaps[i]!;
    for (let j = 0; j <= i; j++, p++) comoments[p] = a.comoments[p]! + b.comoments[p]! + weighted * gaps[j]!;
  }
  return { missing: 'listwise', n, means, comoments, meanTails };
}
