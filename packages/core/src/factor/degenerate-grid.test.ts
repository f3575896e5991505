import { type ExpectedAnswer, expectAnswer } from '@peerscale/test-utils';
import { describe, expect, test } from 'vitest';
import * as room from './index.ts';

/*
 * What a one-factor model says of a matrix that has none. The usual one is exact: loadings 0.8, 0.7, 0.6 in items of
 * variance 1. `iterations` are those of the search, 0 where there was none.
 */
const usual = [1, 0.56, 1, 0.48, 0.42, 1];
const none: ExpectedAnswer = { iterations: 0 };
const exact = (unit: number): ExpectedAnswer => ({
  'loadings.0': 0.8 * unit,
  'loadings.1': 0.7 * unit,
  'loadings.2': 0.6 * unit,
  'uniquenesses.0': 0.36 * unit * unit,
  'uniquenesses.1': 0.51 * unit * unit,
  'uniquenesses.2': 0.64 * unit * unit,
});
const rows: [name: string, matrix: number[], ml: ExpectedAnswer, minres: ExpectedAnswer][] = [
  ['usual', usual, exact(1), exact(1)],
  ['no items', [], none, none],
  ['one item', [1], none, none],
  ['two items', [1, 0.5, 1], none, none],
  ['nobody: no variances', [0, 0, 0, 0, 0, 0], none, none],
  ['a constant item', [1, 0.5, 1, 0, 0, 0], none, none],
  ['all missing', usual.map(() => NaN), none, none],
  ['one NaN', [1, 0.56, 1, 0.48, NaN, 1], none, none],
  ['an infinite variance', [1, 0.56, 1, 0.48, 0.42, Infinity], none, none],
  ['a correlation beyond 1', [1, 1.1, 1, 0.48, 0.42, 1], none, none],
  ['one correlated pair', [1, 0.5, 1, 0, 0, 1], none, none],
  ['standard deviations times 1e150', usual.map((value) => value * 1e300), exact(1e150), exact(1e150)],
  ['standard deviations times 1e-150', usual.map((value) => value * 1e-300), exact(1e-150), exact(1e-150)],
  // no likelihood; the sum of squares is lowest with all uniquenesses at their bound
  ['multiples of one item', [1, 1, 1, 1, 1, 1], none, { loadings: Math.sqrt(0.995), uniquenesses: 0.005 }],
];

describe.each(['ml', 'minres'] as const)('oneFactorModel, %s', (method) => {
  test.each(rows)('%s', (_, matrix, ml, minres) => {
    const { loadings, uniquenesses, iterations, converged, objective } = room.oneFactorModel(matrix, { method });
    const expected = method === 'ml' ? ml : minres;
    expect(converged).toBe(expected !== none);
    expect(Number.isNaN(objective)).toBe(expected === none);
    expectAnswer(() => ({ loadings, uniquenesses, ...(expected === none ? { iterations } : {}) }), expected);
  });
});

test('every function of the room is in the grid', () => {
  const functions = Object.entries(room).flatMap(([name, value]) => (typeof value === 'function' ? [name] : []));
  expect(functions).toEqual(['oneFactorModel']);
});
