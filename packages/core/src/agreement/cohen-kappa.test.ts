import { expectRelative, loadFixture } from '@peerscale/test-utils';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { momentsOf } from '../moments/index.ts';
import {
  type ContingencyTable,
  cohenKappa,
  contingencyTableOf,
  emptyContingencyTable,
  mergeContingencyTables,
} from './index.ts';

interface Form {
  observed: number;
  expected: number;
  kappa: number;
  se_by_hand: number;
  nullSe_by_hand: number;
  lower: number;
  upper: number;
}
type Kind = 'none' | 'linear' | 'quadratic' | 'own';
interface Fixture {
  r: string;
  psych: string;
  kappa: { name: string; rows: number[][]; own: number[][]; forms: Record<Kind, Form> }[];
}
const fixture = loadFixture<Fixture>('../../fixtures/agreement/agreement.json', import.meta.url);

const tableOf = (rows: readonly (readonly number[])[]): ContingencyTable => ({
  ...emptyContingencyTable(rows.map((_, i) => i + 1)),
  counts: Float64Array.from(rows.flat()),
});

describe.each(fixture.kappa)(`agrees with R ${fixture.r}, psych ${fixture.psych}: $name`, ({ rows, own, forms }) => {
  test.each(['none', 'linear', 'quadratic', 'own'] as const)('%s', (kind) => {
    const received = cohenKappa(tableOf(rows), { weights: kind === 'own' ? own : kind });
    const expected = forms[kind];
    const figures = ['observed', 'expected', 'kappa', 'lower', 'upper'] as const;
    for (const figure of figures) expectRelative(received[figure], expected[figure], 1e-11, 1e-14);
    expectRelative(received.standardError, expected.se_by_hand, 1e-11);
    expectRelative(received.nullStandardError, expected.nullSe_by_hand, 1e-11);
    expect(received.n).toBe(rows.flat().reduce((sum, count) => sum + count, 0));
  });
});

describe('cohenKappa', () => {
  test('its example', () => {
    expect(cohenKappa(contingencyTableOf([1, 1, 2, 2], [1, 1, 2, 1], [1, 2])).kappa).toBe(0.5);
  });

  test('plain weights are the default, and a higher level gives a wider interval', () => {
    const table = tableOf(fixture.kappa[0]!.rows);
    expect(cohenKappa(table)).toEqual(cohenKappa(table, { weights: 'none', level: 0.95 }));
    expect(cohenKappa(table, { level: 0.99 }).lower).toBeLessThan(cohenKappa(table).lower);
    expect(cohenKappa(table, { level: 0.99 }).upper).toBeGreaterThan(cohenKappa(table).upper);
  });

  test('the example printed in the documentation of irrCAC (13, 20, 7, 4, 56): 0.7964094', () => {
    const { kappa } = cohenKappa(
      tableOf([
        [13, 0, 0],
        [0, 20, 7],
        [0, 4, 56],
      ]),
    );
    expect(kappa).toBeCloseTo(0.7964094, 7);
  });

  test('the quadratic kappa is the intraclass correlation with divisor n (Fleiss & Cohen 1973)', () => {
    const rows = fixture.kappa[0]!.rows;
    const pairs = rows.flatMap((row, i) => row.flatMap((count, j) => new Array<number[]>(count).fill([i, j])));
    const { n, means, comoments } = momentsOf(pairs);
    const shift = n * (means[0]! - means[1]!) ** 2;
    const expected = (2 * comoments[1]!) / (comoments[0]! + comoments[2]! + shift);
    expectRelative(cohenKappa(tableOf(rows), { weights: 'quadratic' }).kappa, expected, 1e-12);
  });

  test('with two codes all weights are alike', () => {
    const table = tableOf([
      [30, 4],
      [9, 12],
    ]);
    expect(cohenKappa(table, { weights: 'linear' })).toEqual(cohenKappa(table));
    expect(cohenKappa(table, { weights: 'quadratic' })).toEqual(cohenKappa(table));
  });

  test('weights are for places, not for codes', () => {
    const counts = Float64Array.of(5, 2, 1, 0, 9, 3, 1, 0, 4);
    const near: ContingencyTable = { rowCodes: [1, 2, 3], columnCodes: [1, 2, 3], counts };
    const far: ContingencyTable = { rowCodes: [0, 7, 50], columnCodes: [0, 7, 50], counts };
    expect(cohenKappa(far, { weights: 'linear' })).toEqual(cohenKappa(near, { weights: 'linear' }));
  });

  test('perfect agreement is 1 and its standard error 0, full disagreement of two is cut at -1', () => {
    expect(
      cohenKappa(
        tableOf([
          [5, 0],
          [0, 3],
        ]),
      ),
    ).toMatchObject({ kappa: 1, standardError: 0, lower: 1, upper: 1 });
    const opposite = cohenKappa(
      tableOf([
        [0, 5],
        [3, 0],
      ]),
    );
    expect(opposite.kappa).toBeLessThan(-0.8);
    expect(opposite.lower).toBe(-1);
  });

  test.each([
    [
      'nobody',
      [
        [0, 0],
        [0, 0],
      ],
      0,
    ],
    [
      'one code only, by both',
      [
        [7, 0],
        [0, 0],
      ],
      7,
    ],
    ['one code there is', [[7]], 7],
    ['no codes', [], 0],
    [
      'a count that is not a number',
      [
        [NaN, 1],
        [1, 2],
      ],
      NaN,
    ],
  ])('%s: no kappa', (_, rows, n) => {
    for (const weights of ['none', 'linear', 'quadratic'] as const) {
      const result = cohenKappa(tableOf(rows), { weights });
      expect(result.n).toBe(n);
      for (const figure of ['kappa', 'observed', 'expected', 'standardError', 'nullStandardError'] as const) {
        expect(result[figure]).toBeNaN();
      }
      expect([result.lower, result.upper]).toEqual([NaN, NaN]);
    }
  });

  test('two constant raters who never agree: kappa 0, as expected by chance', () => {
    expect(
      cohenKappa(
        tableOf([
          [0, 6],
          [0, 0],
        ]),
      ),
    ).toMatchObject({ kappa: 0, observed: 0, expected: 0, standardError: 0 });
  });

  test('counts of 1e150 give the same kappa, with no standard error left', () => {
    const rows = fixture.kappa[0]!.rows;
    const huge = cohenKappa(tableOf(rows.map((row) => row.map((count) => count * 1e150))));
    expectRelative(huge.kappa, cohenKappa(tableOf(rows)).kappa, 1e-12);
    expect(huge.standardError).toBeLessThan(1e-70);
  });

  test('refuses what does not fit, and says what came', () => {
    const table = tableOf([
      [1, 2],
      [3, 4],
    ]);
    expect(() => cohenKappa(table, { level: 1 })).toThrow('Unexpected level: 1.');
    expect(() => cohenKappa(emptyContingencyTable([1, 2], [2, 1]))).toThrow(
      'Unexpected column codes: 2,1, expected 1,2.',
    );
    expect(() => cohenKappa(emptyContingencyTable([1, 2], [1, 2, 3]))).toThrow(RangeError);
    expect(() => cohenKappa(table, { weights: [[1, 0]] })).toThrow('Unexpected number of weight rows: 1, expected 2.');
    expect(() => cohenKappa(table, { weights: [[1, 0], [1]] })).toThrow('Unexpected number of weights in a row: 1');
    expect(() =>
      cohenKappa(table, {
        weights: [
          [1, 0],
          [0, 0.5],
        ],
      }),
    ).toThrow('Unexpected weight: 0.5 at row 1, column 1.');
    expect(() =>
      cohenKappa(table, {
        weights: [
          [1, NaN],
          [0, 1],
        ],
      }),
    ).toThrow('Unexpected weight: NaN at row 0, column 1.');
  });

  const tables = fc
    .integer({ min: 2, max: 5 })
    .chain((k) => fc.array(fc.array(fc.nat(30), { minLength: k, maxLength: k }), { minLength: k, maxLength: k }));
  const kinds = fc.constantFrom('none' as const, 'linear' as const, 'quadratic' as const);

  test('does not depend on who is called the first rater, nor on the direction of the codes', () => {
    fc.assert(
      fc.property(tables, kinds, (rows, weights) => {
        const result = cohenKappa(tableOf(rows), { weights });
        const turned = rows.map((_, i) => rows.map((row) => row[i]!));
        const reversed = rows.map((row) => row.toReversed()).toReversed();
        for (const other of [turned, reversed]) {
          const same = cohenKappa(tableOf(other), { weights });
          expectRelative(same.kappa, result.kappa, 1e-9, 1e-12);
          expectRelative(same.standardError, result.standardError, 1e-9, 1e-12);
        }
        if (!Number.isNaN(result.kappa)) {
          expect(result.lower).toBeLessThanOrEqual(result.kappa);
          expect(result.upper).toBeGreaterThanOrEqual(result.kappa);
          expect(Math.abs(result.kappa)).toBeLessThanOrEqual(1 + 1e-12);
        }
      }),
    );
  });

  test('of merged tables is that of the pooled one', () => {
    fc.assert(
      fc.property(tables, fc.nat(), kinds, (rows, seed, weights) => {
        const part = rows.map((row, i) => row.map((count, j) => (seed + 7 * i + j) % (count + 1)));
        const rest = rows.map((row, i) => row.map((count, j) => count - part[i]![j]!));
        const merged = mergeContingencyTables(tableOf(part), tableOf(rest));
        expect(cohenKappa(merged, { weights })).toEqual(cohenKappa(tableOf(rows), { weights }));
      }),
    );
  });

  test('intervals of 95 percent hold the true kappa in 93 to 97 percent of 2,000 samples of 200', () => {
    let state = 20261122;
    const random = () => {
      state = (state * 48271) % 2147483647;
      return state / 2147483647;
    };
    // true shares 0.35, 0.15, 0.1, 0.4: po 0.75, pe 0.5 x 0.45 + 0.5 x 0.55 = 0.5
    let held = 0;
    for (let sample = 0; sample < 2000; sample++) {
      const rows = [
        [0, 0],
        [0, 0],
      ];
      for (let i = 0; i < 200; i++) {
        const u = random();
        if (u < 0.35) rows[0]![0]! += 1;
        else if (u < 0.5) rows[0]![1]! += 1;
        else if (u < 0.6) rows[1]![0]! += 1;
        else rows[1]![1]! += 1;
      }
      const { lower, upper } = cohenKappa(tableOf(rows));
      if (lower <= 0.5 && upper >= 0.5) held++;
    }
    expect(held / 2000).toBeGreaterThan(0.93);
    expect(held / 2000).toBeLessThan(0.97);
  });
});
