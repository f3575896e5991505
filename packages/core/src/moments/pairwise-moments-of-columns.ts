import { mergePairwiseMoments } from './merge-pairwise-moments.ts';
import { emptyPairwiseMoments, type PairwiseMoments } from './pairwise-moments.ts';
import { roundingOfSum } from './rounding-of-sum.ts';

// small enough that a plain sum keeps its digits; the blocks are merged
const BLOCK = 2048;

/**
 * Pairwise moments of columns with holes, one a variable, all of one length. NaN marks a hole. Two passes a pair and
 * block: cost n k squared.
 *
 * @param columns keyed answers
 * @throws RangeError for columns of different lengths
 * @example pairwiseMomentsOfColumns([[1, 2, NaN], [2, NaN, 4]]).counts // Float64Array [2, 1, 2]
 */
export function pairwiseMomentsOfColumns(columns: readonly ArrayLike<number>[]): PairwiseMoments {
  const n = columns[0]?.length ?? 0;
  for (const column of columns) {
    if (column.length !== n) throw new RangeError(`Unexpected column length: ${column.length}, expected ${n}.`);
  }
  let moments = emptyPairwiseMoments(columns.length);
  for (let start = 0; start < n; start += BLOCK) {
    const end = Math.min(n, start + BLOCK);
    const block = columns.map((column) => Float64Array.from({ length: end - start }, (_, row) => column[start + row]!));
    moments = mergePairwiseMoments(moments, pairwiseMomentsOfBlock(block, end - start));
  }
  return moments;
}

function pairwiseMomentsOfBlock(columns: readonly Float64Array[], n: number): PairwiseMoments {
  const k = columns.length;
  const moments = { ...emptyPairwiseMoments(k), n, meanTails: new Float64Array(k * k) };
  const x = new Float64Array(n);
  const y = new Float64Array(n);
  for (let i = 0, p = 0; i < k; i++) {
    for (let j = 0; j <= i; j++, p++) {
      const count = keepComplete(columns[i]!, columns[j]!, x, y);
      if (count === 0) continue;
      const [ij, ji] = [i * k + j, j * k + i];
      [moments.means[ij], moments.meanTails[ij]] = centre(x, count);
      [moments.means[ji], moments.meanTails[ji]] = centre(y, count);
      let [xx, xy, yy] = [0, 0, 0];
      for (let row = 0; row < count; row++) {
        xx += x[row]! * x[row]!;
        xy += x[row]! * y[row]!;
        yy += y[row]! * y[row]!;
      }
      moments.counts[p] = count;
      moments.variations[ij] = xx;
      moments.variations[ji] = yy;
      moments.comoments[p] = xy;
    }
  }
  return moments;
}

/** Copies the rows that have both into x and y, and gives their number. */
function keepComplete(a: Float64Array, b: Float64Array, x: Float64Array, y: Float64Array): number {
  let count = 0;
  for (let row = 0; row < a.length; row++) {
    x[count] = a[row]!;
    y[count] = b[row]!;
    if (!Number.isNaN(a[row]!) && !Number.isNaN(b[row]!)) count++;
  }
  return count;
}

/** Takes the mean off the first `count` values, and gives it with its tail. */
function centre(values: Float64Array, count: number): [number, number] {
  let sum = 0;
  for (let row = 0; row < count; row++) sum += values[row]!;
  const mean = sum / count;
  let residue = 0;
  for (let row = 0; row < count; row++) {
    values[row]! -= mean;
    residue += values[row]!;
  }
  // the rounding left in the mean, taken off as well
  const correction = residue / count;
  for (let row = 0; row < count; row++) values[row]! -= correction;
  return [mean + correction, roundingOfSum(mean, correction, mean + correction)];
}
