import { type ExpectedAnswer, expectAnswer } from '@peerscale/test-utils';
import { describe, expect, test } from 'vitest';
import * as room from './index.ts';

/*
 * What every summary and statistic of this room says where there is little or nothing to say. The usual variables x and y
 * have means 3 and co-moments 12, 10, 12 over seven respondents in three groups, so that all answers can be worked out
 * by hand; where y lacks its third value the six left have mean 17/6 and co-moments 12, 10, 65/6.
 */
const x = [1, 2, 3, 4, 5, 2, 4];
const y = [2, 2, 4, 4, 5, 1, 3];
const all = (value: number) => x.map(() => value);
const times = (unit: number) => (column: readonly number[]) => column.map((value) => value * unit);

const situations = {
  nobody: [[], []],
  'one respondent': [[1], [2]],
  'a constant variable': [x, all(3)],
  'all constant': [all(0.1), all(0.1)],
  'all NaN': [all(NaN), all(NaN)],
  'one NaN': [x, y.map((value, i) => (i === 2 ? NaN : value))],
  'values times 1e150': [x, y].map(times(1e150)),
  'values times 1e-150': [x, y].map(times(1e-150)),
  'a multiple': [x, times(2)(x)],
} satisfies Record<string, number[][]>;
type Situation = keyof typeof situations;
type Columns = readonly (readonly number[])[];
type Row = Readonly<Record<Situation, ExpectedAnswer>>;

const rowsOf = (columns: Columns) => columns[0]!.map((_, row) => columns.map((column) => column[row]!));
const part = (columns: Columns, from: number, to?: number) => columns.map((column) => column.slice(from, to));
const plain = ({ n, means, comoments }: room.Moments) => ({ n, means, comoments });

/** Moments over complete rows: a NaN is nobody's to leave out here, and stays in all that its variable has part in. */
const listwise: Row = {
  nobody: { '*': 0 },
  'one respondent': { n: 1, 'means.0': 1, 'means.1': 2, comoments: 0 },
  'a constant variable': { n: 7, means: 3, 'comoments.0': 12, comoments: 0 },
  'all constant': { n: 7, means: 0.1, comoments: 0 },
  'all NaN': { n: 7 },
  'one NaN': { n: 7, 'means.0': 3, 'comoments.0': 12 },
  'values times 1e150': { n: 7, means: 3e150, comoments: 12e300, 'comoments.1': 10e300 },
  'values times 1e-150': { n: 7, means: 3e-150, comoments: 12e-300, 'comoments.1': 10e-300 },
  'a multiple': { n: 7, 'means.0': 3, 'means.1': 6, 'comoments.0': 12, 'comoments.1': 24, 'comoments.2': 48 },
};

/** Pair by pair: of a pair that nobody has, all is 0. */
const pairwise: Row = {
  nobody: { '*': 0 },
  'one respondent': { n: 1, counts: 1, 'means.0': 1, 'means.1': 1, 'means.2': 2, 'means.3': 2, '*': 0 },
  'a constant variable': {
    n: 7,
    counts: 7,
    means: 3,
    'variations.0': 12,
    'variations.1': 12,
    'comoments.0': 12,
    '*': 0,
  },
  'all constant': { n: 7, counts: 7, means: 0.1, '*': 0 },
  'all NaN': { n: 7, '*': 0 },
  'one NaN': {
    n: 7,
    counts: 6,
    'counts.0': 7,
    means: 3,
    'means.2': 17 / 6,
    'means.3': 17 / 6,
    variations: 12,
    'variations.2': 65 / 6,
    'variations.3': 65 / 6,
    'comoments.0': 12,
    'comoments.1': 10,
    'comoments.2': 65 / 6,
  },
  'values times 1e150': {
    n: 7,
    counts: 7,
    means: 3e150,
    variations: 12e300,
    comoments: 12e300,
    'comoments.1': 10e300,
  },
  'values times 1e-150': {
    n: 7,
    counts: 7,
    means: 3e-150,
    variations: 12e-300,
    comoments: 12e-300,
    'comoments.1': 10e-300,
  },
  'a multiple': {
    n: 7,
    counts: 7,
    means: 3,
    'means.2': 6,
    'means.3': 6,
    variations: 12,
    'variations.2': 48,
    'variations.3': 48,
    'comoments.0': 12,
    'comoments.1': 24,
    'comoments.2': 48,
  },
};
const pairsOnly = ({ n, counts, means, variations, comoments }: room.PairwiseMoments) => {
  return { n, counts, means, variations, comoments };
};

/** By pattern of answered variables: a row without any answer is counted apart. */
const inPattern = (row: ExpectedAnswer) =>
  Object.fromEntries(Object.entries(row).map(([path, value]) => [`patterns.11.${path}`, value as number]));
const patterns: Row = {
  nobody: { variables: 2, empty: 0 },
  'one respondent': { variables: 2, empty: 0, ...inPattern(listwise['one respondent']) },
  'a constant variable': { variables: 2, empty: 0, ...inPattern(listwise['a constant variable']) },
  'all constant': { variables: 2, empty: 0, ...inPattern(listwise['all constant']) },
  'all NaN': { variables: 2, empty: 7 },
  'one NaN': {
    variables: 2,
    empty: 0,
    'patterns.11.n': 6,
    'patterns.11.means.0': 3,
    'patterns.11.means.1': 17 / 6,
    'patterns.11.comoments.0': 12,
    'patterns.11.comoments.1': 10,
    'patterns.11.comoments.2': 65 / 6,
    'patterns.10.n': 1,
    'patterns.10.means': 3,
    'patterns.10.comoments': 0,
  },
  'values times 1e150': { variables: 2, empty: 0, ...inPattern(listwise['values times 1e150']) },
  'values times 1e-150': { variables: 2, empty: 0, ...inPattern(listwise['values times 1e-150']) },
  'a multiple': { variables: 2, empty: 0, ...inPattern(listwise['a multiple']) },
};
const patternsOnly = ({ variables, empty, patterns: found }: room.ResponsePatterns) => ({
  variables,
  empty,
  patterns: new Map(Array.from(found, ([pattern, moments]) => [pattern, plain(moments)])),
});

/** Three groups of 2, 3 and 2; of the first, x is 1, 2 and y is 2, 2. */
const groupsOf = (columns: Columns) => ['a', 'a', 'b', 'b', 'b', 'c', 'c'].slice(0, columns[0]!.length);
const grouped: Row = {
  nobody: { variables: 2 },
  'one respondent': { variables: 2, sizes: 1, 'means.0': 1, 'means.1': 2 },
  'a constant variable': { variables: 2, 'sizes.1': 3, sizes: 2, 'means.0': 1.5, 'means.1': 3 },
  'all constant': { variables: 2, 'sizes.1': 3, sizes: 2, means: 0.1 },
  'all NaN': { variables: 2, 'sizes.1': 3, sizes: 2 },
  'one NaN': { variables: 2, 'sizes.1': 3, sizes: 2, 'means.0': 1.5, 'means.1': 2 }, // it is in the second group
  'values times 1e150': { variables: 2, 'sizes.1': 3, sizes: 2, 'means.0': 1.5e150, 'means.1': 2e150 },
  'values times 1e-150': { variables: 2, 'sizes.1': 3, sizes: 2, 'means.0': 1.5e-150, 'means.1': 2e-150 },
  'a multiple': { variables: 2, 'sizes.1': 3, sizes: 2, 'means.0': 1.5, 'means.1': 3 },
};
const firstGroup = ({ variables, groups }: room.GroupedMoments) => ({
  variables,
  sizes: Array.from(groups.values(), ({ n }) => n),
  means: groups.get('a')?.means,
});

const sizes = { n: 7, 'sizes.1': 3, sizes: 2 };
const levels = { n: 7, groups: 3, harmonicSize: 9 / 4, effectiveSize: 16 / 7 };

const grid: Record<string, [of: (columns: Columns) => unknown, row: Row]> = {
  momentsOfColumns: [(columns) => plain(room.momentsOfColumns(columns)), listwise],
  // without a row the number of variables is not known
  momentsOf: [(columns) => plain(room.momentsOf(rowsOf(columns))), { ...listwise, nobody: { n: 0 } }],
  addToMoments: [(columns) => plain(rowsOf(columns).reduce(room.addToMoments, room.emptyMoments(2))), listwise],
  mergeMoments: [
    (columns) =>
      plain(room.mergeMoments(room.momentsOfColumns(part(columns, 0, 3)), room.momentsOfColumns(part(columns, 3)))),
    listwise,
  ],
  withoutVariable: [
    (columns) => plain(room.withoutVariable(room.momentsOfColumns(columns), 1)),
    {
      nobody: 0,
      'one respondent': { n: 1, means: 1, comoments: 0 },
      'a constant variable': { n: 7, means: 3, comoments: 12 },
      'all constant': { n: 7, means: 0.1, comoments: 0 },
      'all NaN': { n: 7 },
      'one NaN': { n: 7, means: 3, comoments: 12 },
      'values times 1e150': { n: 7, means: 3e150, comoments: 12e300 },
      'values times 1e-150': { n: 7, means: 3e-150, comoments: 12e-300 },
      'a multiple': { n: 7, means: 3, comoments: 12 },
    },
  ],
  correlationsOf: [
    (columns) => room.correlationsOf(room.momentsOfColumns(columns)),
    {
      nobody: NaN,
      'one respondent': NaN,
      'a constant variable': { 0: 1 },
      'all constant': NaN,
      'all NaN': NaN,
      'one NaN': { 0: 1 },
      'values times 1e150': { 0: 1, 1: 10 / 12, 2: 1 },
      'values times 1e-150': { 0: 1, 1: 10 / 12, 2: 1 },
      'a multiple': 1,
    },
  ],
  pairwiseMomentsOfColumns: [(columns) => pairsOnly(room.pairwiseMomentsOfColumns(columns)), pairwise],
  addToPairwiseMoments: [
    (columns) => pairsOnly(rowsOf(columns).reduce(room.addToPairwiseMoments, room.emptyPairwiseMoments(2))),
    pairwise,
  ],
  mergePairwiseMoments: [
    (columns) => {
      const [first, rest] = [part(columns, 0, 3), part(columns, 3)].map(room.pairwiseMomentsOfColumns);
      return pairsOnly(room.mergePairwiseMoments(first!, rest!));
    },
    pairwise,
  ],
  pairwiseCovariances: [
    (columns) => room.pairwiseCovariances(room.pairwiseMomentsOfColumns(columns)),
    {
      nobody: NaN,
      'one respondent': NaN,
      'a constant variable': { 0: 2, '*': 0 },
      'all constant': 0,
      'all NaN': NaN,
      'one NaN': { 0: 2, 1: 2, 2: 13 / 6 },
      'values times 1e150': { 0: 2e300, 1: (10 / 6) * 1e300, 2: 2e300 },
      'values times 1e-150': { 0: 2e-300, 1: (10 / 6) * 1e-300, 2: 2e-300 },
      'a multiple': { 0: 2, 1: 4, 2: 8 },
    },
  ],
  pairwiseCorrelations: [
    (columns) => room.pairwiseCorrelations(room.pairwiseMomentsOfColumns(columns)),
    {
      nobody: NaN,
      'one respondent': NaN,
      'a constant variable': { 0: 1 },
      'all constant': NaN,
      'all NaN': NaN,
      'one NaN': { 0: 1, 1: 10 / Math.sqrt(12 * (65 / 6)), 2: 1 },
      'values times 1e150': { 0: 1, 1: 10 / 12, 2: 1 },
      'values times 1e-150': { 0: 1, 1: 10 / 12, 2: 1 },
      'a multiple': 1,
    },
  ],
  momentsOfPairs: [
    (columns) => plain(room.momentsOfPairs(room.pairwiseMomentsOfColumns(columns))),
    {
      ...listwise,
      nobody: { n: 0 },
      'one respondent': { n: 1, 'means.0': 1, 'means.1': 2 }, // no covariance to scale up
      'one NaN': { n: 7, 'means.0': 3, 'means.1': 17 / 6, 'comoments.0': 12, 'comoments.1': 12, 'comoments.2': 13 },
    },
  ],
  responsePatternsOfColumns: [(columns) => patternsOnly(room.responsePatternsOfColumns(columns)), patterns],
  addToResponsePatterns: [
    (columns) => patternsOnly(rowsOf(columns).reduce(room.addToResponsePatterns, room.emptyResponsePatterns(2))),
    patterns,
  ],
  mergeResponsePatterns: [
    (columns) => {
      const [first, rest] = [part(columns, 0, 3), part(columns, 3)].map(room.responsePatternsOfColumns);
      return patternsOnly(room.mergeResponsePatterns(first!, rest!));
    },
    patterns,
  ],
  emMoments: [
    (columns) => {
      const { n, means, covariances } = room.emMoments(room.responsePatternsOfColumns(columns));
      return { n, means, covariances };
    },
    {
      nobody: { n: 0 },
      'one respondent': { n: 1, 'means.0': 1, 'means.1': 2, covariances: 0 },
      'a constant variable': { n: 7, means: 3, 'covariances.0': 12 / 7, covariances: 0 },
      'all constant': { n: 7, means: 0.1, covariances: 0 },
      'all NaN': { n: 0 },
      // Anderson's closed form: the regression of y on x among the six, at the mean and variance of x among the seven
      'one NaN': {
        n: 7,
        'means.0': 3,
        'means.1': 17 / 6,
        'covariances.0': 12 / 7,
        'covariances.1': 10 / 7,
        'covariances.2': 15 / 36 + 25 / 21,
      },
      'values times 1e150': { n: 7, means: 3e150, covariances: (12 / 7) * 1e300, 'covariances.1': (10 / 7) * 1e300 },
      'values times 1e-150': {
        n: 7,
        means: 3e-150,
        covariances: (12 / 7) * 1e-300,
        'covariances.1': (10 / 7) * 1e-300,
      },
      'a multiple': {
        n: 7,
        'means.0': 3,
        'means.1': 6,
        'covariances.0': 12 / 7,
        'covariances.1': 24 / 7,
        'covariances.2': 48 / 7,
      },
    },
  ],
  groupedMomentsOfColumns: [(columns) => firstGroup(room.groupedMomentsOfColumns(columns, groupsOf(columns))), grouped],
  addToGroupedMoments: [
    (columns) => {
      const groups = groupsOf(columns);
      const add = (moments: room.GroupedMoments, row: number[], i: number) =>
        room.addToGroupedMoments(moments, groups[i]!, row);
      return firstGroup(rowsOf(columns).reduce(add, room.emptyGroupedMoments(2)));
    },
    grouped,
  ],
  mergeGroupedMoments: [
    (columns) => {
      const groups = groupsOf(columns);
      const first = room.groupedMomentsOfColumns(part(columns, 0, 3), groups.slice(0, 3));
      return firstGroup(
        room.mergeGroupedMoments(first, room.groupedMomentsOfColumns(part(columns, 3), groups.slice(3))),
      );
    },
    grouped,
  ],
  withinAndBetween: [
    (columns) => room.withinAndBetween(room.groupedMomentsOfColumns(columns, groupsOf(columns))),
    {
      nobody: { n: 0, within: 0, between: 0 },
      'one respondent': { n: 1, sizes: 1, 'means.0': 1, 'means.1': 2, within: 0, between: 0 },
      'a constant variable': { ...sizes, means: 3, 'within.0': 4.5, 'between.0': 7.5, within: 0, between: 0 },
      'all constant': { ...sizes, means: 0.1, within: 0, between: 0 },
      'all NaN': sizes,
      'one NaN': { ...sizes, 'means.0': 3, 'within.0': 4.5, 'between.0': 7.5 },
      'values times 1e150': {
        ...sizes,
        means: 3e150,
        'within.0': 4.5e300,
        'within.1': 3e300,
        'within.2': (8 / 3) * 1e300,
        'between.0': 7.5e300,
        'between.1': 7e300,
        'between.2': (28 / 3) * 1e300,
      },
      'values times 1e-150': {
        ...sizes,
        means: 3e-150,
        'within.0': 4.5e-300,
        'within.1': 3e-300,
        'within.2': (8 / 3) * 1e-300,
        'between.0': 7.5e-300,
        'between.1': 7e-300,
        'between.2': (28 / 3) * 1e-300,
      },
      'a multiple': {
        ...sizes,
        'means.0': 3,
        'means.1': 6,
        'within.0': 4.5,
        'within.1': 9,
        'within.2': 18,
        'between.0': 7.5,
        'between.1': 15,
        'between.2': 30,
      },
    },
  ],
  levelCovariances: [
    (columns) => room.levelCovariances(room.groupedMomentsOfColumns(columns, groupsOf(columns))),
    {
      nobody: { n: 0, groups: 0 },
      'one respondent': { n: 1, groups: 1, harmonicSize: 1 },
      'a constant variable': { ...levels, 'within.0': 1.125, 'between.0': 1.1484375, within: 0, between: 0 },
      'all constant': { ...levels, within: 0, between: 0 },
      'all NaN': levels,
      'one NaN': { ...levels, 'within.0': 1.125, 'between.0': 1.1484375 },
      'values times 1e150': {
        ...levels,
        'within.0': 1.125e300,
        'within.1': 0.75e300,
        'within.2': (2 / 3) * 1e300,
        'between.0': 1.1484375e300,
        'between.1': 1.203125e300,
        'between.2': 1.75e300,
      },
      'values times 1e-150': {
        ...levels,
        'within.0': 1.125e-300,
        'within.1': 0.75e-300,
        'within.2': (2 / 3) * 1e-300,
        'between.0': 1.1484375e-300,
        'between.1': 1.203125e-300,
        'between.2': 1.75e-300,
      },
      'a multiple': {
        ...levels,
        'within.0': 1.125,
        'within.1': 2.25,
        'within.2': 4.5,
        'between.0': 1.1484375,
        'between.1': 2.296875,
        'between.2': 4.59375,
      },
    },
  ],
};

describe.each(Object.entries(grid))('%s', (_, [of, row]) => {
  test.each(Object.keys(situations) as Situation[])('%s', (situation) => {
    expectAnswer(() => of(situations[situation].map((column) => Object.freeze(column))), row[situation]);
  });
});

const neutral = {
  emptyMoments: room.emptyMoments,
  emptyPairwiseMoments: room.emptyPairwiseMoments,
  emptyResponsePatterns: room.emptyResponsePatterns,
  emptyGroupedMoments: room.emptyGroupedMoments,
};
describe.each(Object.entries(neutral))('%s', (_, empty) => {
  test.each([-1, 1.5, NaN, Infinity])('of %d variables is refused', (k) => {
    expect(() => empty(k)).toThrow(RangeError);
  });
  test('of no variables there is one', () => expect(() => empty(0)).not.toThrow());
});

test('a correlation exceeds 1 by rounding alone never, by more where incomplete pairs have it so', () => {
  const of = (comoment: number) =>
    room.correlationsOf({
      missing: 'pairwise',
      n: 2,
      means: Float64Array.of(0, 0),
      comoments: Float64Array.of(1, comoment, 1),
    })[1];
  expect([1 + 4e-16, -1 - 4e-16, 1.2, -1.2].map(of)).toEqual([1, -1, 1.2, -1.2]);
});

test('every function of the room is in the grid', () => {
  const exempt = [
    'packedIndex', // arithmetic on places
    'packedLength',
  ];
  const functions = Object.entries(room).flatMap(([name, value]) => (typeof value === 'function' ? [name] : []));
  // sums of whole-number codes take nothing else, and have a grid of their own: code-sums.test.ts
  const judged = functions.filter((name) => !/codesums/i.test(name));
  expect(new Set([...Object.keys(grid), ...Object.keys(neutral), ...exempt])).toEqual(new Set(judged));
});
