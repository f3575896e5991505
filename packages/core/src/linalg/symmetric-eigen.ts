import { EigenvalueDecomposition, Matrix } from 'ml-matrix';

// share of the largest entry below which squares in the decomposition would underflow and its vectors go wrong
const NEGLIGIBLE = 1e-100;

/** Eigenvalues of a symmetric matrix in descending order, and their unit vectors in the same order. */
export interface SymmetricEigen {
  readonly values: Float64Array;
  /** `vectors[m]` belongs to `values[m]`; its sign is arbitrary */
  readonly vectors: readonly Float64Array[];
}

/**
 * Eigenvalues and eigenvectors of a symmetric matrix: Householder to tridiagonal, then QL (ml-matrix). Cost of order
 * size^3.
 * Exact to the rounding of the largest eigenvalue: entries below 1e-100 of the largest count as 0.
 *
 * @param packed lower triangle, row by row, diagonal included
 * @param size number of rows
 * @returns null where an entry is not a finite number
 * @see agrees with R `eigen(x, symmetric = TRUE)` up to the sign of the vectors
 * @example symmetricEigen([2, 1, 2], 2)?.values // 3, 1
 */
export function symmetricEigen(packed: ArrayLike<number>, size: number): SymmetricEigen | null {
  let largest = 0;
  for (let p = 0; p < packed.length; p++) {
    if (!Number.isFinite(packed[p]!)) return null;
    largest = Math.max(largest, Math.abs(packed[p]!));
  }
  const unit = largest || 1;
  const matrix = Matrix.zeros(size, size);
  for (let i = 0, p = 0; i < size; i++) {
    for (let j = 0; j <= i; j++, p++) {
      const share = packed[p]! / unit;
      const value = Math.abs(share) < NEGLIGIBLE ? 0 : share;
      matrix.set(i, j, value);
      matrix.set(j, i, value);
    }
  }
  if (size === 0) return { values: new Float64Array(0), vectors: [] };
  // ml-matrix gives them in ascending order
  const decomposition = new EigenvalueDecomposition(matrix, { assumeSymmetric: true });
  const rows = decomposition.eigenvectorMatrix.to2DArray();
  return {
    values: Float64Array.from(decomposition.realEigenvalues, (value) => value * unit).reverse(),
    vectors: Array.from({ length: size }, (_, m) => {
      const vector = new Float64Array(size);
      for (let i = 0; i < size; i++) vector[i] = rows[i]![size - 1 - m]!;
      return vector;
    }),
  };
}
