export { addToMoments } from './add-to-moments.ts';
export { correlationsOf } from './correlations-of.ts';
export { mergeMoments } from './merge-moments.ts';
export { emptyMoments, type Moments, packedIndex, packedLength } from './moments.ts';
export { momentsOf } from './moments-of.ts';
export { momentsOfColumns } from './moments-of-columns.ts';
export { withoutVariable } from './without-variable.ts';
