export { inverseOfPositiveDefinite } from './inverse-of-positive-definite.ts';
export { minimumDegreeOrder } from './minimum-degree-order.ts';
export { solvePositiveDefinite } from './solve-positive-definite.ts';
export {
  factorSparse,
  type SparseTriangle,
  solveSparseLower,
  solveSparseUpper,
  sparseCholeskyPattern,
} from './sparse-cholesky.ts';
export { type SymmetricEigen, symmetricEigen } from './symmetric-eigen.ts';
