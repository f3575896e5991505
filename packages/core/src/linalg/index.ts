export { inverseOfPositiveDefinite } from './inverse-of-positive-definite.ts';
export { solvePositiveDefinite } from './solve-positive-definite.ts';
export { type SymmetricEigen, symmetricEigen } from './symmetric-eigen.ts';
