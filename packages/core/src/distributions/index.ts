export { betaCdf, betaQuantile } from './beta.ts';
export { chiSquaredCdf, chiSquaredQuantile } from './chi-squared.ts';
export { fCdf, fQuantile } from './f.ts';
export { normalCdf, normalQuantile } from './normal.ts';
export { sampleMedian } from './sample-median.ts';
export type { Tail } from './small-tail.ts';
export { studentTCdf, studentTQuantile } from './student-t.ts';
