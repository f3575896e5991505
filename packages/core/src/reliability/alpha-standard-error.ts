import type { Moments } from '../moments/moments.ts';
import { itemMatrix, totalsOf } from './item-matrix.ts';

/**
 * Large-sample standard error of raw alpha for normally distributed items of any covariance matrix S:
 *
 *   Q = 2 k^2 / ((k - 1)^2 (1'S1)^3) * ((1'S1) (tr(S^2) + tr(S)^2) - 2 tr(S) (1'S^2 1)),   se = sqrt(Q / n)
 *
 * The divisor of S cancels.
 *
 * @returns NaN where alpha does not exist; 0 for items that are multiples of each other, two respondents among them
 * @see Duhachek & Iacobucci (2004), doi:10.1037/0021-9010.89.5.792; agrees with R `psych::alpha()$total$ase`
 * @example alphaStandardError(momentsOf([[1, 2], [2, 2], [3, 4], [5, 4]])) // 0.0967
 */
export function alphaStandardError(moments: Moments): number {
  const { n } = moments;
  const k = moments.means.length;
  const full = itemMatrix(moments, 'covariance'); // of order 1: cubes of the total neither overflow nor vanish
  const { total, trace } = totalsOf(full, k);
  let sumOfSquares = 0; // trace(S^2), as S is symmetric
  let rowSumsSquared = 0; // 1'S^2 1
  for (let i = 0; i < k; i++) {
    let rowSum = 0;
    for (let j = 0; j < k; j++) {
      const s = full[i * k + j]!;
      rowSum += s;
      sumOfSquares += s * s;
    }
    rowSumsSquared += rowSum * rowSum;
  }
  if (k < 2 || n < 2) return NaN;
  const factor = (2 * k * k) / ((k - 1) * (k - 1) * total * total * total);
  const q = factor * (total * (sumOfSquares + trace * trace) - 2 * trace * rowSumsSquared);
  // perfectly correlated items have no error, and rounding may leave less than none
  return Math.sqrt(Math.max(0, q) / n);
}
