import { type ExpectedAnswer, expectAnswer } from '@peerscale/test-utils';
import { describe, expect, test } from 'vitest';
import * as room from './index.ts';

/*
 * What every table and figure of this room says of one item where there is little or nothing to say. The usual answers
 * have mean 3, median 3, sum of squared deviations 12 and sum of their fourth powers 36.
 */
const usual = [1, 2, 3, 4, 5, 2, 4];
const situations = {
  usual,
  nobody: [],
  'one answer': [3],
  'two answers': [3, 5],
  'answers all alike': usual.map(() => 0.1),
  'all missing': [NaN, NaN],
  'one NaN': [1, NaN, 2, 4],
  'answers times 1e150': usual.map((code) => code * 1e150),
  'answers times 1e-150': usual.map((code) => code * 1e-150),
} satisfies Record<string, number[]>;
type Situation = keyof typeof situations;
type Row = Readonly<Record<Situation, ExpectedAnswer>>;

const counts: Row = {
  usual: {
    codes: 1,
    'codes.1': 2,
    'codes.2': 3,
    'codes.3': 4,
    'codes.4': 5,
    counts: 1,
    'counts.1': 2,
    'counts.3': 2,
    missing: 0,
  },
  nobody: { missing: 0 },
  'one answer': { codes: 3, counts: 1, missing: 0 },
  'two answers': { 'codes.0': 3, 'codes.1': 5, counts: 1, missing: 0 },
  'answers all alike': { codes: 0.1, counts: 7, missing: 0 },
  'all missing': { missing: 2 },
  'one NaN': { 'codes.0': 1, 'codes.1': 2, 'codes.2': 4, counts: 1, missing: 1 },
  'answers times 1e150': {
    codes: 1e150,
    'codes.1': 2e150,
    'codes.2': 3e150,
    'codes.3': 4e150,
    'codes.4': 5e150,
    counts: 1,
    'counts.1': 2,
    'counts.3': 2,
    missing: 0,
  },
  'answers times 1e-150': {
    codes: 1e-150,
    'codes.1': 2e-150,
    'codes.2': 3e-150,
    'codes.3': 4e-150,
    'codes.4': 5e-150,
    counts: 1,
    'counts.1': 2,
    'counts.3': 2,
    missing: 0,
  },
};

/** Types 1, 2 and 3 at n answers, from type 1, by their formulas. */
const ofSkewness = (g1: number, n: number) => ({
  0: g1,
  1: n > 2 ? (g1 * Math.sqrt(n * (n - 1))) / (n - 2) : NaN,
  2: g1 * (1 - 1 / n) ** 1.5,
});
const ofKurtosis = (g2: number, n: number) => ({
  0: g2,
  1: n > 3 ? (((n + 1) * g2 + 6) * (n - 1)) / ((n - 2) * (n - 3)) : NaN,
  2: (g2 + 3) * (1 - 1 / n) ** 2 - 3,
});
const usualKurtosis = 36 / 7 / (12 / 7) ** 2 - 3;
// of 1, 2, 4 the deviations are -4/3, -1/3 and 5/3
const skewnessOfThree = 60 / 27 / 3 / (42 / 9 / 3) ** 1.5;
const kurtosisOfThree = 882 / 81 / 3 / (42 / 9 / 3) ** 2 - 3;

/** The usual description with everything in the unit of the answers times `unit`. */
const described = (unit: number) => ({
  n: 7,
  missing: 0,
  mean: 3 * unit,
  standardDeviation: Math.sqrt(2) * unit,
  median: 3 * unit,
  trimmedMean: 3 * unit,
  medianAbsoluteDeviation: 1.4826 * unit,
  minimum: unit,
  maximum: 5 * unit,
  skewness: 0,
  kurtosis: ofKurtosis(usualKurtosis, 7)[2],
  standardError: Math.sqrt(2 / 7) * unit,
  lowerQuartile: 2 * unit,
  upperQuartile: 4 * unit,
});

/** 27 percent of seven is 1.89 respondents: the one at the end and 0.89 of the two beside. */
const upperLower = (unit: number) => ({
  upper: ((5 + 0.89 * 4) / 1.89) * unit,
  lower: ((1 + 0.89 * 2) / 1.89) * unit,
});
const groups = (column: readonly number[]) => room.scoreGroupsOf([column]);
const scored: Row = {
  usual: {
    scores: 1,
    'scores.1': 2,
    'scores.2': 3,
    'scores.3': 4,
    'scores.4': 5,
    counts: 1,
    'counts.1': 2,
    'counts.3': 2,
    'sums.0.0': 1,
    'sums.0.1': 4,
    'sums.0.2': 3,
    'sums.0.3': 8,
    'sums.0.4': 5,
  },
  nobody: {},
  'one answer': { scores: 3, counts: 1, sums: 3 },
  'two answers': { 'scores.0': 3, 'scores.1': 5, counts: 1, 'sums.0.0': 3, 'sums.0.1': 5 },
  'answers all alike': { scores: 0.1, counts: 7, sums: 0.7 },
  'all missing': RangeError,
  'one NaN': RangeError,
  'answers times 1e150': {
    scores: 1e150,
    'scores.1': 2e150,
    'scores.2': 3e150,
    'scores.3': 4e150,
    'scores.4': 5e150,
    counts: 1,
    'counts.1': 2,
    'counts.3': 2,
    'sums.0.0': 1e150,
    'sums.0.1': 4e150,
    'sums.0.2': 3e150,
    'sums.0.3': 8e150,
    'sums.0.4': 5e150,
  },
  'answers times 1e-150': {
    scores: 1e-150,
    'scores.1': 2e-150,
    'scores.2': 3e-150,
    'scores.3': 4e-150,
    'scores.4': 5e-150,
    counts: 1,
    'counts.1': 2,
    'counts.3': 2,
    'sums.0.0': 1e-150,
    'sums.0.1': 4e-150,
    'sums.0.2': 3e-150,
    'sums.0.3': 8e-150,
    'sums.0.4': 5e-150,
  },
};

const types = [1, 2, 3] as const;
const grid: Record<string, [of: (column: readonly number[]) => unknown, row: Row]> = {
  categoryCountsOf: [room.categoryCountsOf, counts],
  mergeCategoryCounts: [
    (column) =>
      room.mergeCategoryCounts(room.categoryCountsOf(column.slice(0, 1)), room.categoryCountsOf(column.slice(1))),
    counts,
  ],
  answersIn: [
    (column) => room.answersIn(room.categoryCountsOf(column)),
    {
      usual: 7,
      nobody: 0,
      'one answer': 1,
      'two answers': 2,
      'answers all alike': 7,
      'all missing': 0,
      'one NaN': 3,
      'answers times 1e150': 7,
      'answers times 1e-150': 7,
    },
  ],
  categoryShares: [
    (column) => room.categoryShares(room.categoryCountsOf(column), [1, 2]),
    {
      usual: { 'shares.0': 1 / 7, 'shares.1': 2 / 7, other: 4 / 7, missing: 0 },
      nobody: NaN,
      'one answer': { shares: 0, other: 1, missing: 0 },
      'two answers': { shares: 0, other: 1, missing: 0 },
      'answers all alike': { shares: 0, other: 1, missing: 0 },
      'all missing': { missing: 1 },
      'one NaN': { shares: 1 / 3, other: 1 / 3, missing: 1 / 4 },
      'answers times 1e150': { shares: 0, other: 1, missing: 0 },
      'answers times 1e-150': { shares: 0, other: 1, missing: 0 },
    },
  ],
  countQuantile: [
    (column) => [0, 0.5, 1].map((p) => room.countQuantile(room.categoryCountsOf(column), p)),
    {
      usual: { 0: 1, 1: 3, 2: 5 },
      nobody: NaN,
      'one answer': 3,
      'two answers': { 0: 3, 1: 4, 2: 5 },
      'answers all alike': 0.1,
      'all missing': NaN,
      'one NaN': { 0: 1, 1: 2, 2: 4 },
      'answers times 1e150': { 0: 1e150, 1: 3e150, 2: 5e150 },
      'answers times 1e-150': { 0: 1e-150, 1: 3e-150, 2: 5e-150 },
    },
  ],
  describeCounts: [
    (column) => room.describeCounts(room.categoryCountsOf(column)),
    {
      usual: described(1),
      nobody: { n: 0, missing: 0 },
      'one answer': {
        n: 1,
        missing: 0,
        '*': 3,
        medianAbsoluteDeviation: 0,
        standardDeviation: NaN,
        standardError: NaN,
        skewness: NaN,
        kurtosis: NaN,
      },
      'two answers': {
        n: 2,
        missing: 0,
        '*': 4, // mean, trimmed mean and median
        standardDeviation: Math.SQRT2,
        standardError: 1,
        medianAbsoluteDeviation: 1.4826,
        minimum: 3,
        maximum: 5,
        skewness: 0,
        kurtosis: -2.75,
        lowerQuartile: 3.5,
        upperQuartile: 4.5,
      },
      'answers all alike': {
        n: 7,
        missing: 0,
        '*': 0.1,
        standardDeviation: 0,
        standardError: 0,
        medianAbsoluteDeviation: 0,
        skewness: NaN,
        kurtosis: NaN,
      },
      'all missing': { n: 0, missing: 2 },
      'one NaN': {
        n: 3,
        missing: 1,
        '*': 7 / 3, // mean and trimmed mean
        standardDeviation: Math.sqrt(7 / 3),
        standardError: Math.sqrt(7) / 3,
        median: 2,
        medianAbsoluteDeviation: 1.4826,
        minimum: 1,
        maximum: 4,
        skewness: ofSkewness(skewnessOfThree, 3)[2],
        kurtosis: ofKurtosis(kurtosisOfThree, 3)[2],
        lowerQuartile: 1.5,
        upperQuartile: 3,
      },
      'answers times 1e150': described(1e150),
      'answers times 1e-150': described(1e-150),
    },
  ],
  floorAndCeiling: [
    (column) => room.floorAndCeiling(room.categoryCountsOf(column), 1, 5),
    {
      usual: 1 / 7,
      nobody: NaN,
      'one answer': 0,
      'two answers': { floor: 0, ceiling: 1 / 2 },
      'answers all alike': 0,
      'all missing': NaN,
      'one NaN': { floor: 1 / 3, ceiling: 0 },
      'answers times 1e150': 0,
      'answers times 1e-150': 0,
    },
  ],
  skewness: [
    (column) => types.map((type) => room.skewness(room.categoryCountsOf(column), type)),
    {
      usual: 0,
      nobody: NaN,
      'one answer': NaN,
      'two answers': { 0: 0, 2: 0 },
      'answers all alike': NaN,
      'all missing': NaN,
      'one NaN': ofSkewness(skewnessOfThree, 3),
      'answers times 1e150': 0,
      'answers times 1e-150': 0,
    },
  ],
  kurtosis: [
    (column) => types.map((type) => room.kurtosis(room.categoryCountsOf(column), type)),
    {
      usual: ofKurtosis(usualKurtosis, 7),
      nobody: NaN,
      'one answer': NaN,
      'two answers': { 0: -2, 2: -2.75 },
      'answers all alike': NaN,
      'all missing': NaN,
      'one NaN': ofKurtosis(kurtosisOfThree, 3),
      'answers times 1e150': ofKurtosis(usualKurtosis, 7),
      'answers times 1e-150': ofKurtosis(usualKurtosis, 7),
    },
  ],
  scoreGroupsOf: [groups, scored],
  mergeScoreGroups: [(column) => room.mergeScoreGroups(groups(column.slice(0, 1)), groups(column.slice(1))), scored],
  upperLowerDiscrimination: [
    (column) => room.upperLowerDiscrimination(groups(column), { minimum: 1, maximum: 5 })[0],
    {
      usual: { ...upperLower(1), discrimination: (upperLower(1).upper - upperLower(1).lower) / 4 },
      nobody: NaN,
      'one answer': NaN,
      'two answers': { upper: 5, lower: 3, discrimination: 0.5 },
      'answers all alike': NaN,
      'all missing': RangeError,
      'one NaN': RangeError,
      'answers times 1e150': {
        ...upperLower(1e150),
        discrimination: ((upperLower(1).upper - upperLower(1).lower) / 4) * 1e150,
      },
      'answers times 1e-150': {
        ...upperLower(1e-150),
        discrimination: ((upperLower(1).upper - upperLower(1).lower) / 4) * 1e-150,
      },
    },
  ],
};

describe.each(Object.entries(grid))('%s', (_, [of, row]) => {
  test.each(Object.keys(situations) as Situation[])('%s', (situation) => {
    expectAnswer(() => of(Object.freeze(situations[situation])), row[situation]);
  });
});

test('a figure of two items that are multiples of each other is that of one', () => {
  const table = room.scoreGroupsOf([usual, usual.map((code) => 2 * code)]);
  const [one, double] = room.upperLowerDiscrimination(table);
  expectAnswer(() => double, { upper: 2 * one!.upper, lower: 2 * one!.lower, discrimination: 2 * one!.discrimination });
});

test('what no caller can mean is refused', () => {
  const table = room.categoryCountsOf(usual);
  expect(() => room.categoryCountsOf([1, Infinity])).toThrow(RangeError);
  expect(() => room.countQuantile(table, NaN)).toThrow(RangeError);
  expect(() => room.floorAndCeiling(table, 5, 5)).toThrow(RangeError);
  expect(() => room.floorAndCeiling(table, NaN, 5)).toThrow(RangeError);
  expect(() => room.upperLowerDiscrimination(groups(usual), { share: NaN })).toThrow(RangeError);
});

test('every function of the room is in the grid', () => {
  const functions = Object.entries(room).flatMap(([name, value]) => (typeof value === 'function' ? [name] : []));
  expect(new Set(Object.keys(grid))).toEqual(new Set(functions));
});
