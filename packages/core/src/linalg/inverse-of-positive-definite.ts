import { CholeskyDecomposition, inverse, Matrix } from 'ml-matrix';

// of a correlation matrix: a variable whose variance is left to less than this by the others is one of their sums
const SMALLEST_PIVOT = 1e-10;

/**
 * Inverse of a symmetric positive definite matrix whose diagonal is of order 1, such as a correlation matrix.
 *
 * @param packed lower triangle, row by row, diagonal included
 * @param size number of rows
 * @returns the rows of the inverse, or null where the matrix is empty, singular or nearly so, or holds a NaN
 */
export function inverseOfPositiveDefinite(packed: ArrayLike<number>, size: number): number[][] | null {
  if (size === 0) return null;
  const matrix = Matrix.zeros(size, size);
  for (let i = 0, p = 0; i < size; i++) {
    for (let j = 0; j <= i; j++, p++) {
      const value = packed[p]!;
      if (!Number.isFinite(value)) return null;
      matrix.set(i, j, value);
      matrix.set(j, i, value);
    }
  }
  const cholesky = new CholeskyDecomposition(matrix);
  if (!cholesky.isPositiveDefinite()) return null;
  if (cholesky.lowerTriangularMatrix.diagonal().some((pivot) => pivot * pivot < SMALLEST_PIVOT)) return null;
  return inverse(matrix).to2DArray();
}
