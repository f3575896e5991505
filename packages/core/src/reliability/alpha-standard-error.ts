import { type Moments, packedIndex } from '../moments/moments.ts';

/**
 * Large-sample standard error of raw alpha for normally distributed items of any covariance matrix S:
 *
 *   Q = 2 k^2 / ((k - 1)^2 (1'S1)^3) * ((1'S1) (tr(S^2) + tr(S)^2) - 2 tr(S) (1'S^2 1)),   se = sqrt(Q / n)
 *
 * The divisor of S cancels.
 *
 * @returns NaN where alpha does not exist
 * @see Duhachek & Iacobucci (2004), doi:10.1037/0021-9010.89.5.792; agrees with R `psych::alpha()$total$ase`
 */
export function alphaStandardError({ n, means, comoments }: Moments): number {
  const k = means.length;
  let trace = 0;
  let total = 0;
  let sumOfSquares = 0; // trace(S^2), as S is symmetric
  let rowSumsSquared = 0; // 1'S^2 1
  for (let i = 0; i < k; i++) {
    let rowSum = 0;
    for (let j = 0; j < k; j++) {
      const s = comoments[packedIndex(i, j)]!;
      rowSum += s;
      sumOfSquares += s * s;
    }
    trace += comoments[packedIndex(i, i)]!;
    total += rowSum;
    rowSumsSquared += rowSum * rowSum;
  }
  if (k < 2 || n < 2 || !(total > 1e-12 * trace)) return NaN;
  const factor = (2 * k * k) / ((k - 1) * (k - 1) * total * total * total);
  const q = factor * (total * (sumOfSquares + trace * trace) - 2 * trace * rowSumsSquared);
  // perfectly correlated items have no error, and rounding may leave less than none
  return Math.sqrt(Math.max(0, q) / n);
}
