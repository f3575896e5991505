import { mergeMoments } from './merge-moments.ts';
import { emptyMoments, type Moments, packedLength } from './moments.ts';
import { roundingOfSum } from './rounding-of-sum.ts';

// a block fits the processor's cache, and each is centred on its own mean before the blocks are merged
const BLOCK = 2048;

/**
 * Moments of complete columns, one a variable, all of one length: two passes over blocks, merged.
 *
 * @param columns keyed and complete, without NaN (`completeKeyedColumns`)
 * @throws RangeError for columns of different lengths
 * @example momentsOfColumns([[1, 2, 3], [2, 2, 4]]).comoments // [2, 2, 2.67]
 */
export function momentsOfColumns(columns: readonly ArrayLike<number>[]): Moments<'listwise'> {
  const n = columns[0]?.length ?? 0;
  for (const column of columns) {
    if (column.length !== n) throw new RangeError(`Unexpected column length: ${column.length}, expected ${n}.`);
  }
  if (n === 0) return emptyMoments(columns.length);
  let moments = momentsOfBlock(columns, 0, Math.min(n, BLOCK));
  for (let start = BLOCK; start < n; start += BLOCK) {
    moments = mergeMoments(moments, momentsOfBlock(columns, start, Math.min(n, start + BLOCK)));
  }
  return moments;
}

/** Moments of the rows from `start` to before `end`: few enough for a plain sum. */
function momentsOfBlock(columns: readonly ArrayLike<number>[], start: number, end: number): Moments<'listwise'> {
  const k = columns.length;
  const n = end - start;
  const means = new Float64Array(k);
  const meanTails = new Float64Array(k);
  const centred = new Float64Array(k * n);
  for (let i = 0; i < k; i++) {
    const column = columns[i]!;
    let sum = 0;
    for (let row = start; row < end; row++) sum += column[row]!;
    const mean = sum / n;
    const first = i * n;
    let residue = 0;
    for (let row = 0; row < n; row++) {
      const deviation = column[start + row]! - mean;
      centred[first + row] = deviation;
      residue += deviation;
    }
    // the rounding left in the mean, taken off as well: an exact shift of the deviations
    const correction = residue / n;
    for (let row = first; row < first + n; row++) centred[row]! -= correction;
    means[i] = mean + correction;
    meanTails[i] = roundingOfSum(mean, correction, means[i]!);
  }
  const comoments = new Float64Array(packedLength(k));
  for (let i = 0, p = 0; i < k; i++) {
    const x = i * n;
    for (let j = 0; j <= i; j++, p++) {
      const y = j * n;
      let sum = 0;
      for (let row = 0; row < n; row++) sum += centred[x + row]! * centred[y + row]!;
      comoments[p] = sum;
    }
  }
  return { missing: 'listwise', n, means, comoments, meanTails };
}
