import fc from 'fast-check';

// `npm test` judges the code and not the draw: every run meets the same cases, so a red run can be had again. New cases
// are looked for by `npm run slow`, with another seed each time and as many cases as PROPERTY_RUNS says; a failure
// prints its seed, and the case becomes a test of its own.
const runs = process.env.PROPERTY_RUNS;
fc.configureGlobal(runs === undefined ? { seed: 20_261_122 } : { numRuns: Number(runs) });
