export { inverseOfPositiveDefinite } from './inverse-of-positive-definite.ts';
