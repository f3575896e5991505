import { expectRelative, loadFixture } from '@peerscale/test-utils';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyMoments, mergeMoments, momentsOf } from '../moments/index.ts';
import {
  type BlandAltmanFigure,
  blandAltman,
  fisherInterval,
  type IntraclassCorrelation,
  testRetest,
} from './index.ts';

interface Limits {
  bias: BlandAltmanFigure;
  lowerLimit: BlandAltmanFigure;
  upperLimit: BlandAltmanFigure;
  sd: number;
  trend: number;
}
interface Fixture {
  r: string;
  psych: string;
  pairs: {
    name: string;
    rows: number[][];
    r: number;
    fisher: { at95: [number, number]; at80: [number, number] };
    icc: Record<keyof IntraclassCorrelation, number[]>;
    blandAltman_by_hand: { usual: Limits; other: Limits };
  }[];
}
const fixture = loadFixture<Fixture>('../../fixtures/agreement/agreement.json', import.meta.url);
const FIGURES = ['bias', 'lowerLimit', 'upperLimit'] as const;
const ENDS = ['value', 'lower', 'upper'] as const;

const measurements = fc.array(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 })), {
  minLength: 4,
  maxLength: 30,
});

describe.each(fixture.pairs)(`agrees with R ${fixture.r}, psych ${fixture.psych}: $name`, (set) => {
  const moments = momentsOf(set.rows);

  test('the correlation with its interval at 95 and 80 percent', () => {
    for (const [level, [lower, upper]] of [
      [0.95, set.fisher.at95],
      [0.8, set.fisher.at80],
    ] as const) {
      const found = testRetest(moments, level);
      expectRelative(found.r, set.r, 1e-12);
      expectRelative(found.lower, lower, 1e-10);
      expectRelative(found.upper, upper, 1e-10);
      expect(found.n).toBe(set.rows.length);
    }
  });

  test('the intraclass correlations of agreement and of consistency', () => {
    const { agreement, consistency } = testRetest(moments);
    for (const figure of ['icc', 'f', 'p', 'lower', 'upper'] as const) {
      expectRelative(agreement[figure], set.icc[figure][1]!, 1e-10, 1e-13);
      expectRelative(consistency[figure], set.icc[figure][2]!, 1e-10, 1e-13);
    }
  });

  test('bias and limits of agreement, by hand', () => {
    const { usual, other } = set.blandAltman_by_hand;
    for (const [found, expected] of [
      [blandAltman(moments), usual],
      [blandAltman(moments, { coverage: 0.9, level: 0.8 }), other],
    ] as const) {
      for (const figure of FIGURES) {
        for (const end of ENDS) expectRelative(found[figure][end], expected[figure][end], 1e-10, 1e-12);
      }
      expectRelative(found.sd, expected.sd, 1e-11);
      expectRelative(found.trend, expected.trend, 1e-10, 1e-13);
    }
  });
});

describe('fisherInterval', () => {
  test('the example', () => {
    expect(fisherInterval(0.5, 50).lower.toFixed(4)).toBe('0.2575');
    expect(fisherInterval(0.5, 50).upper.toFixed(4)).toBe('0.6833');
  });

  test.each([
    [0.5, 3, NaN, NaN],
    [NaN, 50, NaN, NaN],
    [1, 50, 1, 1],
    [-1, 50, -1, -1],
    [1 + 2e-16, 50, 1, 1],
    [-1 - 2.3e-16, 50, -1, -1],
  ])('r %s of n %s: %s to %s', (r, n, lower, upper) => {
    expect(fisherInterval(r, n)).toEqual({ lower, upper });
  });

  test('lies within -1 and 1, holds r, and turns with its sign', () => {
    fc.assert(
      fc.property(fc.double({ min: -0.99, max: 0.99, noNaN: true }), fc.integer({ min: 4, max: 5000 }), (r, n) => {
        const { lower, upper } = fisherInterval(r, n);
        expect(lower).toBeGreaterThanOrEqual(-1);
        expect(lower).toBeLessThan(r);
        expect(upper).toBeGreaterThan(r);
        expect(upper).toBeLessThanOrEqual(1);
        expectRelative(fisherInterval(-r, n).upper, -lower, 1e-12, 1e-12);
      }),
    );
  });
});

describe('testRetest', () => {
  test('its example', () => {
    expect(
      testRetest(
        momentsOf([
          [10, 11],
          [14, 13],
          [9, 9],
          [16, 17],
        ]),
      ).r.toFixed(4),
    ).toBe('0.9599');
  });

  test('a shift of everybody leaves the correlation and the consistency, not the agreement', () => {
    fc.assert(
      fc.property(measurements, (rows) => {
        const plain = testRetest(momentsOf(rows));
        const shifted = testRetest(momentsOf(rows.map(([x, y]) => [x, y + 300])));
        expectRelative(shifted.r, plain.r, 1e-9, 1e-9);
        expectRelative(shifted.consistency.icc, plain.consistency.icc, 1e-9, 1e-9);
        if (plain.consistency.icc > 0.01) expect(shifted.agreement.icc).toBeLessThan(plain.agreement.icc);
      }),
    );
  });

  test.each([
    ['nobody', [], ['r', 'lower', 'agreement', 'consistency']],
    ['one person', [[1, 2]], ['r', 'lower', 'agreement', 'consistency']],
    [
      'three persons',
      [
        [1, 2],
        [2, 2],
        [3, 5],
      ],
      ['lower', 'upper'],
    ],
    [
      'an occasion that does not vary',
      [
        [1, 2],
        [2, 2],
        [3, 2],
        [5, 2],
      ],
      ['r', 'lower', 'upper'],
    ],
    [
      'no variation',
      [
        [2, 2],
        [2, 2],
        [2, 2],
        [2, 2],
      ],
      ['r', 'agreement', 'consistency'],
    ],
    [
      'one NaN',
      [
        [2, 1],
        [NaN, 2],
        [2, 2],
        [2, 4],
      ],
      ['r', 'agreement', 'consistency'],
    ],
  ])('%s', (_, rows, absent) => {
    const found = testRetest(rows.length === 0 ? emptyMoments(2) : momentsOf(rows), 0.9);
    for (const figure of absent as ('r' | 'lower' | 'upper' | 'agreement' | 'consistency')[]) {
      const value = found[figure];
      expect(typeof value === 'number' ? value : value.icc).toBeNaN();
    }
  });
});

test('two persons have a correlation of 1 or -1, without an interval', () => {
  const found = testRetest(
    momentsOf([
      [1, 4],
      [2, 9],
    ]),
  );
  expect(found.r).toBeCloseTo(1, 14);
  expect([found.lower, found.upper]).toEqual([NaN, NaN]);
});

describe('two occasions only', () => {
  test('more or fewer variables are refused', () => {
    for (const row of [[1], [1, 2, 3]]) {
      expect(() => testRetest(momentsOf([row]))).toThrow(`Unexpected number of variables: ${row.length}, expected 2.`);
      expect(() => blandAltman(momentsOf([row]))).toThrow(`Unexpected number of variables: ${row.length}, expected 2.`);
    }
    expect(() => testRetest(emptyMoments(2), 0)).toThrow('Unexpected level: 0.');
    for (const level of [0, 1]) expect(() => fisherInterval(0.5, 50, level)).toThrow(`Unexpected level: ${level}.`);
    expect(() => blandAltman(emptyMoments(2), { level: 1 })).toThrow('Unexpected level: 1.');
    for (const coverage of [0, 1]) {
      expect(() => blandAltman(emptyMoments(2), { coverage })).toThrow(`Unexpected coverage: ${coverage}.`);
    }
  });
});

describe('blandAltman', () => {
  const NOWHERE = { lower: NaN, upper: NaN };

  test('its example', () => {
    expect(
      blandAltman(
        momentsOf([
          [10, 11],
          [14, 13],
          [9, 9],
          [16, 17],
        ]),
      ).bias.value,
    ).toBe(-0.25);
  });

  test('nobody has no figure, one person a bias only', () => {
    const nobody = blandAltman(emptyMoments(2));
    expect(nobody).toMatchObject({ n: 0, sd: NaN, trend: NaN, bias: { value: NaN, ...NOWHERE } });
    const one = blandAltman(momentsOf([[5, 3]]));
    expect(one).toMatchObject({ n: 1, sd: NaN, trend: NaN, bias: { value: 2, ...NOWHERE } });
    expect(one.lowerLimit).toEqual({ value: NaN, ...NOWHERE });
  });

  test('the same difference for everybody: limits at the bias, no trend', () => {
    const found = blandAltman(momentsOf([0.1, 0.7, 1.3, 2.9].map((x) => [x, x + 0.3])));
    expect(found.sd).toBe(0);
    expect(found.trend).toBeNaN();
    for (const figure of FIGURES) for (const end of ENDS) expect(found[figure][end]).toBeCloseTo(-0.3, 12);
  });

  test('two persons are enough', () => {
    const { sd, bias } = blandAltman(
      momentsOf([
        [1, 0],
        [5, 2],
      ]),
    );
    expect(sd).toBeCloseTo(Math.SQRT2, 14);
    expect(bias.upper - bias.value).toBeCloseTo(12.7062047361747, 10); // t of one degree of freedom, times 1
  });

  test('pairs whose means are all the same have limits and no trend', () => {
    const found = blandAltman(momentsOf([1.1, 2.3, 4.7].map((x) => [x, 10 - x])));
    expect(found.sd).toBeGreaterThan(1);
    expect(found.trend).toBeNaN();
  });

  test('moments that carry no digits beyond their means will do', () => {
    const { meanTails: _, ...plain } = momentsOf(fixture.pairs[0]!.rows);
    expectRelative(blandAltman(plain).bias.value, fixture.pairs[0]!.blandAltman_by_hand.usual.bias.value, 1e-12);
  });

  test('a NaN is not hidden, and measurements of 1e150 keep their figures', () => {
    expect(
      blandAltman(
        momentsOf([
          [1, 2],
          [NaN, 3],
          [4, 4],
        ]),
      ).bias.value,
    ).toBeNaN();
    const { rows } = fixture.pairs[0]!;
    const huge = blandAltman(momentsOf(rows.map((row) => row.map((x) => x * 1e150))));
    const plain = blandAltman(momentsOf(rows));
    expectRelative(huge.upperLimit.upper, plain.upperLimit.upper * 1e150, 1e-11);
    expectRelative(huge.trend, plain.trend, 1e-10);
    const shifted = blandAltman(
      momentsOf(rows.map(([x, y]) => [Math.round(10 * x!) + 1e9, Math.round(10 * y!) + 1e9])),
    );
    expectRelative(shifted.upperLimit.upper, 10 * plain.upperLimit.upper, 1e-11);
  });

  test('measurements whose squares overflow have a bias and no limits', () => {
    for (const second of [2e200, -2e200, 1]) {
      const { bias, sd, upperLimit, trend } = blandAltman(
        momentsOf([
          [1e200, 0],
          [3e200, second],
          [2e200, 0],
        ]),
      );
      expectRelative(bias.value, 2e200 - second / 3, 1e-12);
      expect([bias.lower, sd, upperLimit.value, trend]).toEqual([NaN, NaN, NaN, NaN]);
    }
  });

  test('swapped measurements turn the sign; merged waves give the pooled figures', () => {
    fc.assert(
      fc.property(measurements, fc.nat(), (rows, pick) => {
        const cut = 1 + (pick % (rows.length - 1));
        const pooled = blandAltman(momentsOf(rows));
        const merged = blandAltman(mergeMoments(momentsOf(rows.slice(0, cut)), momentsOf(rows.slice(cut))));
        const swapped = blandAltman(momentsOf(rows.map(([x, y]) => [y, x])));
        for (const end of ENDS) expectRelative(merged.upperLimit[end], pooled.upperLimit[end], 1e-9, 1e-9);
        expectRelative(swapped.bias.value, -pooled.bias.value, 1e-12, 1e-12);
        expectRelative(swapped.lowerLimit.lower, -pooled.upperLimit.upper, 1e-9, 1e-9);
        expectRelative(swapped.trend, -pooled.trend, 1e-9, 1e-9);
      }),
    );
  });
});
