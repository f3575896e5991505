import { expectRelative, loadFixture } from '@peerscale/test-utils';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { momentsOfColumns } from '../moments/index.ts';
import { seededRandom } from '../random/index.ts';
import {
  answersIn,
  type CategoryCounts,
  categoryCountsOf,
  categoryShares,
  countQuantile,
  describeCounts,
  floorAndCeiling,
  kurtosis,
  mergeCategoryCounts,
  mergeScoreGroups,
  scoreGroupsOf,
  skewness,
  upperLowerDiscrimination,
} from './index.ts';

type Answers = (number | null)[];
interface Fixture {
  r: string;
  psych: string;
  columns: {
    name: string;
    column: Answers;
    skewness: Answers;
    kurtosis: Answers;
    deciles: number[];
    codes?: number[];
    shares?: number[];
    missing?: number;
    floor?: number;
    ceiling?: number;
    [figure: string]: unknown;
  }[];
  discrimination: {
    rows: number[][];
    minimum: number;
    maximum: number;
    share: number;
    upper: number[];
    lower: number[];
    discrimination: number[];
  }[];
}
const fixture = loadFixture<Fixture>('../../fixtures/items/items.json', import.meta.url);
// jsonlite writes 15 significant digits; values around 0 are sums of terms of order 1
const TOLERANCE = 1e-12;
const close = (received: number, expected: number | null) =>
  expectRelative(received, expected ?? NaN, TOLERANCE, TOLERANCE);
const numbers = (column: Answers) => Float64Array.from(column, (x) => x ?? NaN);
const columnsOf = (rows: readonly (readonly number[])[]) =>
  (rows[0] ?? []).map((_, i) => Float64Array.from(rows, (row) => row[i]!));
const types = [1, 2, 3] as const;

describe.each(fixture.columns)(`agrees with R ${fixture.r}, psych ${fixture.psych}: $name`, (set) => {
  const table = categoryCountsOf(numbers(set.column));

  test('psych::describe', () => {
    const described = describeCounts(table);
    for (const name of [
      'n',
      'mean',
      'standardDeviation',
      'median',
      'trimmedMean',
      'medianAbsoluteDeviation',
      'minimum',
      'maximum',
      'standardError',
      'lowerQuartile',
      'upperQuartile',
    ] as const) {
      close(described[name], set[name] as number);
    }
    expect(described.skewness).toBe(skewness(table, 3));
    expect(described.kurtosis).toBe(kurtosis(table, 3));
    expect(described.missing).toBe(set.column.filter((x) => x === null).length);
  });

  test.each(types)('skewness and kurtosis of type %i', (type) => {
    close(skewness(table, type), set.skewness[type - 1]!);
    close(kurtosis(table, type), set.kurtosis[type - 1]!);
    expect(describeCounts(table, type).skewness).toBe(skewness(table, type));
  });

  test('deciles', () => {
    set.deciles.forEach((value, i) => close(countQuantile(table, i / 10), value));
  });

  test.runIf(set.codes !== undefined)('shares, missing, floor and ceiling', () => {
    const found = categoryShares(table, set.codes!);
    found.shares.forEach((share, i) => close(share, set.shares![i]!));
    close(found.missing, set.missing!);
    expect(found.other).toBe(0);
    const ends = floorAndCeiling(table, Math.min(...set.codes!), Math.max(...set.codes!));
    close(ends.floor, set.floor!);
    close(ends.ceiling, set.ceiling!);
  });
});

test.each(fixture.discrimination)('discrimination agrees with R: share $share of $minimum to $maximum', (set) => {
  const found = upperLowerDiscrimination(scoreGroupsOf(columnsOf(set.rows)), set);
  found.forEach((item, i) => {
    close(item.upper, set.upper[i]!);
    close(item.lower, set.lower[i]!);
    close(item.discrimination, set.discrimination[i]!);
  });
  expect(found).toHaveLength(set.upper.length);
});

const codes = fc.array(fc.oneof(fc.integer({ min: -3, max: 7 }), fc.constant(NaN)), { maxLength: 60 });
const plain = ({ codes: c, counts, missing }: CategoryCounts) => ({ codes: [...c], counts: [...counts], missing });

describe('tables of counts', () => {
  test('hold every answer, in order', () => {
    fc.assert(
      fc.property(codes, (column) => {
        const table = categoryCountsOf(column);
        expect(answersIn(table) + table.missing).toBe(column.length);
        const unfolded = [...table.codes].flatMap((code, i) => new Array<number>(table.counts[i]!).fill(code));
        expect(unfolded).toEqual(column.filter((x) => !Number.isNaN(x)).sort((a, b) => a - b));
      }),
    );
  });

  test('merged parts are exactly the whole', () => {
    fc.assert(
      fc.property(codes, codes, (a, b) => {
        const merged = mergeCategoryCounts(categoryCountsOf(a), categoryCountsOf(b));
        expect(plain(merged)).toEqual(plain(categoryCountsOf([...a, ...b])));
        expect(describeCounts(merged)).toEqual(describeCounts(categoryCountsOf([...b, ...a])));
      }),
    );
  });

  test('mean and standard deviation are those of the moments', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 2 }), (column) => {
        const { n, means, comoments } = momentsOfColumns([column]);
        const { mean, standardDeviation } = describeCounts(categoryCountsOf(column));
        expectRelative(mean, means[0]!, 1e-13);
        expectRelative(standardDeviation, Math.sqrt(comoments[0]! / (n - 1)), 1e-12);
      }),
    );
  });

  test('shift and positive scale do not matter to the shape, a flipped item has the opposite skewness', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 4 }), (column) => {
        const table = categoryCountsOf(column);
        for (const [scale, shift] of [
          [3, 100],
          [1e150, 0],
          [1e-150, 0],
          [-1, 6],
        ] as const) {
          const moved = categoryCountsOf(column.map((x) => x * scale + shift));
          for (const type of types) {
            expectRelative(skewness(moved, type), Math.sign(scale) * skewness(table, type), 1e-9, 1e-9);
            expectRelative(kurtosis(moved, type), kurtosis(table, type), 1e-9, 1e-9);
          }
        }
      }),
    );
  });

  test('a small spread around 1e9 keeps its digits', () => {
    const column = [0, 1, 1, 2, 4, 4, 8]; // the mean is no double
    const table = categoryCountsOf(column);
    const moved = categoryCountsOf(column.map((x) => x + 1e9));
    for (const type of types) {
      expectRelative(skewness(moved, type), skewness(table, type), 1e-12);
      expectRelative(kurtosis(moved, type), kurtosis(table, type), 1e-12);
    }
    expectRelative(describeCounts(moved).standardDeviation, describeCounts(table).standardDeviation, 1e-12);
  });

  test('codes outside the scale are counted as other, -0 is 0', () => {
    const table = categoryCountsOf([1, 2, 9, -0, 0, NaN]);
    const { shares, other, missing } = categoryShares(table, [0, 1, 2]);
    expect([...shares]).toEqual([0.4, 0.2, 0.2]);
    expect(other).toBe(0.2);
    expect(missing).toBe(1 / 6);
    expect(plain(categoryCountsOf([3, 1, 3, NaN]))).toEqual({ codes: [1, 3], counts: [1, 2], missing: 1 });
  });
});

describe('upper and lower scorers', () => {
  test('merged parts are exactly the whole, and the order of respondents does not matter', () => {
    const rows = fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 3, maxLength: 3 }), {
      minLength: 2,
      maxLength: 40,
    });
    fc.assert(
      fc.property(rows, fc.nat(), (all, cut) => {
        const at = 1 + (cut % (all.length - 1));
        const parts = [all.slice(at), all.slice(0, at)].map((part) => scoreGroupsOf(columnsOf(part)));
        const merged = mergeScoreGroups(parts[0]!, parts[1]!);
        expect(merged).toEqual(scoreGroupsOf(columnsOf(all)));
        const reversed = scoreGroupsOf(columnsOf(all.toReversed()));
        expect(upperLowerDiscrimination(reversed)).toEqual(upperLowerDiscrimination(merged));
      }),
    );
  });

  test('is the mean over all ways of breaking a tie at the cut', () => {
    // share 0.4 of 5 is two: the best, and one of three tied ones, who answered 2, 0 and 1
    const item = [2, 2, 0, 1, 0];
    const [found] = upperLowerDiscrimination(scoreGroupsOf([item], [9, 5, 5, 5, 1]), { share: 0.4, maximum: 2 });
    expect(found!.upper).toBeCloseTo((2 + (2 + 0 + 1) / 3) / 2, 14);
    expect(found!.lower).toBeCloseTo((0 + (2 + 0 + 1) / 3) / 2, 14);
    expect(found!.discrimination).toBeCloseTo((found!.upper - found!.lower) / 2, 14);
  });

  test('an item that is the score discriminates by 1 between halves, its opposite by -1', () => {
    const score = [0, 0, 1, 1];
    const groups = scoreGroupsOf([score, score.map((x) => 1 - x)], score);
    const [same, opposite] = upperLowerDiscrimination(groups, { share: 0.5 });
    expect(same).toEqual({ upper: 1, lower: 0, discrimination: 1 });
    expect(opposite!.discrimination).toBe(-1);
  });

  test('two fifths of normal scores: 27 percent tells the groups apart better than 50', () => {
    const random = seededRandom(1);
    const ability = Array.from({ length: 4000 }, () => random() + random() + random() - 1.5);
    const item = ability.map((x) => (x + random() - 0.5 > 0 ? 1 : 0));
    const groups = scoreGroupsOf([item], ability);
    const at = (share: number) => upperLowerDiscrimination(groups, { share })[0]!.discrimination;
    expect(at(0.27)).toBeGreaterThan(at(0.5));
  });
});

describe('where there is no figure', () => {
  test('nobody', () => {
    const table = categoryCountsOf([NaN]);
    const { n, missing, ...figures } = describeCounts(table);
    expect({ n, missing }).toEqual({ n: 0, missing: 1 });
    for (const figure of Object.values(figures)) expect(figure).toBeNaN();
    expect(floorAndCeiling(table, 1, 5)).toEqual({ floor: NaN, ceiling: NaN });
    expect([...categoryShares(table, [1]).shares]).toEqual([NaN]);
    expect(categoryShares(table).missing).toBe(1);
    expect(categoryShares(categoryCountsOf([])).missing).toBeNaN();
    expect(upperLowerDiscrimination(scoreGroupsOf([[]]))[0]!.discrimination).toBeNaN();
    expect(upperLowerDiscrimination(scoreGroupsOf([]))).toEqual([]);
  });

  test('one answer, and answers all alike', () => {
    const one = describeCounts(categoryCountsOf([3]));
    expect(one).toMatchObject({ mean: 3, median: 3, trimmedMean: 3, medianAbsoluteDeviation: 0, upperQuartile: 3 });
    expect(one).toMatchObject({ standardDeviation: NaN, standardError: NaN, skewness: NaN, kurtosis: NaN });
    for (const value of [3, 0.1, 1e150]) {
      const alike = describeCounts(categoryCountsOf(new Float64Array(7).fill(value)));
      expect(alike).toMatchObject({ mean: value, standardDeviation: 0, skewness: NaN, kurtosis: NaN });
    }
    const tied = scoreGroupsOf([[1, 0, 1]], [2, 2, 2]);
    expect(upperLowerDiscrimination(tied)[0]!.discrimination).toBeNaN();
  });

  test('type 2 asks for three answers, and for four', () => {
    expect(skewness(categoryCountsOf([1, 2]), 2)).toBeNaN();
    expect(skewness(categoryCountsOf([1, 2, 2]), 2)).toBeCloseTo(-Math.sqrt(3), 13);
    for (const third of [1.1, 1.3, 1.7, 2, 3.3]) {
      expect(skewness(categoryCountsOf([0.1, third]), 2)).toBeNaN();
      expect(kurtosis(categoryCountsOf([0.1, 0.4, third]), 2)).toBeNaN();
    }
    expect(kurtosis(categoryCountsOf([1, 1, 2, 2]), 2)).toBeCloseTo(-6, 13);
  });

  test('programmer errors name the value', () => {
    const table = categoryCountsOf([1, 2]);
    expect(() => categoryCountsOf([Infinity])).toThrow('Unexpected code: Infinity.');
    expect(() => countQuantile(table, 1.1)).toThrow('Unexpected p: 1.1.');
    expect(() => floorAndCeiling(table, 5, 1)).toThrow('Unexpected range: 5 to 1.');
    expect(() => scoreGroupsOf([[1, 2], [1]])).toThrow('Unexpected column length: 1, expected 2.');
    expect(() => scoreGroupsOf([[1, NaN]])).toThrow('Unexpected score: NaN.');
    expect(() => mergeScoreGroups(scoreGroupsOf([[1]]), scoreGroupsOf([]))).toThrow(
      'Unexpected number of items: 0, expected 1.',
    );
    expect(() => upperLowerDiscrimination(scoreGroupsOf([[1]]), { share: 0.6 })).toThrow('Unexpected share: 0.6.');
    expect(() => upperLowerDiscrimination(scoreGroupsOf([[1]]), { maximum: 0 })).toThrow('Unexpected range: 0 to 0.');
  });

  test('the examples of the docstrings', () => {
    const table = categoryCountsOf([1, 2, 2, 5]);
    expect(skewness(table, 1)).toBeCloseTo(0.8889, 4);
    expect(kurtosis(table, 1)).toBeCloseTo(-0.8148, 4);
    expect(describeCounts(table).standardDeviation).toBeCloseTo(1.7321, 4);
    expect(countQuantile(categoryCountsOf([1, 2, 4, 8]), 0.5)).toBe(3);
    expect(floorAndCeiling(categoryCountsOf([1, 1, 3, 5]), 1, 5)).toEqual({ floor: 0.5, ceiling: 0.25 });
    const shares = categoryShares(categoryCountsOf([1, 3, 3, NaN]), [1, 2, 3]);
    expect([...shares.shares]).toEqual([1 / 3, 0, 2 / 3]);
    expect(shares.missing).toBe(0.25);
    const groups = scoreGroupsOf([
      [0, 1, 1],
      [0, 0, 1],
    ]);
    expect([...groups.counts]).toEqual([1, 1, 1]);
    const quarter = scoreGroupsOf([
      [0, 0, 1, 1],
      [0, 1, 0, 1],
    ]);
    expect(upperLowerDiscrimination(quarter, { share: 0.25 })[0]!.discrimination).toBe(1);
    expect([...mergeScoreGroups(scoreGroupsOf([[1, 2]]), scoreGroupsOf([[2]])).counts]).toEqual([1, 2]);
    expect(plain(mergeCategoryCounts(categoryCountsOf([1, 2]), categoryCountsOf([2, NaN])))).toEqual({
      codes: [1, 2],
      counts: [1, 2],
      missing: 1,
    });
  });
});
