import { expectRelative, likertRows, loadFixture } from '@peerscale/test-utils';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { oneFactorModel } from '../factor/index.ts';
import { momentsOf } from '../moments/index.ts';
import { compositeReliability } from './composite-reliability.ts';
import { cronbachAlpha } from './cronbach-alpha.ts';
import { type OmegaVariance, omegaOfModel } from './omega-of-model.ts';
import { omegaTotal } from './omega-total.ts';

type Omegas = Record<OmegaVariance, number>;
interface Fixture {
  r: string;
  psych: string;
  lavaan: string;
  sets: {
    name: string;
    rows: number[][];
    heywood: boolean;
    mlPolished: { standardized: Omegas; omega: Omegas };
    minresPolished: { standardized: Omegas; omega: Omegas };
    psych: { standardized: Omegas };
    lavaan?: { omega: Omegas };
  }[];
  resamples: { rows: number[]; omega: Omegas }[];
}
const fixture = loadFixture<Fixture>('../../fixtures/omega/omega.json', import.meta.url);
const variances: OmegaVariance[] = ['implied', 'observed', 'unexplained'];
const methods = ['ml', 'minres'] as const;
const example = [
  [4, 5, 4, 3],
  [2, 3, 2, 2],
  [5, 4, 5, 4],
  [3, 3, 4, 2],
  [1, 2, 1, 2],
  [4, 4, 3, 5],
  [2, 1, 3, 2],
  [3, 4, 3, 3],
];

describe.each(fixture.sets)(`agrees with R ${fixture.r}: $name`, (set) => {
  const moments = momentsOf(set.rows);

  describe.each(variances)('%s variance', (variance) => {
    test.each([
      ['ml', set.mlPolished],
      ['minres', set.minresPolished],
    ] as const)('%s, of the answers and of z-scores', (method, expected) => {
      expectRelative(omegaTotal(moments, { method, variance }), expected.omega[variance], 1e-8);
      const standardized = omegaTotal(moments, { method, variance, standardized: true });
      expectRelative(standardized, expected.standardized[variance], 1e-8);
    });

    test.runIf(set.lavaan !== undefined)(`lavaan ${fixture.lavaan}, as semTools computes it`, () => {
      expectRelative(omegaTotal(moments, { variance }), set.lavaan!.omega[variance], 2e-6);
    });

    // psych lets a uniqueness be negative
    test.runIf(!set.heywood)(`psych ${fixture.psych}, standardized, by minres`, () => {
      const standardized = omegaTotal(moments, { method: 'minres', variance, standardized: true });
      expectRelative(standardized, set.psych.standardized[variance], 2e-6);
    });
  });
});

test('resamples have the omega that lavaan gives them (it stops within 3e-6)', () => {
  const rows = fixture.sets[0]!.rows;
  for (const { rows: drawn, omega } of fixture.resamples) {
    const moments = momentsOf(drawn.map((place) => rows[place - 1]!)); // R counts from 1
    for (const variance of variances) expectRelative(omegaTotal(moments, { variance }), omega[variance], 5e-6);
  }
});

describe('known values', () => {
  test('the examples of the docstrings', () => {
    expect(compositeReliability([0.8, 0.7, 0.6])).toBeCloseTo(0.7449324324324325, 14);
    expect(omegaTotal(momentsOf(example))).toBeCloseTo(0.92, 4);
    const matrix = [1, 0.56, 1, 0.48, 0.42, 1];
    for (const variance of variances) {
      expect(omegaOfModel(oneFactorModel(matrix), matrix, variance)).toBeCloseTo(0.74493, 5);
    }
  });

  test('an item keyed the wrong way lowers omega: nothing is flipped', () => {
    expectRelative(compositeReliability([0.8, 0.7, -0.6], [0.36, 0.51, 0.64]), 0.81 / (0.81 + 1.51), 1e-14);
    const wrong = example.map((row) => row.map((x, i) => (i === 0 ? 6 - x : x)));
    expect(omegaTotal(momentsOf(wrong))).toBeLessThan(omegaTotal(momentsOf(example)) - 0.25);
  });

  test('parallel items have the alpha of their sum', () => {
    const matrix = [1, 0.4, 1, 0.4, 0.4, 1, 0.4, 0.4, 0.4, 1];
    const alpha = (4 * 0.4) / (1 + 3 * 0.4);
    for (const variance of variances) {
      for (const method of methods) {
        expectRelative(omegaOfModel(oneFactorModel(matrix, { method }), matrix, variance), alpha, 1e-9);
      }
    }
  });

  test('what no caller can mean is refused', () => {
    const wrong = 'total' as OmegaVariance;
    expect(() => omegaTotal(momentsOf(example), { variance: wrong })).toThrow(RangeError);
    expect(() => compositeReliability([0.5, 0.5], [1])).toThrow(RangeError);
    expect(() => omegaOfModel({ loadings: [0.5, 0.5], uniquenesses: [1, 1] }, [1])).toThrow(RangeError);
  });
});

describe('the degenerate grid', () => {
  const grid: [string, number[][]][] = [
    ['nobody', []],
    ['one respondent', [[1, 2, 3]]],
    ['one item', [[1], [2], [3]]],
    ['two items', example.map((row) => row.slice(0, 2))],
    ['an item that does not vary', example.map((row) => [...row, 3])],
    ['every item constant', example.map(() => [2, 2, 2])],
    ['a NaN', [...example, [1, NaN, 2, 3]]],
  ];
  test.each(grid)('with %s there is no omega', (_, rows) => {
    const moments = Object.freeze(momentsOf(rows));
    for (const method of methods) {
      for (const variance of variances) {
        for (const standardized of [false, true]) {
          expect(omegaTotal(moments, { method, variance, standardized })).toBeNaN();
        }
      }
    }
  });

  test('with an item that is the sum of two others: none by ml, a figure by minres', () => {
    const moments = momentsOf(example.map((row) => [...row, row[0]! + row[1]!]));
    expect(omegaTotal(moments)).toBeNaN();
    expect(omegaTotal(moments, { method: 'minres' })).toBeGreaterThan(0.9);
  });

  test('with an item that varies by rounding alone: none', () => {
    const { means, comoments } = momentsOf(example);
    const moments = {
      missing: 'listwise',
      n: 8,
      means: Float64Array.of(...means, 0.1),
      comoments: Float64Array.of(...comoments, 0, 0, 0, 0, 1e-33),
    } as const;
    for (const method of methods) expect(omegaTotal(moments, { method })).toBeNaN();
  });

  test('fewer respondents than items: none by ml', () => {
    expect(omegaTotal(momentsOf(example.slice(0, 4)))).toBeNaN();
  });

  test('a sum that is the same for everybody has no observed variance', () => {
    const loadings = [0.5, 0.5, -1];
    const matrix = [1, 0.5, 1, -1.5, -1.5, 3]; // the third is minus the sum of the others
    const uniquenesses = [0.75, 0.75, 2];
    expect(omegaOfModel({ loadings, uniquenesses }, matrix, 'observed')).toBeNaN();
    expect(omegaOfModel({ loadings, uniquenesses }, matrix, 'unexplained')).toBeNaN();
    expect(omegaOfModel({ loadings, uniquenesses }, matrix)).toBe(0);
  });

  test('loadings: none, one, NaN', () => {
    expect(compositeReliability([])).toBeNaN();
    expect(compositeReliability([0.7, NaN])).toBeNaN();
    expect(compositeReliability([0, 0], [0, 0])).toBeNaN();
  });

  test.each([1e100, 1e150, 1e-100, 1e-150])('answers times %d leave omega as it is', (factor) => {
    const scaled = momentsOf(example.map((row) => row.map((x) => x * factor)));
    for (const variance of variances) {
      expectRelative(omegaTotal(scaled, { variance }), omegaTotal(momentsOf(example), { variance }), 1e-9);
    }
  });
});

describe('properties', () => {
  const rowsOfThree = likertRows({ minimumRows: 12, minimumItems: 3 });

  test('between 0 and 1 where there is one; the order and the direction of the items do not matter', () => {
    fc.assert(
      fc.property(rowsOfThree, fc.constantFrom(...methods), (rows, method) => {
        const moments = momentsOf(rows);
        const omega = omegaTotal(moments, { method });
        const model = oneFactorModel(moments.comoments, { method });
        fc.pre(!Number.isNaN(omega) && model.heywood.length === 0);
        expect(omega >= 0 && omega <= 1).toBe(true);
        const reversed = omegaTotal(momentsOf(rows.map((row) => row.map((x) => 6 - x))), { method });
        expectRelative(reversed, omega, 1e-6, 1e-6);
      }),
    );
  });

  test('where one factor holds, omega is at least alpha, and all three variances agree', () => {
    const items = fc.array(fc.double({ min: 0.3, max: 0.95, noNaN: true }), { minLength: 3, maxLength: 10 });
    fc.assert(
      fc.property(items, (loadings) => {
        const comoments = Float64Array.from(
          loadings.flatMap((a, i) => loadings.slice(0, i + 1).map((b, j) => (i === j ? 1 : a * b))),
        );
        const moments = { missing: 'listwise', n: 100, means: new Float64Array(loadings.length), comoments } as const;
        const expected = compositeReliability(loadings);
        for (const method of methods) {
          for (const variance of variances) {
            expectRelative(omegaTotal(moments, { method, variance }), expected, 1e-7);
          }
        }
        expect(expected).toBeGreaterThanOrEqual(cronbachAlpha(moments) - 1e-12);
      }),
    );
  });

  test('standardized omega does not change with the metric of an item', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 100, noNaN: true }), fc.nat({ max: 3 }), (factor, item) => {
        const rescaled = momentsOf(example.map((row) => row.map((x, i) => (i === item ? x * factor : x))));
        const standardized = { standardized: true } as const;
        expectRelative(omegaTotal(rescaled, standardized), omegaTotal(momentsOf(example), standardized), 1e-8);
      }),
    );
  });
});
