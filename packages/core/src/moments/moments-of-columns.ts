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
  let moments = emptyMoments(columns.length);
  for (let start = 0; start < n; start += BLOCK) {
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
  const centred: Float64Array[] = [];
  for (let i = 0; i < k; i++) {
    const column = columns[i]!;
    let sum = 0;
    for (let row = start; row < end; row++) sum += column[row]!;
    const mean = sum / n;
    const deviations = new Float64Array(n);
    let residue = 0;
    for (let row = 0; row < n; row++) {
      deviations[row] = column[start + row]! - mean;
      residue += deviations[row]!;
    }
    // the rounding left in the mean, taken off as well: an exact shift of the deviations
    const correction = residue / n;
    for (let row = 0; row < n; row++) deviations[row]! -= correction;
    means[i] = mean + correction;
    meanTails[i] = roundingOfSum(mean, correction, means[i]!);
    centred.push(deviations);
  }
  const comoments = new Float64Array(packedLength(k));
  for (let i = 0, p = 0; i < k; i++) {
    const x = centred[i]!;
    for (let j = 0; j <= i; j++, p++) {
      const y = centred[j]!;
      let sum = 0;
      for (let row = 0; row < n; row++) sum += x[row]! * y[row]!;
      comoments[p] = sum;
    }
  }
  return { missing: 'listwise', n, means, comoments, meanTails };
}
