import { type Moments, packedLength } from './moments.ts';

/**
 * Moments of two sets of respondents together: shards, teams or waves are added, never recomputed.
 *
 * @throws RangeError for different numbers of variables
 * @see Chan, Golub & LeVeque (1983), doi:10.1080/00031305.1983.10483115
 */
export function mergeMoments(a: Moments, b: Moments): Moments {
  const k = a.means.length;
  if (b.means.length !== k) throw new RangeError(`Unexpected number of variables: ${b.means.length}, expected ${k}.`);
  if (a.n === 0) return b;
  if (b.n === 0) return a;
  const n = a.n + b.n;
  const shareOfB = b.n / n;
  const weight = a.n * shareOfB;
  const means = new Float64Array(k);
  const comoments = new Float64Array(packedLength(k));
  for (let i = 0, p = 0; i < k; i++) {
    const gap = b.means[i]! - a.means[i]!;
    means[i] = a.means[i]! + gap * shareOfB;
    for (let j = 0; j <= i; j++, p++) {
      comoments[p] = a.comoments[p]! + b.comoments[p]! + weight * gap * (b.means[j]! - a.means[j]!);
    }
  }
  return { missing: 'listwise', n, means, comoments };
}
