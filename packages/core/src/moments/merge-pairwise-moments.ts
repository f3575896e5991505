import { emptyPairwiseMoments, type PairwiseMoments, variablesOfPairs } from './pairwise-moments.ts';
import { roundingOfSum } from './rounding-of-sum.ts';

/**
 * Pairwise moments of two sets of respondents together, each pair merged as `mergeMoments` does.
 *
 * @throws RangeError for different numbers of variables
 * @see Chan, Golub & LeVeque (1983), doi:10.1080/00031305.1983.10483115
 * @example
 * const march = pairwiseMomentsOfColumns([[1, 2], [2, NaN]]);
 * const april = pairwiseMomentsOfColumns([[3], [5]]);
 * mergePairwiseMoments(march, april).counts // [3, 2, 2]
 */
export function mergePairwiseMoments(a: PairwiseMoments, b: PairwiseMoments): PairwiseMoments {
  const k = variablesOfPairs(a);
  if (variablesOfPairs(b) !== k) {
    throw new RangeError(`Unexpected number of variables: ${variablesOfPairs(b)}, expected ${k}.`);
  }
  if (a.n === 0) return b;
  if (b.n === 0) return a;
  const merged = { ...emptyPairwiseMoments(k), n: a.n + b.n, meanTails: new Float64Array(k * k) };
  const { counts, variations, comoments } = merged;
  for (let i = 0, p = 0; i < k; i++) {
    for (let j = 0; j <= i; j++, p++) {
      const count = a.counts[p]! + b.counts[p]!;
      if (count === 0) continue;
      counts[p] = count;
      const shareOfB = b.counts[p]! / count;
      const weight = a.counts[p]! * shareOfB;
      const [ij, ji] = [i * k + j, j * k + i];
      const [gapI, gapJ] = [gapOfMeans(a, b, ij), gapOfMeans(a, b, ji)];
      // where a has no such row its mean is 0, the gap the mean of b and its share 1
      moveMean(merged, a, ij, gapI * shareOfB);
      moveMean(merged, a, ji, gapJ * shareOfB);
      variations[ij] = a.variations[ij]! + b.variations[ij]! + weight * gapI * gapI;
      variations[ji] = a.variations[ji]! + b.variations[ji]! + weight * gapJ * gapJ;
      comoments[p] = a.comoments[p]! + b.comoments[p]! + weight * gapI * gapJ;
    }
  }
  return merged;
}

/** How far the mean of b is from that of a. */
const gapOfMeans = (a: PairwiseMoments, b: PairwiseMoments, place: number) =>
  b.means[place]! - a.means[place]! + ((b.meanTails?.[place] ?? 0) - (a.meanTails?.[place] ?? 0));

function moveMean(merged: Required<PairwiseMoments>, a: PairwiseMoments, place: number, by: number): void {
  const mean = a.means[place]!;
  const step = by + (a.meanTails?.[place] ?? 0);
  merged.means[place] = mean + step;
  merged.meanTails[place] = roundingOfSum(mean, step, mean + step);
}
