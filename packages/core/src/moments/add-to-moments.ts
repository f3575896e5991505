import { type Moments, packedLength } from './moments.ts';

/**
 * Moments with one more complete row (Welford's update: stable where sums of squares are not). Cost k squared; for many
 * rows at once `momentsOfColumns` is faster.
 *
 * @returns new moments; the given ones stay as they are
 * @throws RangeError for a row of another length
 * @see Welford (1962), doi:10.1080/00401706.1962.10490022
 * @example addToMoments(emptyMoments(1), [4]).means[0] // 4
 */
export function addToMoments(moments: Moments, row: ArrayLike<number>): Moments {
  const k = moments.means.length;
  if (row.length !== k) throw new RangeError(`Unexpected row length: ${row.length}, the moments have ${k} variables.`);
  const n = moments.n + 1;
  const means = new Float64Array(k);
  const comoments = new Float64Array(packedLength(k));
  const weight = moments.n / n;
  for (let i = 0, p = 0; i < k; i++) {
    const deviation = row[i]! - moments.means[i]!;
    means[i] = moments.means[i]! + deviation / n;
    for (let j = 0; j <= i; j++, p++) {
      comoments[p] = moments.comoments[p]! + weight * deviation * (row[j]! - moments.means[j]!);
    }
  }
  return { missing: 'listwise', n, means, comoments };
}
