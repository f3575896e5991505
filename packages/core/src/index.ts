/**
 * Instruments, scoring with receipts, and psychometric statistics that agree with R. Pure functions: no I/O, no clock.
 * The exports follow the way of the data: instrument, responses, scoring, moments, estimators, report.
 */

export * from './agreement/index.ts';
export * from './change/index.ts';
export * from './disclosure/index.ts';
export * from './distributions/index.ts';
export * from './drivers/index.ts';
export * from './exports/index.ts';
export * from './factor/index.ts';
export * from './instrument/index.ts';
export * from './items/index.ts';
export * from './linkage/index.ts';
export * from './missingness/index.ts';
export * from './moments/index.ts';
export * from './multilevel/index.ts';
export * from './quality/index.ts';
export * from './random/index.ts';
export * from './reliability/index.ts';
export * from './report/index.ts';
export * from './responses/index.ts';
export * from './scoring/index.ts';
