/**
 * Solves A x = b for a symmetric positive definite A by Cholesky factors.
 *
 * @param packed lower triangle of A, row by row, diagonal included; not changed
 * @param rightSide b; not changed
 * @param smallestPivot a pivot not above this share of its diagonal entry counts as none, default 1e-12
 * @returns x, or null where A is not positive definite, nearly singular, or holds a NaN
 * @example solvePositiveDefinite([4, 1, 3], [1, 2]) // 0.0909, 0.6364; 1/11 and 7/11
 */
export function solvePositiveDefinite(
  packed: ArrayLike<number>,
  rightSide: ArrayLike<number>,
  smallestPivot = 1e-12,
): Float64Array | null {
  const size = rightSide.length;
  const factor = Float64Array.from(packed);
  const x = Float64Array.from(rightSide);
  for (let i = 0; i < size; i++) {
    const row = (i * (i + 1)) / 2;
    for (let j = 0; j <= i; j++) {
      const other = (j * (j + 1)) / 2;
      let sum = factor[row + j]!;
      for (let m = 0; m < j; m++) sum -= factor[row + m]! * factor[other + m]!;
      if (j < i) {
        factor[row + j] = sum / factor[other + j]!;
      } else {
        // a comparison with NaN is false: no factor either
        if (!(sum > 0 && sum > smallestPivot * packed[row + i]!)) return null;
        factor[row + i] = Math.sqrt(sum);
      }
    }
    for (let m = 0; m < i; m++) x[i]! -= factor[row + m]! * x[m]!;
    x[i]! /= factor[row + i]!;
  }
  for (let i = size - 1; i >= 0; i--) {
    const row = (i * (i + 1)) / 2;
    x[i]! /= factor[row + i]!;
    for (let m = 0; m < i; m++) x[m]! -= factor[row + m]! * x[i]!;
  }
  return x;
}
