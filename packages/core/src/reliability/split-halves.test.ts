import { expectRelative, likertRows, loadFixture } from '@peerscale/test-utils';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { momentsOf, momentsOfColumns } from '../moments/index.ts';
import { seededRandom } from '../random/index.ts';
import { numberOfHalfSplits, visitHalfSplits } from './half-splits.ts';
import { cronbachAlpha, splitHalf, splitHalves, standardizedAlpha } from './index.ts';

interface Splits {
  flanaganRulon: number[];
  spearmanBrown: number[];
  best: number[];
  odd: { flanaganRulon: number; spearmanBrown: number; correlation: number; horst: number };
}
interface Fixture {
  r: string;
  psych: string;
  sets: { name: string; rows: number[][]; covariance: { splits: Splits }; correlation: { splits: Splits } }[];
}
const fixture = loadFixture<Fixture>('../../fixtures/coefficients/coefficients.json', import.meta.url);
const TOLERANCE = 1e-11;
const MATRICES = ['covariance', 'correlation'] as const;

/** Answers of n respondents to k items that share one factor, from a seed. */
function answers(n: number, k: number): Float64Array[] {
  const random = seededRandom(20261122);
  const person = Array.from({ length: n }, random);
  return Array.from({ length: k }, () => Float64Array.from(person, (x) => Math.floor(2.5 * (x + random()))));
}

describe.each(fixture.sets)(`agrees with R ${fixture.r}, psych ${fixture.psych}: $name`, ({ rows, ...set }) => {
  const moments = momentsOf(rows);
  test.each(MATRICES)('every split half of the %s matrix', (matrix) => {
    const expected = set[matrix].splits;
    const found = splitHalves(moments, { matrix });
    expect(found).toMatchObject({ splits: expected.flanaganRulon.length, exhaustive: true });
    for (const name of ['flanaganRulon', 'spearmanBrown'] as const) {
      const values = found[name].values.slice().sort();
      values.forEach((value, i) => expectRelative(value, expected[name][i]!, TOLERANCE));
      expect(found[name].maximum).toBe(values.at(-1));
      expect(found[name].minimum).toBe(values[0]);
      const mean = expected[name].reduce((sum, value) => sum + value, 0) / values.length;
      expectRelative(found[name].mean, mean, TOLERANCE);
    }
    const best = splitHalf(moments, expected.best, matrix);
    expectRelative(best.flanaganRulon, found.flanaganRulon.maximum, TOLERANCE);
  });

  test.each(MATRICES)('odd and even items of the %s matrix', (matrix) => {
    const odd = rows[0]!.map((_, i) => i).filter((i) => i % 2 === 0);
    const found = splitHalf(moments, odd, matrix);
    for (const [name, value] of Object.entries(set[matrix].splits.odd)) {
      expectRelative(found[name as keyof typeof found], value, TOLERANCE);
    }
  });
});

test('the walk visits each split once, for even k one half of each pair', () => {
  for (let k = 2; k < 12; k++) {
    const seen = new Set<string>();
    let visits = 0;
    visitHalfSplits(new Float64Array(k * k), k, (_, __, inHalf) => {
      visits++;
      seen.add(inHalf.join(''));
      if (k % 2 === 0) seen.add(inHalf.map((mark) => 1 - mark).join(''));
      expect(inHalf.reduce((sum, mark) => sum + mark, 0)).toBe(Math.floor(k / 2));
    });
    expect(visits).toBe(numberOfHalfSplits(k));
    expect(seen.size).toBe(k % 2 === 0 ? 2 * visits : visits);
  }
});

describe('splitHalves', () => {
  test('best and worst name the splits that were found', () => {
    fc.assert(
      fc.property(likertRows({ minimumRows: 4 }), (rows) => {
        const moments = momentsOf(rows);
        const { best, worst, flanaganRulon } = splitHalves(moments);
        if (Number.isNaN(flanaganRulon.mean)) return;
        const slack = 1e-9 * (1 + Math.abs(flanaganRulon.minimum));
        expectRelative(splitHalf(moments, best).flanaganRulon, flanaganRulon.maximum, 1e-9, slack);
        expectRelative(splitHalf(moments, worst).flanaganRulon, flanaganRulon.minimum, 1e-9, slack);
      }),
    );
  });

  test('for even k the mean over all splits is alpha, of the correlations the standardized alpha', () => {
    for (const k of [2, 4, 6, 12, 18, 20]) {
      const moments = momentsOfColumns(answers(60, k));
      const mean = (matrix: 'covariance' | 'correlation') =>
        splitHalves(moments, { matrix, exhaustiveUpTo: 20 }).flanaganRulon.mean;
      expectRelative(mean('covariance'), cronbachAlpha(moments), 1e-12);
      expectRelative(mean('correlation'), standardizedAlpha(moments), 1e-12);
    }
  });

  test('each split is looked at once: 126 of ten items with irregular answers, 462 of eleven', () => {
    const random = seededRandom(4);
    const irregular = (k: number) => momentsOfColumns(answers(80, k).map((column) => column.map((x) => x + random())));
    expect(new Set(splitHalves(irregular(10)).flanaganRulon.values).size).toBe(126);
    expect(new Set(splitHalves(irregular(11)).flanaganRulon.values).size).toBe(462);
    const all = splitHalves(momentsOfColumns(answers(80, 20)), { exhaustiveUpTo: 20 });
    expect(all).toMatchObject({ splits: 92_378, exhaustive: true });
    expect(all.spearmanBrown.values.every(Number.isFinite)).toBe(true);
  });

  test('Spearman-Brown is never below Flanagan-Rulon where halves go together', () => {
    fc.assert(
      fc.property(likertRows({ minimumRows: 4 }), (rows) => {
        const { flanaganRulon, spearmanBrown } = splitHalves(momentsOf(rows));
        flanaganRulon.values.forEach((rulon, i) => {
          if (rulon > 0) expect(spearmanBrown.values[i]! >= rulon - 1e-9).toBe(!Number.isNaN(spearmanBrown.values[i]!));
        });
      }),
    );
  });

  test('above the limit it draws splits with a seed: the same seed gives the same, within the exhaustive range', () => {
    const moments = momentsOfColumns(answers(60, 9));
    const all = splitHalves(moments);
    const sample = splitHalves(moments, { exhaustiveUpTo: 8, samples: 4000, seed: 3 });
    expect(sample).toMatchObject({ exhaustive: false, splits: 4000 });
    expect(splitHalves(moments, { exhaustiveUpTo: 8, samples: 4000, seed: 3 })).toEqual(sample);
    expect(splitHalves(moments, { exhaustiveUpTo: 8, samples: 4000, seed: 4 })).not.toEqual(sample);
    const round = (values: Float64Array) => new Set(Array.from(values, (value) => value.toFixed(10)));
    // 126 splits, each missed by 4000 draws with probability 1e-14
    expect(round(sample.flanaganRulon.values)).toEqual(round(all.flanaganRulon.values));
    expect(round(sample.spearmanBrown.values)).toEqual(round(all.spearmanBrown.values));
    const spread = Math.sqrt(
      all.flanaganRulon.values.reduce((sum, x) => sum + (x - all.flanaganRulon.mean) ** 2, 0) / all.splits,
    );
    expect(Math.abs(sample.flanaganRulon.mean - all.flanaganRulon.mean)).toBeLessThan((4 * spread) / Math.sqrt(4000));
  });

  test('20 items by default are sampled, and 40 items can be', () => {
    expect(splitHalves(momentsOfColumns(answers(30, 20)))).toMatchObject({ splits: 10_000, exhaustive: false });
    expect(splitHalves(momentsOfColumns(answers(30, 41)), { samples: 5 }).best).toHaveLength(20);
  });
});

describe('where there is no figure', () => {
  test.each([
    ['nobody', []],
    ['one respondent', [[1, 2, 3]]],
    ['one item', [[1], [2]]],
    [
      'a NaN',
      [
        [1, NaN],
        [2, 3],
        [4, 4],
      ],
    ],
    [
      'a constant sum',
      [
        [0.1, 0.9],
        [0.3, 0.7],
        [0.2, 0.8],
        [0.7, 0.3],
      ],
    ],
  ])('%s: no split, NaN', (_, rows) => {
    const found = splitHalves(momentsOf(rows));
    expect(found).toMatchObject({ splits: 0, best: [], worst: [] });
    expect(found.flanaganRulon).toMatchObject({ maximum: NaN, mean: NaN, minimum: NaN });
  });

  test('a half that does not vary has no Spearman-Brown, and Flanagan-Rulon 0', () => {
    const moments = momentsOf([
      [1, 2],
      [2, 2],
      [3, 2],
    ]);
    expect(splitHalves(moments).flanaganRulon.maximum).toBe(0);
    expect(splitHalves(moments).spearmanBrown.maximum).toBeNaN();
    expect(splitHalf(moments, [1]).correlation).toBeNaN();
    expect(splitHalves(moments, { matrix: 'correlation' }).splits).toBe(0);
  });

  test('answers of 1e150, and items that are the same', () => {
    const rows = [
      [1, 1],
      [2, 2],
      [5, 5],
    ];
    expect(splitHalves(momentsOf(rows.map((row) => row.map((x) => x * 1e150)))).flanaganRulon.mean).toBeCloseTo(1, 13);
    expect(splitHalf(momentsOf(rows), [0]).horst).toBeCloseTo(1, 13);
    expect(splitHalf(momentsOf(rows), [0]).spearmanBrown).toBeCloseTo(1, 13);
  });

  test('halves that go against each other: Horst and Spearman-Brown agree for equal ones', () => {
    const against = splitHalf(
      momentsOf([
        [1, 2],
        [2, 3],
        [4, 1],
      ]),
      [0],
    );
    expect(against.correlation).toBeLessThan(0);
    expectRelative(against.horst, against.spearmanBrown, 1e-12);
  });

  test('programmer errors name the value', () => {
    const moments = momentsOf([
      [1, 2],
      [2, 4],
    ]);
    expect(() => splitHalf(moments, [0, 0])).toThrow('Unexpected half: 0, 0 of 2 items.');
    for (const half of [[], [2], [0, 1], [0.5]]) expect(() => splitHalf(moments, half)).toThrow(RangeError);
    expect(() => splitHalves(moments, { exhaustiveUpTo: 27 })).toThrow('Unexpected exhaustiveUpTo: 27.');
    expect(() => splitHalves(moments, { samples: 0 })).toThrow('Unexpected samples: 0.');
    expect(() => splitHalves(moments, { seed: -1 })).toThrow('Unexpected seed: -1.');
  });

  test('the examples of the docstrings', () => {
    const moments = momentsOf([
      [1, 2],
      [2, 2],
      [3, 4],
    ]);
    expect(splitHalves(moments).flanaganRulon.maximum).toBeCloseTo(0.9230769230769231, 14);
    expect(splitHalf(moments, [0]).flanaganRulon).toBeCloseTo(0.9230769230769231, 14);
  });
});
