import { expectRelative, likertRows, loadFixture } from '@peerscale/test-utils';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeMoments, momentsOf, withoutVariable } from '../moments/index.ts';
import {
  alphaStandardError,
  averageInterItemCorrelation,
  cronbachAlpha,
  feldtInterval,
  guttmanLambda6,
  itemTotalCorrelations,
  medianInterItemCorrelation,
  signalToNoise,
  squaredMultipleCorrelations,
  standardizedAlpha,
  varianceOfInterItemCorrelations,
} from './index.ts';

type Column = (number | null)[];
interface Fixture {
  r: string;
  psych: string;
  sets: {
    name: string;
    rows: number[][];
    total: Record<string, number>;
    feldt95: { lower: number; upper: number };
    feldt90: { lower: number; upper: number };
    items: Record<'n' | 'mean' | 'sd' | 'rawR' | 'stdR' | 'rCor' | 'rDrop', Column>;
    smc: number[];
    ifDropped?: Record<string, Column>;
  }[];
}
const fixture = loadFixture<Fixture>('../../fixtures/reliability/reliability.json', import.meta.url);

// jsonlite writes 15 significant digits, and both sides round differently through sums of a few hundred products
const TOLERANCE = 1e-11;

const kernels = {
  raw: cronbachAlpha,
  standardized: standardizedAlpha,
  lambda6: guttmanLambda6,
  averageR: averageInterItemCorrelation,
  medianR: medianInterItemCorrelation,
  signalToNoise,
  standardError: alphaStandardError,
};

describe.each(fixture.sets)(`agrees with R ${fixture.r}, psych ${fixture.psych}: $name`, (set) => {
  const moments = momentsOf(set.rows);
  const k = set.rows[0]!.length;

  test.each(Object.entries(kernels))('%s', (name, kernel) => {
    expectRelative(kernel(moments), set.total[name]!, TOLERANCE);
  });

  test('the Feldt interval at 95 and 90 percent', () => {
    for (const [level, expected] of [
      [0.95, set.feldt95],
      [0.9, set.feldt90],
    ] as const) {
      const interval = feldtInterval(cronbachAlpha(moments), set.rows.length, k, level);
      expectRelative(interval.lower, expected.lower, TOLERANCE);
      expectRelative(interval.upper, expected.upper, TOLERANCE);
    }
  });

  test('squared multiple correlations (psych::smc)', () => {
    squaredMultipleCorrelations(moments).forEach((smc, i) => expectRelative(smc, set.smc[i]!, TOLERANCE));
  });

  test('item-total correlations raw.r, std.r, r.cor and r.drop', () => {
    const correlations = itemTotalCorrelations(moments);
    for (const name of ['rawR', 'stdR', 'rCor', 'rDrop'] as const) {
      correlations[name].forEach((r, i) => expectRelative(r, set.items[name][i] ?? NaN, TOLERANCE));
    }
  });

  test.runIf(set.ifDropped !== undefined)('every column of alpha if dropped', () => {
    const columns = { ...kernels, alpha: cronbachAlpha, varianceR: varianceOfInterItemCorrelations };
    for (let i = 0; i < k; i++) {
      const rest = withoutVariable(moments, i);
      for (const [name, expected] of Object.entries(set.ifDropped!)) {
        // with two items left there is one correlation, and its variance does not exist
        expectRelative(columns[name as keyof typeof columns](rest), expected[i] ?? NaN, TOLERANCE);
      }
    }
  });
});

describe('known values', () => {
  test('two items of equal variance give Spearman-Brown 2r / (1 + r)', () => {
    const moments = {
      missing: 'listwise',
      n: 9,
      means: Float64Array.of(0, 0),
      comoments: Float64Array.of(1, 0.6, 1),
    } as const;
    expect(cronbachAlpha(moments)).toBeCloseTo(1.2 / 1.6, 12);
    expect(standardizedAlpha(moments)).toBeCloseTo(1.2 / 1.6, 12);
    expect(signalToNoise(moments)).toBeCloseTo(3, 12);
  });

  test('the examples of the docstrings', () => {
    expect(
      cronbachAlpha(
        momentsOf([
          [1, 2],
          [2, 2],
          [3, 4],
        ]),
      ),
    ).toBeCloseTo(0.9230769230769231, 14);
    const { lower, upper } = feldtInterval(0.8, 100, 10);
    expect(lower).toBeCloseTo(0.736, 4);
    expect(upper).toBeCloseTo(0.8537, 4);
  });

  test('one respondent or a constant sum score give NaN', () => {
    const constantSum = [
      [0.1, 0.9],
      [0.3, 0.7],
      [0.2, 0.8],
      [0.7, 0.3],
    ]; // its rounded variance is 6e-17, not 0
    for (const rows of [[], [[1], [2]], [[1, 2]], constantSum]) {
      expect(cronbachAlpha(momentsOf(rows))).toBeNaN();
      expect(alphaStandardError(momentsOf(rows))).toBeNaN();
    }
  });

  test('a level outside 0 to 1 is refused', () => {
    for (const level of [0, 1, -1, NaN]) expect(() => feldtInterval(0.8, 100, 10, level)).toThrow(RangeError);
  });
});

describe('the degenerate grid', () => {
  const everyKernel = { ...kernels, varianceR: varianceOfInterItemCorrelations };
  const grid: [string, number[][]][] = [
    ['nobody', []],
    ['one respondent', [[1, 2, 3]]],
    ['one item', [[1], [2], [3]]],
    [
      'an item that does not vary',
      [
        [1, 3, 2],
        [2, 3, 1],
        [4, 3, 5],
      ],
    ],
    [
      'every item constant',
      [
        [2, 2, 2],
        [2, 2, 2],
      ],
    ],
    [
      'a constant item with rounding in its mean',
      [
        [0.1, 1, 3],
        [0.1, 2, 1],
        [0.1, 4, 5],
      ],
    ],
  ];
  test.each(grid)('with %s the correlation-based figures are NaN, and nothing throws', (_, rows) => {
    const moments = Object.freeze(momentsOf(rows));
    for (const [name, kernel] of Object.entries(everyKernel)) {
      const value = kernel(moments);
      if (name !== 'raw' && name !== 'standardError') expect(value, name).toBeNaN();
    }
    expect(() => itemTotalCorrelations(moments)).not.toThrow();
  });

  test('with an item that is the sum of two others lambda 6 and the squared multiple correlations are NaN, alpha is not', () => {
    const rows = [
      [1, 2, 3],
      [2, 5, 7],
      [3, 1, 4],
      [4, 4, 8],
      [5, 2, 7],
    ];
    const moments = momentsOf(rows);
    expect(guttmanLambda6(moments)).toBeNaN();
    expect(Array.from(squaredMultipleCorrelations(moments))).toEqual([NaN, NaN, NaN]);
    expect(cronbachAlpha(moments)).toBeGreaterThan(0.6);
  });

  test('an item whose rest is the same for everybody has no item-rest correlation, the others do', () => {
    // 0.1 + 0.7, 0.3 + 0.5 and 0.2 + 0.6 are the same up to rounding
    const { rDrop, rawR } = itemTotalCorrelations(
      momentsOf([
        [1, 0.1, 0.7],
        [2, 0.3, 0.5],
        [4, 0.2, 0.6],
      ]),
    );
    expect(rDrop[0]).toBeNaN();
    expect(Number.isFinite(rDrop[1]!) && Number.isFinite(rDrop[2]!)).toBe(true);
    expect(rawR[0]).toBeCloseTo(1, 12);
  });

  test('where every sum is the same no item correlates with it', () => {
    const { rawR } = itemTotalCorrelations(
      momentsOf([
        [0.1, 0.7],
        [0.3, 0.5],
        [0.2, 0.6],
      ]),
    );
    expect(Array.from(rawR)).toEqual([NaN, NaN]);
  });

  test('two items that mirror each other have no standardized alpha, whatever rounding leaves', () => {
    for (const rows of [
      [
        [1, 5],
        [2, 3],
        [4, -1],
      ],
      [
        [0.1, 0.9],
        [0.3, 0.3],
        [0.2, 0.6],
      ],
    ]) {
      expect(standardizedAlpha(momentsOf(rows))).toBeNaN();
    }
  });

  test('perfectly correlated items have a standard error of 0, also where rounding leaves less', () => {
    const rows = [
      [1, 2, 2],
      [4, 2, 1],
      [4, 2, 1],
    ];
    const merged = mergeMoments(momentsOf(rows.slice(0, 1)), momentsOf(rows.slice(1)));
    for (const moments of [momentsOf(rows), merged]) expect(alphaStandardError(moments)).toBeCloseTo(0, 7);
  });

  test('an item that does not vary correlates with nothing', () => {
    const { rawR, stdR, rCor, rDrop } = itemTotalCorrelations(
      momentsOf([
        [1, 3, 2],
        [2, 3, 1],
        [4, 3, 5],
      ]),
    );
    for (const column of [rawR, stdR, rCor, rDrop]) expect(column[1]).toBeNaN();
    expect(rDrop[0]).toBeGreaterThan(0.5);
  });

  test('there is no interval below two respondents or two items', () => {
    for (const [n, k] of [
      [1, 5],
      [5, 1],
      [0, 0],
    ] as const) {
      expect(feldtInterval(0.8, n, k)).toEqual({ lower: NaN, upper: NaN });
    }
  });

  test.each([1e100, 1e-100, 1e-150])('answers times %d leave every figure as it is', (factor) => {
    const rows = fixture.sets[0]!.rows;
    const scaled = momentsOf(rows.map((row) => row.map((x) => x * factor)));
    for (const kernel of [cronbachAlpha, standardizedAlpha, guttmanLambda6, medianInterItemCorrelation]) {
      expectRelative(kernel(scaled), kernel(momentsOf(rows)), 1e-11);
    }
  });
});

describe('properties', () => {
  test('merged waves give the figures of the pooled respondents', () => {
    fc.assert(
      fc.property(likertRows(), fc.nat(), (rows, pick) => {
        const cut = 1 + (pick % (rows.length - 1));
        const merged = mergeMoments(momentsOf(rows.slice(0, cut)), momentsOf(rows.slice(cut)));
        const pooled = momentsOf(rows);
        for (const kernel of [cronbachAlpha, standardizedAlpha, medianInterItemCorrelation]) {
          expectRelative(kernel(merged), kernel(pooled), 1e-9, 1e-9);
        }
        // The square of a standard error is a difference of terms about (1 - alpha (k - 1) / k)^2 in size, and rounding
        // leaves a share of those where the difference is 0: the squares agree as far as those terms have digits.
        const k = rows[0]!.length;
        const termSize = (1 - (cronbachAlpha(pooled) * (k - 1)) / k) ** 2;
        expectRelative(
          alphaStandardError(merged) ** 2,
          alphaStandardError(pooled) ** 2,
          1e-9,
          Number.isNaN(termSize) ? 0 : 1e-12 * termSize,
        );
      }),
    );
  });

  test('the order of the items does not matter', () => {
    fc.assert(
      fc.property(likertRows(), (rows) => {
        const backwards = rows.map((row) => [...row].reverse());
        expectRelative(cronbachAlpha(momentsOf(backwards)), cronbachAlpha(momentsOf(rows)), 1e-9, 1e-12);
        expectRelative(
          medianInterItemCorrelation(momentsOf(backwards)),
          medianInterItemCorrelation(momentsOf(rows)),
          1e-9,
          1e-12,
        );
      }),
    );
  });

  test('alpha is at most 1, and reversing every item changes nothing', () => {
    fc.assert(
      fc.property(likertRows(), (rows) => {
        const alpha = cronbachAlpha(momentsOf(rows));
        const reversed = cronbachAlpha(momentsOf(rows.map((row) => row.map((x) => 6 - x))));
        expectRelative(reversed, alpha, 1e-9, 1e-12);
        expect(Number.isNaN(alpha) || alpha <= 1 + 1e-12).toBe(true);
      }),
    );
  });

  test('an interval holds its alpha, and a higher level gives a wider one', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1, max: 0.99, noNaN: true }),
        fc.integer({ min: 10, max: 2000 }),
        fc.integer({ min: 2, max: 40 }),
        (alpha, n, k) => {
          const narrow = feldtInterval(alpha, n, k, 0.8);
          const wide = feldtInterval(alpha, n, k, 0.99);
          expect(narrow.lower).toBeLessThan(alpha);
          expect(narrow.upper).toBeGreaterThan(alpha);
          expect(wide.lower).toBeLessThan(narrow.lower);
          expect(wide.upper).toBeGreaterThan(narrow.upper);
        },
      ),
    );
  });

  test('with equal variances lambda 6 of two items is their correlation', () => {
    fc.assert(
      fc.property(fc.double({ min: -0.9, max: 0.99, noNaN: true }), (r) => {
        const moments = {
          missing: 'listwise',
          n: 50,
          means: Float64Array.of(1, 2),
          comoments: Float64Array.of(1, r, 1),
        } as const;
        expectRelative(guttmanLambda6(moments), r, 1e-9, 1e-9);
      }),
    );
  });
});
