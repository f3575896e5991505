import { type ExpectedAnswer, expectAnswer } from '@peerscale/test-utils';
import { describe, expect, test } from 'vitest';
import * as room from './index.ts';

/*
 * What distributions and quantiles say at the ends of their arguments and beyond: NaN for what is no parameter, the ends of
 * the support for probabilities 0 and 1, and the limit for what is huge or tiny.
 */
type Rows = readonly (readonly [args: readonly number[], expected: ExpectedAnswer])[];
const grid: Record<string, [of: (...args: never[]) => unknown, rows: Rows]> = {
  normalCdf: [
    room.normalCdf,
    [
      [[NaN], NaN],
      [[0, NaN], NaN],
      [[0, 0, NaN], NaN],
      [[0, 0, 0], NaN],
      [[0, 0, -1], NaN],
      [[-Infinity], 0],
      [[Infinity], 1],
      [[-1e150], 0],
      [[1e150], 1],
      [[1e-150], 0.5],
      [[1e150, 1e150, 1e150], 0.5],
    ],
  ],
  normalQuantile: [
    room.normalQuantile,
    [
      [[NaN], NaN],
      [[-0.1], NaN],
      [[1.1], NaN],
      [[0.5, NaN], NaN],
      [[0.5, 0, 0], NaN],
      [[0], -Infinity],
      [[1], Infinity],
      [[0.5], 0],
      [[0.975, 0, 1e150], 1.959963984540054e150],
      [[0.975, 0, 1e-150], 1.959963984540054e-150],
    ],
  ],
  studentTCdf: [
    room.studentTCdf,
    [
      [[NaN, 5], NaN],
      [[1, NaN], NaN],
      [[1, 0], NaN],
      [[1, -1], NaN],
      [[-Infinity, 5], 0],
      [[Infinity, 5], 1],
      [[0, 5], 0.5],
      [[1e150, 5], 1],
      [[1e-150, 5], 0.5],
      [[1, 1], 0.75],
    ],
  ],
  studentTQuantile: [
    room.studentTQuantile,
    [
      [[NaN, 5], NaN],
      [[0.5, NaN], NaN],
      [[0.5, 0], NaN],
      [[1.1, 5], NaN],
      [[0, 5], -Infinity],
      [[1, 5], Infinity],
      [[0.5, 5], 0],
      [[0.975, Infinity], 1.959963984540054],
    ],
  ],
  chiSquaredCdf: [
    room.chiSquaredCdf,
    [
      [[NaN, 5], NaN],
      [[1, NaN], NaN],
      [[1, 0], NaN],
      [[-1, 5], 0],
      [[0, 5], 0],
      [[Infinity, 5], 1],
      [[1e150, 5], 1],
      [[1e-150, 2], 5e-151],
    ],
  ],
  chiSquaredQuantile: [
    room.chiSquaredQuantile,
    [
      [[NaN, 5], NaN],
      [[0.5, NaN], NaN],
      [[0.5, 0], NaN],
      [[-0.1, 5], NaN],
      [[0, 5], 0],
      [[1, 5], Infinity],
      [[1e-150, 2], 2e-150],
      [[0.5, Infinity], Infinity],
    ],
  ],
  fCdf: [
    room.fCdf,
    [
      [[NaN, 5, 5], NaN],
      [[1, NaN, 5], NaN],
      [[1, 5, 0], NaN],
      [[-1, 5, 5], 0],
      [[0, 5, 5], 0],
      [[Infinity, 5, 5], 1],
      [[1, 5, 5], 0.5],
      [[1e150, 5, 5], 1],
      [[1e-150, 2, 2], 1e-150],
    ],
  ],
  fQuantile: [
    room.fQuantile,
    [
      [[NaN, 5, 5], NaN],
      [[0.5, NaN, 5], NaN],
      [[0.5, 5, 0], NaN],
      [[1.1, 5, 5], NaN],
      [[0, 5, 5], 0],
      [[1, 5, 5], Infinity],
      [[0.5, 5, 5], 1],
      [[0.5, Infinity, Infinity], 1],
    ],
  ],
  betaCdf: [
    room.betaCdf,
    [
      [[NaN, 2, 3], NaN],
      [[0.5, NaN, 3], NaN],
      [[0.5, 0, 3], NaN],
      [[-1, 2, 3], 0],
      [[0, 2, 3], 0],
      [[1, 2, 3], 1],
      [[1e150, 2, 3], 1],
      [[1e-150, 1, 1], 1e-150],
      [[0.4, Infinity, Infinity], 0],
    ],
  ],
  betaQuantile: [
    room.betaQuantile,
    [
      [[NaN, 2, 3], NaN],
      [[0.5, NaN, 3], NaN],
      [[0.5, 0, 3], NaN],
      [[1.1, 2, 3], NaN],
      [[0, 2, 3], 0],
      [[1, 2, 3], 1],
      [[1e-150, 1, 1], 1e-150],
      [[0.5, Infinity, 3], 1],
    ],
  ],
  sampleMedian: [
    (...values: number[]) => room.sampleMedian(values),
    [
      [[], NaN],
      [[3], 3],
      [[0.1, 0.1, 0.1], 0.1],
      [[NaN, NaN], NaN],
      [[1, NaN, 3], NaN],
      [[1e150, 3e150], 2e150],
      [[1e-150, 3e-150], 2e-150],
    ],
  ],
  noncentralTCdf: [
    room.noncentralTCdf,
    [
      [[NaN, 5, 1], NaN],
      [[1, NaN, 1], NaN],
      [[1, 0, 1], NaN],
      [[1, 5, NaN], NaN],
      [[1, 5, Infinity], NaN],
      [[-Infinity, 5, 1], 0],
      [[Infinity, 5, 1], 1],
      [[0, 5, 0], 0.5],
      [[1e-150, 5, 0], 0.5],
      [[1, Infinity, 1], 0.5],
    ],
  ],
  noncentralTNoncentrality: [
    room.noncentralTNoncentrality,
    [
      [[NaN, 5, 0.5], NaN],
      [[Infinity, 5, 0.5], NaN],
      [[1, 0, 0.5], NaN],
      [[1, 5, NaN], NaN],
      [[1, 5, 0], NaN],
      [[1, 5, 1], NaN],
    ],
  ],
  studentizedRangeCdf: [
    room.studentizedRangeCdf,
    [
      [[NaN, 3, 5], NaN],
      [[1, 1, 5], NaN],
      [[1, 3, 0], NaN],
      [[-1, 3, 5], 0],
      [[0, 3, 5], 0],
      [[Infinity, 3, 5], 1],
      [[1e150, 3, 5], 1],
    ],
  ],
  studentizedRangeQuantile: [
    room.studentizedRangeQuantile,
    [
      [[NaN, 3, 5], NaN],
      [[0, 3, 5], NaN],
      [[1, 3, 5], NaN],
      [[0.05, 1, 5], NaN],
      [[0.05, 3, 0], NaN],
    ],
  ],
  sumOfChosenRanks: [
    (chosen: number, sum: number, ...ranks: number[]) => room.sumOfChosenRanks(ranks, chosen).atMost(sum),
    [
      [[0, 0], 1],
      [[1, 0], RangeError],
      [[0.5, 0, 1, 2], RangeError],
      [[1, 1.5, 1.5, 1.5], 1],
      [[1, 1, 1.5, 1.5], 0],
      [[1, 1e150, 1, 2], 1],
    ],
  ],
  sumOfSignedRanks: [
    (sum: number, ...ranks: number[]) => room.sumOfSignedRanks(ranks).atMost(sum),
    [
      [[0], 1],
      [[0, 1], 0.5],
      [[1.5, 1.5, 1.5], 0.75],
      [[1e150, 1, 2], 1],
    ],
  ],
};

describe.each(Object.entries(grid))('%s', (_, [of, rows]) => {
  test.each(rows)('of %j', (args, expected) => expectAnswer(() => of(...(args as never[])), expected));
});

test('every function of the room is in the grid', () => {
  const functions = Object.entries(room).flatMap(([name, value]) => (typeof value === 'function' ? [name] : []));
  expect(new Set(Object.keys(grid))).toEqual(new Set(functions));
});
