import { correlationsOf } from '../moments/correlations-of.ts';
import { type Moments, packedIndex } from '../moments/moments.ts';

/**
 * Which matrix of the items a coefficient is computed on: 'covariance' speaks of the sum of the answers as they are,
 * 'correlation' of the sum of z-scores (what R's psych takes unless told otherwise).
 */
export type ItemMatrix = 'covariance' | 'correlation';

/**
 * The covariances or correlations as a full matrix, row by row. Coefficients of reliability do not change with its
 * scale, so covariances are given in units of the largest variance: powers of them neither overflow nor vanish.
 *
 * @returns NaN all over where the coefficient cannot exist: fewer than two rows, no variance at all, a co-moment that is
 * not finite, or, for correlations, an item that does not vary
 */
export function itemMatrix(moments: Moments, matrix: ItemMatrix): Float64Array {
  const k = moments.means.length;
  const full = new Float64Array(k * k);
  const packed = matrix === 'correlation' ? correlationsOf(moments) : moments.comoments;
  let largest = 0;
  for (let i = 0; i < k; i++) largest = Math.max(largest, packed[packedIndex(i, i)]!); // NaN stays NaN
  if (!(largest > 0 && largest < Infinity)) return full.fill(NaN);
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < k; j++) full[i * k + j] = packed[packedIndex(i, j)]! / largest;
  }
  return full;
}

/** Sum of all entries and of the diagonal; `total` is NaN where the sum score has no variance beyond rounding. */
export function totalsOf(full: Float64Array, k: number): { total: number; trace: number } {
  let total = 0;
  let trace = 0;
  for (let i = 0; i < k; i++) {
    trace += full[i * k + i]!;
    for (let j = 0; j < k; j++) total += full[i * k + j]!;
  }
  return { total: total > 1e-12 * trace ? total : NaN, trace };
}
