import { type Moments, packedLength } from './moments.ts';
import { roundingOfSum } from './rounding-of-sum.ts';

/**
 * Moments with one more complete row (Welford's update: stable where sums of squares are not). Cost k squared; for many
 * rows at once `momentsOfColumns` is faster.
 *
 * @returns new moments; the given ones stay as they are
 * @throws RangeError for a row of another length
 * @see Welford (1962), doi:10.1080/00401706.1962.10490022
 * @example addToMoments(emptyMoments(1), [4]).means[0] // 4
 */
export function addToMoments(moments: Moments<'listwise'>, row: ArrayLike<number>): Moments<'listwise'> {
  const k = moments.means.length;
  if (row.length !== k) throw new RangeError(`Unexpected row length: ${row.length}, the moments have ${k} variables.`);
  const n = moments.n + 1;
  const means = new Float64Array(k);
  const meanTails = new Float64Array(k);
  const comoments = new Float64Array(packedLength(k));
  const deviations = new Float64Array(k);
  const weight = moments.n / n;
  for (let i = 0, p = 0; i < k; i++) {
    const mean = moments.means[i]!;
    const tail = moments.meanTails?.[i] ?? 0;
    const deviation = row[i]! - mean - tail;
    deviations[i] = deviation;
    const step = deviation / n + tail;
    means[i] = mean + step;
    meanTails[i] = roundingOfSum(mean, step, means[i]!);
    for (let j = 0; j <= i; j++, p++) {
      comoments[p] = moments.comoments[p]! + weight * deviation * deviations[j]!;
    }
  }
  return { missing: 'listwise', n, means, comoments, meanTails };
}
