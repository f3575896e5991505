import { expectRelative, likertRows } from '@peerscale/test-utils';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addToMoments,
  correlationsOf,
  emptyMoments,
  type Moments,
  mergeMoments,
  momentsOf,
  momentsOfColumns,
  packedIndex,
  withoutVariable,
} from './index.ts';

function expectSame(a: Moments, b: Moments, tolerance: number): void {
  expect(a.n).toBe(b.n);
  a.means.forEach((mean, i) => expectRelative(mean, b.means[i]!, tolerance, 1e-13));
  a.comoments.forEach((value, i) => expectRelative(value, b.comoments[i]!, tolerance, 1e-10));
}

describe('momentsOf', () => {
  test('gives means and the packed lower triangle of centred products', () => {
    const { n, means, comoments, missing } = momentsOf([
      [1, 2],
      [2, 2],
      [3, 5],
    ]);
    expect({ n, missing, means: [...means], comoments: [...comoments] }).toEqual({
      n: 3,
      missing: 'listwise',
      means: [2, 3],
      comoments: [2, 3, 6],
    });
  });

  test('refuses ragged rows and columns, and says what came', () => {
    expect(() => momentsOf([[1, 2], [1]])).toThrow('Unexpected row length: 1, expected 2.');
    expect(() => momentsOfColumns([[1, 2], [1]])).toThrow('Unexpected column length: 1, expected 2.');
    expect(() => addToMoments(emptyMoments(2), [1])).toThrow(RangeError);
    expect(() => mergeMoments(emptyMoments(2), emptyMoments(3))).toThrow(RangeError);
    expect(() => withoutVariable(emptyMoments(2), 2)).toThrow(RangeError);
    expect(() => emptyMoments(-1)).toThrow('Unexpected number of variables: -1.');
  });

  test('keeps the digits of a small spread around a large value', () => {
    const offset = 1e9;
    const small = [
      [0, 1],
      [1, 0],
      [2, 4],
      [3, 2],
      [4, 3],
    ];
    const shifted = momentsOf(small.map((row) => row.map((x) => x + offset)));
    momentsOf(small).comoments.forEach((value, i) => expectRelative(shifted.comoments[i]!, value, 1e-12));
  });

  test('a column that does not vary has a co-moment of exactly 0, whatever its value', () => {
    for (const value of [3, 0.1, 1e9 + 0.1, 1e-300]) {
      const { comoments } = momentsOfColumns([new Float64Array(5000).fill(value)]);
      expect(comoments[0]).toBe(0);
    }
  });

  test('blocks do not show: 10,000 rows in blocks agree with the rows added one by one', () => {
    const columns = [0, 1, 2].map((j) => Float64Array.from({ length: 10_000 }, (_, i) => ((i * (j + 7)) % 11) + j));
    let oneByOne = emptyMoments(3);
    for (let i = 0; i < 10_000; i++)
      oneByOne = addToMoments(
        oneByOne,
        columns.map((column) => column[i]!),
      );
    expectSame(momentsOfColumns(columns), oneByOne, 1e-12);
  });
});

describe('mergeMoments', () => {
  test('any split merged equals the whole', () => {
    fc.assert(
      fc.property(likertRows({ minimumRows: 3 }), fc.nat(), fc.nat(), (rows, a, b) => {
        const [first, second] = [a % rows.length, b % rows.length].sort((x, y) => x - y) as [number, number];
        const k = rows[0]!.length;
        const parts = [rows.slice(0, first), rows.slice(first, second), rows.slice(second)];
        const merged = parts
          .map((part) => (part.length === 0 ? emptyMoments(k) : momentsOf(part)))
          .reduce(mergeMoments);
        expectSame(merged, momentsOf(rows), 1e-12);
      }),
    );
  });

  test('the order of the parts does not matter, and nobody changes nothing', () => {
    fc.assert(
      fc.property(likertRows(), likertRows(), (x, y) => {
        fc.pre(x[0]!.length === y[0]!.length);
        const [a, b] = [momentsOf(x), momentsOf(y)];
        expectSame(mergeMoments(a, b), mergeMoments(b, a), 1e-12);
        expect(mergeMoments(a, emptyMoments(a.means.length))).toBe(a);
        expect(mergeMoments(emptyMoments(a.means.length), a)).toBe(a);
      }),
      { numRuns: 50 },
    );
  });
});

describe('correlationsOf and withoutVariable', () => {
  test('leaving a variable out equals never having had it', () => {
    fc.assert(
      fc.property(likertRows({ minimumItems: 3 }), fc.nat(), (rows, pick) => {
        const dropped = pick % rows[0]!.length;
        const expected = momentsOf(rows.map((row) => row.filter((_, i) => i !== dropped)));
        const { meanTails, ...rest } = withoutVariable(momentsOf(rows), dropped);
        expectSame(rest, expected, 1e-15);
        expect(meanTails).toEqual(expected.meanTails);
      }),
    );
  });

  test('correlations lie within -1 and 1, shift and scale do not matter, and a constant has none', () => {
    fc.assert(
      fc.property(likertRows({ minimumRows: 4 }), (rows) => {
        const r = correlationsOf(momentsOf(rows));
        const moved = correlationsOf(momentsOf(rows.map((row) => row.map((x) => 3 * x + 100))));
        r.forEach((value, i) => {
          expect(Number.isNaN(value) || Math.abs(value) <= 1 + 1e-12).toBe(true);
          expectRelative(moved[i]!, value, 1e-10, 1e-12);
        });
      }),
    );
    expect(
      correlationsOf(
        momentsOf([
          [1, 4],
          [1, 5],
        ]),
      )[packedIndex(0, 0)],
    ).toBeNaN();
  });
});
