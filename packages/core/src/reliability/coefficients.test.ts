import { expectRelative, likertRows, loadFixture } from '@peerscale/test-utils';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { momentsOf, packedIndex } from '../moments/index.ts';
import {
  averageVarianceExtracted,
  bonettInterval,
  compositeReliability,
  cronbachAlpha,
  duhachekIacobucciInterval,
  guttmanLambda6,
  guttmanLambdas,
  itemsForReliability,
  kr20,
  kr21,
  sampleSizeForAlpha,
  smallestDetectableChange,
  spearmanBrown,
  standardErrorOfMeasurement,
  standardizedAlpha,
  tenBergeMu,
} from './index.ts';

interface Ends {
  lower: number;
  upper: number;
}
interface OfMatrix {
  mu: number[];
  lambda1: number;
  lambda2: number;
  lambda3: number;
  lambda5: number;
  lambda5Plus: number;
  lambda6: number;
}
interface Fixture {
  r: string;
  psych: string;
  sets: {
    name: string;
    rows: number[][];
    alpha: number;
    standardError: number;
    covariance: OfMatrix;
    correlation: OfMatrix;
    bonett95: Ends;
    bonett90Corrected: Ends;
    normal95: Ends;
    standardErrorOfMeasurement: number;
    kr20?: number;
    kr21?: number;
  }[];
  oneFactor: {
    loadings: number[];
    errorVariances: number[];
    compositeReliability: number;
    averageVarianceExtracted: number;
    standardized: number[];
    standardizedReliability: number;
    standardizedVariance: number;
  };
  planned: { alpha: number; k: number; width: number; formula: number; needed: number; neededCorrected90: number }[];
}
const fixture = loadFixture<Fixture>('../../fixtures/coefficients/coefficients.json', import.meta.url);

// jsonlite writes 15 significant digits; both sides round differently through a few hundred products
const TOLERANCE = 1e-11;
const MATRICES = ['covariance', 'correlation'] as const;
const LAMBDAS = ['lambda1', 'lambda2', 'lambda3', 'lambda5', 'lambda5Plus', 'lambda6'] as const;

function expectEnds(received: Ends, expected: Ends): void {
  expectRelative(received.lower, expected.lower, TOLERANCE);
  expectRelative(received.upper, expected.upper, TOLERANCE);
}

describe.each(fixture.sets)(`agrees with R ${fixture.r}, psych ${fixture.psych}: $name`, (set) => {
  const moments = momentsOf(set.rows);
  const k = set.rows[0]!.length;
  const n = set.rows.length;

  test.each(MATRICES)('Guttman lambdas and ten Berge mu of the %s matrix', (matrix) => {
    const lambdas = guttmanLambdas(moments, matrix);
    for (const name of LAMBDAS) expectRelative(lambdas[name], set[matrix][name], TOLERANCE);
    tenBergeMu(moments, matrix).forEach((mu, i) => expectRelative(mu, set[matrix].mu[i]!, TOLERANCE));
  });

  test('the Bonett and the normal interval of alpha', () => {
    expectEnds(bonettInterval(set.alpha, n, k), set.bonett95);
    expectEnds(bonettInterval(set.alpha, n, k, { level: 0.9, biasCorrected: true }), set.bonett90Corrected);
    expectEnds(duhachekIacobucciInterval(set.alpha, set.standardError), set.normal95);
  });

  test('KR-20 and KR-21 where items are right or wrong, no figure elsewhere', () => {
    expectRelative(kr20(moments), set.kr20 ?? NaN, TOLERANCE);
    expectRelative(kr21(moments), set.kr21 ?? NaN, TOLERANCE);
  });

  test('the standard error of measurement of the sum score', () => {
    let total = 0;
    for (let i = 0; i < k; i++) for (let j = 0; j < k; j++) total += moments.comoments[packedIndex(i, j)]!;
    const spread = Math.sqrt(total / (n - 1));
    expectRelative(standardErrorOfMeasurement(spread, set.alpha), set.standardErrorOfMeasurement, TOLERANCE);
  });
});

describe('agrees with R lavaan and semTools on a one-factor model', () => {
  const { loadings, errorVariances, standardized, ...expected } = fixture.oneFactor;
  test('composite reliability and average variance extracted', () => {
    expectRelative(compositeReliability(loadings, errorVariances), expected.compositeReliability, TOLERANCE);
    expectRelative(compositeReliability(standardized), expected.standardizedReliability, TOLERANCE);
    expectRelative(averageVarianceExtracted(loadings, errorVariances), expected.averageVarianceExtracted, TOLERANCE);
    expectRelative(averageVarianceExtracted(standardized), expected.standardizedVariance, TOLERANCE);
  });
});

test.each(fixture.planned)(
  'sample size for alpha $alpha, $k items, width $width',
  ({ alpha, k, width, ...expected }) => {
    const found = sampleSizeForAlpha(alpha, k, width);
    expect(found).toEqual({ formula: expected.formula, needed: expected.needed });
    expect(sampleSizeForAlpha(alpha, k, width, { level: 0.9, biasCorrected: true }).needed).toBe(
      expected.neededCorrected90,
    );
  },
);

describe('properties', () => {
  test('the lambdas stand in their order, and alpha is among them', () => {
    fc.assert(
      fc.property(likertRows({ minimumRows: 3 }), (rows) => {
        const moments = momentsOf(rows);
        for (const matrix of MATRICES) {
          const { lambda1, lambda2, lambda3, lambda5 } = guttmanLambdas(moments, matrix);
          const alpha = matrix === 'covariance' ? cronbachAlpha(moments) : standardizedAlpha(moments);
          if (Number.isNaN(lambda3)) continue;
          // a sum score of almost no variance makes all of them huge: compare in their own units
          const slack = 1e-9 * (1 + Math.abs(lambda1));
          expectRelative(lambda3, alpha, 1e-7, 1e-9);
          expect(lambda2).toBeGreaterThanOrEqual(lambda3 - slack);
          expect(lambda5).toBeGreaterThanOrEqual(lambda1 - slack);
          const mu = tenBergeMu(moments, matrix);
          expectRelative(mu[0], lambda3, 1e-7, 1e-9);
          expectRelative(mu[1], lambda2, 1e-7, 1e-9);
          for (let i = 1; i < 4; i++) expect(mu[i]!).toBeGreaterThanOrEqual(mu[i - 1]! - slack);
        }
        expectRelative(guttmanLambdas(moments, 'correlation').lambda6, guttmanLambda6(moments), 1e-7, 1e-9);
      }),
    );
  });

  test('one unit for all answers does not matter, not even 1e150 or 1e-150', () => {
    fc.assert(
      fc.property(likertRows({ minimumRows: 4 }), fc.constantFrom(1e-150, 1e-3, 7, 1e150), (rows, unit) => {
        const moments = momentsOf(rows);
        const scaled = momentsOf(rows.map((row) => row.map((x) => x * unit)));
        const [a, b] = [guttmanLambdas(moments), guttmanLambdas(scaled)];
        for (const name of LAMBDAS) expectRelative(b[name], a[name], 1e-8, 1e-8 * (1 + Math.abs(a.lambda1)));
        tenBergeMu(scaled).forEach((mu, i) => {
          expectRelative(mu, tenBergeMu(moments)[i]!, 1e-7, 1e-8 * (1 + Math.abs(a.lambda1)));
        });
      }),
      { numRuns: 50 },
    );
  });

  test('KR-21 never exceeds KR-20, and equals it where all items are equally difficult', () => {
    const answers = likertRows({ minimumRows: 4, points: 2 }).map((rows) => rows.map((row) => row.map((x) => x - 1)));
    fc.assert(
      fc.property(answers, (rows) => {
        const moments = momentsOf(rows);
        if (!Number.isNaN(kr20(moments))) {
          expect(kr21(moments)).toBeLessThanOrEqual(kr20(moments) + 1e-9 * (1 + Math.abs(kr20(moments))));
        }
      }),
    );
    const equal = momentsOf([
      [1, 1, 0],
      [0, 1, 1],
      [1, 0, 1],
      [0, 0, 0],
    ]);
    expect(kr21(equal)).toBeCloseTo(kr20(equal), 13);
  });

  test('an interval is wider at a higher level and narrower with more respondents', () => {
    const width = ({ lower, upper }: Ends) => upper - lower;
    fc.assert(
      fc.property(fc.double({ min: -2, max: 0.99, noNaN: true }), fc.integer({ min: 3, max: 500 }), (alpha, n) => {
        expect(width(bonettInterval(alpha, n, 5, { level: 0.99 }))).toBeGreaterThan(width(bonettInterval(alpha, n, 5)));
        expect(width(bonettInterval(alpha, n + 10, 5))).toBeLessThan(width(bonettInterval(alpha, n, 5)));
      }),
    );
  });

  test('a scale of the number of items asked for has the reliability wanted, one item less has not', () => {
    const share = fc.double({ min: 0.05, max: 0.95, noNaN: true });
    fc.assert(
      fc.property(share, share, fc.integer({ min: 1, max: 30 }), (reliability, wanted, k) => {
        const items = itemsForReliability(reliability, k, wanted);
        expect(spearmanBrown(reliability, items / k)).toBeGreaterThanOrEqual(wanted - 1e-9);
        if (items > 1) expect(spearmanBrown(reliability, (items - 1) / k)).toBeLessThan(wanted);
      }),
    );
  });
});

describe('known values', () => {
  const three = momentsOf([
    [1, 2],
    [2, 2],
    [3, 4],
  ]);
  const twoPoint = momentsOf([
    [0, 0],
    [1, 0],
    [1, 1],
    [1, 1],
  ]);

  test('the examples of the docstrings', () => {
    expect(guttmanLambdas(three).lambda3).toBeCloseTo(0.9230769230769231, 14);
    expect(tenBergeMu(three)[0]).toBeCloseTo(0.9230769230769231, 14);
    expect(kr20(twoPoint)).toBeCloseTo(0.7272727272727273, 14);
    expect(kr21(twoPoint)).toBeCloseTo(0.6363636363636364, 14);
    expect(compositeReliability([0.8, 0.7, 0.6])).toBeCloseTo(0.7449, 4);
    expect(averageVarianceExtracted([0.8, 0.7, 0.6])).toBeCloseTo(0.4967, 4);
    expect(standardErrorOfMeasurement(5, 0.84)).toBeCloseTo(2, 14);
    expect(smallestDetectableChange(2)).toBeCloseTo(5.5437, 3);
    expect(spearmanBrown(0.6, 2)).toBeCloseTo(0.75, 14);
    expect(itemsForReliability(0.7, 5, 0.9)).toBe(20);
    expect(sampleSizeForAlpha(0.7, 5, 0.1)).toEqual({ formula: 348, needed: 351 });
    expect(bonettInterval(0.8, 100, 10).lower).toBeCloseTo(0.7313, 4);
    expect(bonettInterval(0.8, 100, 10).upper).toBeCloseTo(0.8511, 4);
    expect(duhachekIacobucciInterval(0.8, 0.03).lower).toBeCloseTo(0.7412, 4);
    expect(duhachekIacobucciInterval(0.8, 0.03).upper).toBeCloseTo(0.8588, 4);
  });

  test('the corrected size is within one of R statpsych::size.ci.cronbach: 89 and 109', () => {
    const corrected = { biasCorrected: true };
    expect(Math.abs(sampleSizeForAlpha(0.85, 5, 0.1, corrected).needed - 89)).toBeLessThanOrEqual(1);
    expect(Math.abs(sampleSizeForAlpha(0.75, 5, 0.15, corrected).needed - 109)).toBeLessThanOrEqual(1);
  });

  test('a group of 25 needs a fifth of the change of one person; doubling steps exactly', () => {
    expect(smallestDetectableChange(2, 25)).toBeCloseTo(smallestDetectableChange(2) / 5, 12);
    expect(smallestDetectableChange(1, 1, 0.9)).toBeCloseTo(1.6448536269514722 * Math.SQRT2, 12);
    expect(itemsForReliability(0.6, 5, 0.75)).toBe(10);
    expect(itemsForReliability(0.9, 20, 0.1)).toBe(1);
  });
});

describe('where there is no figure', () => {
  const nothing = { nobody: [], 'one respondent': [[1, 2, 3]], 'one item': [[1], [2]] };
  test.each(Object.entries(nothing))('%s: NaN', (_, rows) => {
    const moments = momentsOf(rows);
    for (const matrix of MATRICES) {
      for (const value of [...Object.values(guttmanLambdas(moments, matrix)), ...tenBergeMu(moments, matrix)]) {
        expect(value).toBeNaN();
      }
    }
    expect(kr20(moments)).toBeNaN();
    expect(kr21(moments)).toBeNaN();
  });

  test('a constant item: covariances still answer, correlations do not; a constant sum answers nothing', () => {
    const constantItem = momentsOf([
      [1, 2, 3],
      [2, 2, 5],
      [4, 2, 4],
    ]);
    expect(guttmanLambdas(constantItem).lambda2).toBeGreaterThan(0);
    expect(guttmanLambdas(constantItem).lambda6).toBeNaN();
    expect(guttmanLambdas(constantItem, 'correlation').lambda2).toBeNaN();
    expect(tenBergeMu(constantItem, 'correlation')).toEqual([NaN, NaN, NaN, NaN]);
    const constantSum = momentsOf([
      [0.1, 0.9],
      [0.3, 0.7],
      [0.2, 0.8],
      [0.7, 0.3],
    ]);
    for (const value of Object.values(guttmanLambdas(constantSum))) expect(value).toBeNaN();
    expect(tenBergeMu(constantSum)).toEqual([NaN, NaN, NaN, NaN]);
  });

  test('items that are the same: every lambda but the sixth', () => {
    const { lambda6, ...others } = guttmanLambdas(
      momentsOf([
        [1, 1, 1],
        [2, 2, 2],
        [4, 4, 4],
      ]),
    );
    expect(lambda6).toBeNaN();
    expect(others.lambda3).toBeCloseTo(1, 14);
    expect(others.lambda2).toBeCloseTo(1, 14);
  });

  test('a NaN anywhere gives NaN', () => {
    const moments = momentsOf([
      [1, NaN],
      [2, 1],
      [0, 0],
    ]);
    for (const value of [...Object.values(guttmanLambdas(moments)), ...tenBergeMu(moments)]) expect(value).toBeNaN();
    expect(kr20(moments)).toBeNaN();
    expect(bonettInterval(NaN, 10, 3)).toEqual({ lower: NaN, upper: NaN });
    expect(duhachekIacobucciInterval(NaN, 0.1)).toEqual({ lower: NaN, upper: NaN });
    expect(compositeReliability([0.5, NaN])).toBeNaN();
    expect(averageVarianceExtracted([0.5, NaN])).toBeNaN();
    expect(standardErrorOfMeasurement(NaN, 0.5)).toBeNaN();
    expect(smallestDetectableChange(NaN)).toBeNaN();
  });

  test('too few respondents, items or variance for the formula', () => {
    for (const [alpha, n, k] of [
      [0.8, 2, 5],
      [0.8, 9, 1],
      [1, 9, 5],
    ] as const) {
      expect(bonettInterval(alpha, n, k)).toEqual({ lower: NaN, upper: NaN });
    }
    expect(sampleSizeForAlpha(0.8, 1, 0.1)).toEqual({ formula: NaN, needed: NaN });
    expect(sampleSizeForAlpha(1, 5, 0.1)).toEqual({ formula: NaN, needed: NaN });
    expect(compositeReliability([])).toBeNaN();
    expect(averageVarianceExtracted([])).toBeNaN();
    expect(itemsForReliability(-0.1, 5, 0.8)).toBeNaN();
    expect(itemsForReliability(0.7, 5, 1)).toBeNaN();
    expect(spearmanBrown(-1, 2)).toBeNaN();
    expect(standardErrorOfMeasurement(1, 1.1)).toBeNaN();
    expect(standardErrorOfMeasurement(-1, 0.5)).toBeNaN();
    expect(standardErrorOfMeasurement(2, 1)).toBe(0);
  });

  test('programmer errors name the value', () => {
    expect(() => bonettInterval(0.8, 9, 3, { level: 1 })).toThrow('Unexpected level: 1.');
    expect(() => duhachekIacobucciInterval(0.8, 0.1, 0)).toThrow('Unexpected level: 0.');
    expect(() => sampleSizeForAlpha(0.8, 5, 0)).toThrow('Unexpected width: 0.');
    expect(() => compositeReliability([0.5], [])).toThrow('Unexpected number of error variances: 0, expected 1.');
    expect(() => averageVarianceExtracted([0.5], [])).toThrow(RangeError);
    expect(() => smallestDetectableChange(1, 0)).toThrow('Unexpected group size: 0.');
    expect(() => spearmanBrown(0.5, 0)).toThrow('Unexpected factor: 0.');
    expect(() => itemsForReliability(0.5, 0, 0.8)).toThrow('Unexpected number of items: 0.');
  });
});
