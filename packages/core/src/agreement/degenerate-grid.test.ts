import { type ExpectedAnswer, expectAnswer } from '@peerscale/test-utils';
import { describe, expect, test } from 'vitest';
import { categoryCountsOf } from '../items/index.ts';
import { momentsOfColumns } from '../moments/index.ts';
import { seededRandom } from '../random/index.ts';
import * as room from './index.ts';

/*
 * What every figure of this room says where there is little or nothing to say. The usual raters x and y have means 3 and
 * co-moments 12, 10, 12 over seven subjects: mean squares 11/3 of subjects, 0 of raters and 1/3 of what is left.
 */
const x = [1, 2, 3, 4, 5, 2, 4];
const y = [2, 2, 4, 4, 5, 1, 3];
const all = (value: number) => x.map(() => value);
const times = (unit: number) => (column: readonly number[]) => column.map((value) => value * unit);

const raters = {
  usual: [x, y],
  nobody: [[], []],
  'one subject': [[1], [2]],
  'a constant rater': [x, all(3)],
  'all constant': [all(0.1), all(0.1)],
  'all NaN': [all(NaN), all(NaN)],
  'one NaN': [x, y.map((value, i) => (i === 2 ? NaN : value))],
  'raters alike': [x, x],
  'raters apart by 1': [x, x.map((value) => value + 1)],
  'raters in proportion': [x, times(2)(x)],
  'ratings times 1e150': [x, y].map(times(1e150)),
  'ratings times 1e-150': [x, y].map(times(1e-150)),
} satisfies Record<string, number[][]>;
type Situation = keyof typeof raters;
type Row = Readonly<Record<Situation, ExpectedAnswer>>;
type Columns = readonly (readonly number[])[];

const size = { n: 7, k: 2 };
/** The forms 1, 2, 3 and their means of k, from six numbers. */
const forms = (numbers: readonly number[], f: readonly number[]) =>
  Object.fromEntries(
    ['icc1', 'icc2', 'icc3', 'icc1k', 'icc2k', 'icc3k'].flatMap((form, i) => [
      [`${form}.icc`, numbers[i]!],
      [`${form}.f`, f[i % 3]!],
      [`${form}.df1`, 6],
      [`${form}.df2`, i % 3 === 0 ? 7 : 6],
    ]),
  );
const none = forms([NaN, NaN, NaN, NaN, NaN, NaN], [NaN, NaN, NaN]);
const usualForms = forms([71 / 83, 70 / 82, 10 / 12, 71 / 77, 70 / 76, 10 / 11], [77 / 6, 11, 11]);
const estimates = (columns: Columns) => {
  const found = Object.entries(room.intraclassCorrelations(room.twoWayMeanSquaresOf(momentsOfColumns(columns))));
  return Object.fromEntries(found.map(([form, { icc, f, df1, df2 }]) => [form, { icc, f, df1, df2 }]));
};
const ends = (columns: Columns) => {
  const found = Object.entries(room.intraclassCorrelations(room.twoWayMeanSquaresOf(momentsOfColumns(columns))));
  return Object.fromEntries(found.map(([form, { lower, upper, p }]) => [form, { lower, upper, p }]));
};

/** bias, its limits at 1.96 standard deviations, and s, in the unit of the ratings. */
const limits = (bias: number, sd: number, trend: number) => ({
  n: 7,
  bias,
  lowerLimit: bias - 1.959963984540054 * sd,
  upperLimit: bias + 1.959963984540054 * sd,
  sd,
  trend,
});
const blandAltman = (columns: Columns) => {
  const { n, bias, lowerLimit, upperLimit, sd, trend } = room.blandAltman(momentsOfColumns(columns));
  return { n, bias: bias.value, lowerLimit: lowerLimit.value, upperLimit: upperLimit.value, sd, trend };
};
const testRetest = (columns: Columns) => {
  const { n, r, agreement, consistency } = room.testRetest(momentsOfColumns(columns));
  return { n, r, agreement: agreement.icc, consistency: consistency.icc };
};

const ofRaters: Record<string, [of: (columns: Columns) => unknown, row: Row]> = {
  twoWayMeanSquaresOf: [
    (columns) => room.twoWayMeanSquaresOf(momentsOfColumns(columns)),
    {
      usual: { ...size, subjects: 11 / 3, raters: 0, residual: 1 / 3 },
      nobody: { n: 0, k: 2 },
      'one subject': { n: 1, k: 2 },
      'a constant rater': { ...size, subjects: 1, raters: 0, residual: 1 },
      'all constant': { ...size, '*': 0 },
      'all NaN': size,
      'one NaN': size,
      'raters alike': { ...size, subjects: 4, raters: 0, residual: 0 },
      'raters apart by 1': { ...size, subjects: 4, raters: 3.5, residual: 0 },
      'raters in proportion': { ...size, subjects: 9, raters: 31.5, residual: 1 },
      'ratings times 1e150': { ...size, subjects: (11 / 3) * 1e300, raters: 0, residual: (1 / 3) * 1e300 },
      'ratings times 1e-150': { ...size, subjects: (11 / 3) * 1e-300, raters: 0, residual: (1 / 3) * 1e-300 },
    },
  ],
  intraclassCorrelations: [
    estimates,
    {
      usual: usualForms,
      nobody: NaN,
      'one subject': NaN,
      // no more between subjects than within: form 1 has the raters' lack of variation in its error
      'a constant rater': forms([1 / 13, 0, 0, 1 / 7, 0, 0], [7 / 6, 1, 1]),
      'all constant': none,
      'all NaN': none,
      'one NaN': none,
      'raters alike': forms([1, 1, 1, 1, 1, 1], [Infinity, Infinity, Infinity]),
      'raters apart by 1': forms([7 / 9, 4 / 5, 1, 7 / 8, 8 / 9, 1], [8, Infinity, Infinity]),
      'raters in proportion': forms(
        [(9 - 37.5 / 7) / (9 + 37.5 / 7), 56 / 131, 0.8, 1 - 37.5 / 63, 56 / 93.5, 8 / 9],
        [63 / 37.5, 9, 9],
      ),
      'ratings times 1e150': usualForms,
      'ratings times 1e-150': usualForms,
    },
  ],
  'intraclassCorrelations, limits and p': [
    ends,
    {
      usual: 'figures',
      nobody: NaN,
      'one subject': NaN,
      'a constant rater': 'figures',
      'all constant': NaN,
      'all NaN': NaN,
      'one NaN': NaN,
      'raters alike': {
        '*': 1,
        ...Object.fromEntries(Object.keys(usualForms).map((path) => [`${path.split('.')[0]}.p`, 0])),
      },
      'raters apart by 1': 'figures',
      'raters in proportion': 'figures',
      'ratings times 1e150': 'as usual',
      'ratings times 1e-150': 'as usual',
    },
  ],
  testRetest: [
    testRetest,
    {
      usual: { n: 7, r: 10 / 12, agreement: 70 / 82, consistency: 10 / 12 },
      nobody: { n: 0 },
      'one subject': { n: 1 },
      'a constant rater': { n: 7, agreement: 0, consistency: 0 },
      'all constant': { n: 7 },
      'all NaN': { n: 7 },
      'one NaN': { n: 7 },
      'raters alike': { n: 7, '*': 1 },
      'raters apart by 1': { n: 7, r: 1, agreement: 4 / 5, consistency: 1 },
      'raters in proportion': { n: 7, r: 1, agreement: 56 / 131, consistency: 0.8 },
      'ratings times 1e150': { n: 7, r: 10 / 12, agreement: 70 / 82, consistency: 10 / 12 },
      'ratings times 1e-150': { n: 7, r: 10 / 12, agreement: 70 / 82, consistency: 10 / 12 },
    },
  ],
  blandAltman: [
    blandAltman,
    {
      usual: limits(0, Math.sqrt(4 / 6), 0),
      nobody: { n: 0 },
      'one subject': { n: 1, bias: -1 },
      'a constant rater': limits(0, Math.SQRT2, 1),
      'all constant': { n: 7, '*': 0, trend: NaN },
      'all NaN': { n: 7 },
      'one NaN': { n: 7 },
      'raters alike': { n: 7, '*': 0, trend: NaN },
      'raters apart by 1': { n: 7, '*': -1, sd: 0, trend: NaN },
      'raters in proportion': limits(-3, Math.SQRT2, -1),
      'ratings times 1e150': 'figures',
      'ratings times 1e-150': limits(0, Math.sqrt(4 / 6) * 1e-150, 0),
    },
  ],
};

describe.each(Object.entries(ofRaters))('%s', (_, [of, row]) => {
  test.each(Object.keys(raters) as Situation[])('%s', (situation) => {
    expectAnswer(
      () => of(raters[situation]),
      row[situation],
      () => of(raters.usual),
    );
  });
});

test('one rater: no figure, and no degrees of freedom', () => expectAnswer(() => estimates([x]), NaN));

/** Groups of persons with one answer each. */
const groups = {
  usual: [
    [1, 2],
    [3, 4, 5],
    [2, 4],
  ],
  'no groups': [],
  'groups of nobody': [[], []],
  'one group': [[1, 2, 4]],
  'one person each': [[1], [2], [4]],
  'all constant': [
    [0.1, 0.1],
    [0.1, 0.1],
  ],
  'the same answers in each group': [
    [1, 3],
    [1, 3],
  ],
  'constant within groups': [
    [1, 1],
    [2, 2],
    [4, 4],
  ],
  'all NaN': [[NaN, NaN], [NaN]],
  'one NaN': [
    [1, NaN],
    [3, 4],
    [2, 4],
  ],
  'answers times 1e150': [
    [1e150, 2e150],
    [3e150, 4e150, 5e150],
    [2e150, 4e150],
  ],
  'answers times 1e-150': [
    [1e-150, 2e-150],
    [3e-150, 4e-150, 5e-150],
    [2e-150, 4e-150],
  ],
} satisfies Record<string, number[][]>;
const momentsOfGroups = (found: readonly (readonly number[])[]) => found.map((answers) => momentsOfColumns([answers]));
const threeGroups = { n: 7, groups: 3, meanSize: 7 / 3, weightedSize: 16 / 7 };
const ofGroups: Record<
  string,
  [of: (found: Columns) => unknown, row: Readonly<Record<keyof typeof groups, ExpectedAnswer>>]
> = {
  oneWayMeanSquaresOf: [
    (found) => room.oneWayMeanSquaresOf(momentsOfGroups(found)),
    {
      usual: { ...threeGroups, between: 3.75, within: 1.125 },
      'no groups': { n: 0, groups: 0 },
      'groups of nobody': { n: 0, groups: 0 },
      'one group': { n: 3, groups: 1, within: 7 / 3, meanSize: 3 },
      'one person each': { n: 3, groups: 3, between: 7 / 3, meanSize: 1, weightedSize: 1 },
      'all constant': { n: 4, groups: 2, between: 0, within: 0, meanSize: 2, weightedSize: 2 },
      'the same answers in each group': { n: 4, groups: 2, between: 0, within: 2, meanSize: 2, weightedSize: 2 },
      'constant within groups': { n: 6, groups: 3, between: 14 / 3, within: 0, meanSize: 2, weightedSize: 2 },
      'all NaN': { n: 3, groups: 2, meanSize: 1.5, weightedSize: 4 / 3 },
      'one NaN': { n: 6, groups: 3, meanSize: 2, weightedSize: 2 },
      'answers times 1e150': { ...threeGroups, between: 3.75e300, within: 1.125e300 },
      'answers times 1e-150': { ...threeGroups, between: 3.75e-300, within: 1.125e-300 },
    },
  ],
  groupIntraclassCorrelations: [
    (found) => room.groupIntraclassCorrelations(room.oneWayMeanSquaresOf(momentsOfGroups(found))),
    {
      usual: 'figures',
      'no groups': NaN,
      'groups of nobody': NaN,
      'one group': NaN,
      'one person each': NaN,
      'all constant': { df1: 1, df2: 2 },
      'the same answers in each group': { icc1: -1, icc1OfMeanSize: -1, f: 0, df1: 1, df2: 2, p: 1 },
      'constant within groups': { '*': 1, f: Infinity, df1: 2, df2: 3, p: 0 },
      'all NaN': { df1: 1, df2: 1 },
      'one NaN': { df1: 2, df2: 3 },
      'answers times 1e150': 'as usual',
      'answers times 1e-150': 'as usual',
    },
  ],
  'groupIntraclassIntervals, limits': [
    (found) => {
      const { icc1, icc2 } = room.groupIntraclassIntervals(room.oneWayMeanSquaresOf(momentsOfGroups(found)));
      return { lower1: icc1.lower, upper1: icc1.upper, lower2: icc2.lower, upper2: icc2.upper };
    },
    {
      usual: 'figures',
      'no groups': NaN,
      'groups of nobody': NaN,
      'one group': NaN,
      'one person each': NaN,
      'all constant': NaN,
      'the same answers in each group': { lower1: -1, upper1: -1 },
      'constant within groups': 1,
      'all NaN': NaN,
      'one NaN': NaN,
      'answers times 1e150': 'as usual',
      'answers times 1e-150': 'as usual',
    },
  ],
};

describe.each(Object.entries(ofGroups))('%s', (_, [of, row]) => {
  test.each(Object.keys(groups) as (keyof typeof groups)[])('%s', (situation) => {
    expectAnswer(
      () => of(groups[situation]),
      row[situation],
      () => of(groups.usual),
    );
  });
});

/** Units by ratings. Of the usual ones 5 of 6 pairs agree in the shares 1/2, 1/2. */
const units = {
  usual: [
    [1, 1],
    [1, 2],
    [2, 2],
  ],
  'no units': [],
  'one unit': [[1, 2]],
  'one rating each': [[1], [2]],
  'all ratings alike': [
    [2, 2],
    [2, 2],
  ],
  'all NaN': [
    [NaN, NaN],
    [NaN, NaN],
  ],
  'one NaN': [
    [1, 1],
    [1, 2],
    [2, 2],
    [2, NaN],
  ],
  'perfect agreement': [
    [1, 1],
    [2, 2],
    [3, 3],
  ],
  'ratings times 1e150': [
    [1e150, 1e150],
    [1e150, 2e150],
    [2e150, 2e150],
  ],
  'ratings times 1e-150': [
    [1e-150, 1e-150],
    [1e-150, 2e-150],
    [2e-150, 2e-150],
  ],
} satisfies Record<string, number[][]>;
type UnitRow = Readonly<Record<keyof typeof units, ExpectedAnswer>>;
const metrics = ['nominal', 'ordinal', 'interval', 'ratio'] as const;
const patternsOf: UnitRow = {
  usual: {
    'patterns.0.ratings': 1,
    'patterns.1.ratings.0': 1,
    'patterns.1.ratings.1': 2,
    'patterns.2.ratings': 2,
    'patterns.0.units': 1,
    'patterns.1.units': 1,
    'patterns.2.units': 1,
  },
  'no units': {},
  'one unit': { 'patterns.0.ratings.0': 1, 'patterns.0.ratings.1': 2, 'patterns.0.units': 1 },
  'one rating each': { 'patterns.0.ratings': 1, 'patterns.1.ratings': 2, 'patterns.0.units': 1, 'patterns.1.units': 1 },
  'all ratings alike': { 'patterns.0.ratings': 2, 'patterns.0.units': 2 },
  'all NaN': {},
  'one NaN': {
    'patterns.0.ratings': 1,
    'patterns.1.ratings.0': 1,
    'patterns.1.ratings.1': 2,
    'patterns.2.ratings': 2,
    'patterns.3.ratings': 2,
    'patterns.0.units': 1,
    'patterns.1.units': 1,
    'patterns.2.units': 1,
    'patterns.3.units': 1,
  },
  'perfect agreement': {
    'patterns.0.ratings': 1,
    'patterns.1.ratings': 2,
    'patterns.2.ratings': 3,
    'patterns.0.units': 1,
    'patterns.1.units': 1,
    'patterns.2.units': 1,
  },
  'ratings times 1e150': {
    'patterns.0.ratings': 1e150,
    'patterns.1.ratings.0': 1e150,
    'patterns.1.ratings.1': 2e150,
    'patterns.2.ratings': 2e150,
    'patterns.0.units': 1,
    'patterns.1.units': 1,
    'patterns.2.units': 1,
  },
  'ratings times 1e-150': {
    'patterns.0.ratings': 1e-150,
    'patterns.1.ratings.0': 1e-150,
    'patterns.1.ratings.1': 2e-150,
    'patterns.2.ratings': 2e-150,
    'patterns.0.units': 1,
    'patterns.1.units': 1,
    'patterns.2.units': 1,
  },
};
const coincidences: UnitRow = {
  usual: { 'values.0': 1, 'values.1': 2, counts: 1, 'counts.0': 2, 'counts.3': 2 },
  'no units': {},
  'one unit': { 'values.0': 1, 'values.1': 2, counts: 0, 'counts.1': 1, 'counts.2': 1 },
  'one rating each': {},
  'all ratings alike': { values: 2, counts: 4 },
  'all NaN': {},
  'one NaN': { 'values.0': 1, 'values.1': 2, counts: 1, 'counts.0': 2, 'counts.3': 2 },
  'perfect agreement': {
    'values.0': 1,
    'values.1': 2,
    'values.2': 3,
    counts: 0,
    'counts.0': 2,
    'counts.4': 2,
    'counts.8': 2,
  },
  'ratings times 1e150': { 'values.0': 1e150, 'values.1': 2e150, counts: 1, 'counts.0': 2, 'counts.3': 2 },
  'ratings times 1e-150': { 'values.0': 1e-150, 'values.1': 2e-150, counts: 1, 'counts.0': 2, 'counts.3': 2 },
};
const noDraw = { usable: 0, draws: 50 };
const ofUnits: Record<string, [of: (rows: Columns) => unknown, row: UnitRow]> = {
  ratingPatternsOf: [(rows) => ({ patterns: room.ratingPatternsOf(rows) }), patternsOf],
  addToRatingPatterns: [
    (rows) => ({ patterns: rows.reduce<room.RatingPatterns>(room.addToRatingPatterns, room.emptyRatingPatterns) }),
    patternsOf,
  ],
  mergeRatingPatterns: [
    (rows) => ({
      patterns: room.mergeRatingPatterns(room.ratingPatternsOf(rows.slice(0, 1)), room.ratingPatternsOf(rows.slice(1))),
    }),
    patternsOf,
  ],
  coincidencesOf: [(rows) => room.coincidencesOf(room.ratingPatternsOf(rows)), coincidences],
  mergeCoincidences: [
    (rows) => {
      const [first, rest] = [rows.slice(0, 1), rows.slice(1)].map((part) =>
        room.coincidencesOf(room.ratingPatternsOf(part)),
      );
      return room.mergeCoincidences(first!, rest!);
    },
    coincidences,
  ],
  fleissKappa: [
    (rows) => {
      const { n, raters: m, observed, expected, kappa } = room.fleissKappa(room.ratingPatternsOf(rows));
      return { n, m, observed, expected, kappa };
    },
    {
      usual: { n: 3, m: 2, observed: 2 / 3, expected: 1 / 2, kappa: 1 / 3 },
      'no units': { n: 0 },
      'one unit': { n: 1, m: 2, observed: 0, expected: 1 / 2, kappa: -1 },
      'one rating each': { n: 2 },
      'all ratings alike': { n: 2 },
      'all NaN': { n: 0 },
      'one NaN': { n: 4 },
      'perfect agreement': { n: 3, m: 2, observed: 1, expected: 1 / 3, kappa: 1 },
      'ratings times 1e150': { n: 3, m: 2, observed: 2 / 3, expected: 1 / 2, kappa: 1 / 3 },
      'ratings times 1e-150': { n: 3, m: 2, observed: 2 / 3, expected: 1 / 2, kappa: 1 / 3 },
    },
  ],
  'fleissKappa, errors and limits': [
    (rows) => {
      const { standardError, nullStandardError, lower, upper } = room.fleissKappa(room.ratingPatternsOf(rows));
      return { standardError, nullStandardError, lower, upper };
    },
    {
      usual: 'figures',
      'no units': NaN,
      'one unit': { nullStandardError: 1 }, // one unit has no spread to judge by
      'one rating each': NaN,
      'all ratings alike': NaN,
      'all NaN': NaN,
      'one NaN': NaN,
      'perfect agreement': { standardError: 0, nullStandardError: Math.sqrt(1 / 6), lower: 1, upper: 1 },
      'ratings times 1e150': 'as usual',
      'ratings times 1e-150': 'as usual',
    },
  ],
  krippendorffAlpha: [
    (rows) => metrics.map((metric) => room.krippendorffAlpha(room.coincidencesOf(room.ratingPatternsOf(rows)), metric)),
    {
      usual: 4 / 9,
      'no units': NaN,
      'one unit': 0,
      'one rating each': NaN,
      'all ratings alike': NaN,
      'all NaN': NaN,
      'one NaN': 4 / 9, // the unit with one rating has no part in it
      'perfect agreement': 1,
      'ratings times 1e150': 4 / 9,
      'ratings times 1e-150': 4 / 9,
    },
  ],
  krippendorffBootstrap: [
    (rows) =>
      room.krippendorffBootstrap(room.ratingPatternsOf(rows), 'interval', { random: seededRandom(1), draws: 50 }),
    {
      usual: 'figures',
      'no units': noDraw,
      'one unit': { lower: 0, upper: 0, usable: 50, draws: 50 },
      'one rating each': noDraw,
      'all ratings alike': noDraw,
      'all NaN': noDraw,
      'one NaN': 'as usual',
      'perfect agreement': 'figures',
      'ratings times 1e150': 'as usual',
      'ratings times 1e-150': 'as usual',
    },
  ],
};

describe.each(Object.entries(ofUnits))('%s', (_, [of, row]) => {
  test.each(Object.keys(units) as (keyof typeof units)[])('%s', (situation) => {
    expectAnswer(
      () => of(units[situation]),
      row[situation],
      () => of(units.usual),
    );
  });
});

/** Pairs of codes 1 and 2 by two raters. Of the usual ones 3 of 4 agree, and 1/2 by chance. */
const pairs = {
  usual: [
    [1, 1, 2, 2],
    [1, 1, 2, 1],
  ],
  nobody: [[], []],
  'one pair, agreed': [[1], [1]],
  'one pair, not agreed': [[1], [2]],
  'both constant, alike': [
    [2, 2, 2],
    [2, 2, 2],
  ],
  'both constant, not alike': [
    [1, 1, 1],
    [2, 2, 2],
  ],
  'one of them constant': [
    [1, 2, 2, 1],
    [2, 2, 2, 2],
  ],
  'perfect agreement': [
    [1, 2, 2],
    [1, 2, 2],
  ],
  'all NaN': [
    [NaN, NaN],
    [NaN, NaN],
  ],
  'one NaN': [
    [1, NaN],
    [1, 2],
  ],
  'a code of 1e150': [
    [1, 1e150],
    [1, 2],
  ],
} satisfies Record<string, number[][]>;
type PairRow = Readonly<Record<keyof typeof pairs, ExpectedAnswer>>;
const tables: PairRow = {
  usual: { 0: 2, 1: 0, 2: 1, 3: 1 },
  nobody: 0,
  'one pair, agreed': { 0: 1, '*': 0 },
  'one pair, not agreed': { 1: 1, '*': 0 },
  'both constant, alike': { 3: 3, '*': 0 },
  'both constant, not alike': { 1: 3, '*': 0 },
  'one of them constant': { 1: 2, 3: 2, '*': 0 },
  'perfect agreement': { 0: 1, 3: 2, '*': 0 },
  'all NaN': RangeError,
  'one NaN': RangeError,
  'a code of 1e150': RangeError,
};
const point = (kappa: number) => ({ kappa, standardError: 0, lower: kappa, upper: kappa });
const ofPairs: Record<string, [of: (columns: Columns) => unknown, row: PairRow]> = {
  contingencyTableOf: [([a, b]) => room.contingencyTableOf(a!, b!, [1, 2]).counts, tables],
  addToContingencyTable: [
    ([a, b]) => {
      const add = (table: room.ContingencyTable, i: number) => room.addToContingencyTable(table, a![i]!, b![i]!);
      return [...a!.keys()].reduce(add, room.emptyContingencyTable([1, 2])).counts;
    },
    tables,
  ],
  mergeContingencyTables: [
    ([a, b]) => {
      const first = room.contingencyTableOf(a!.slice(0, 1), b!.slice(0, 1), [1, 2]);
      return room.mergeContingencyTables(first, room.contingencyTableOf(a!.slice(1), b!.slice(1), [1, 2])).counts;
    },
    tables,
  ],
  cohenKappa: [
    ([a, b]) => {
      const { kappa, standardError, lower, upper } = room.cohenKappa(room.contingencyTableOf(a!, b!, [1, 2]));
      return { kappa, standardError, lower, upper };
    },
    {
      usual: { kappa: 0.5, standardError: 0.375, lower: 0.5 - 0.375 * 1.959963984540054, upper: 1 },
      nobody: NaN,
      'one pair, agreed': NaN,
      'one pair, not agreed': point(0),
      'both constant, alike': NaN,
      'both constant, not alike': point(0),
      'one of them constant': { kappa: 0, standardError: 0, lower: 0, upper: 0 },
      'perfect agreement': point(1),
      'all NaN': RangeError,
      'one NaN': RangeError,
      'a code of 1e150': RangeError,
    },
  ],
};

describe.each(Object.entries(ofPairs))('%s', (_, [of, row]) => {
  test.each(Object.keys(pairs) as (keyof typeof pairs)[])('%s', (situation) => {
    expectAnswer(() => of(pairs[situation]), row[situation]);
  });
});

describe('fisherInterval', () => {
  const rows: [r: number, n: number, expected: ExpectedAnswer][] = [
    [NaN, 50, NaN],
    [0.5, NaN, NaN],
    [0.5, 3, NaN],
    [1.5, 50, NaN],
    [-1.5, 50, NaN],
    [1 + 1e-15, 50, 1],
    [-1, 50, -1],
    [0.5, 1e150, 0.5],
    [1e-150, 4, { lower: Math.tanh(-1.959963984540054), upper: Math.tanh(1.959963984540054) }],
  ];
  test.each(rows)('of %d over %d pairs', (r, n, expected) => expectAnswer(() => room.fisherInterval(r, n), expected));
});

test('a table says that codes cannot be twice or NaN, and that kappa needs the same codes on both sides', () => {
  for (const codes of [[1, 1], [NaN]]) expect(() => room.emptyContingencyTable(codes)).toThrow(RangeError);
  expect(() => room.cohenKappa(room.emptyContingencyTable([1, 2], [1]))).toThrow(RangeError);
  expectAnswer(() => room.cohenKappa(room.emptyContingencyTable([])), { n: 0 });
  expect(() => room.mergeContingencyTables(room.emptyContingencyTable([1]), room.emptyContingencyTable([2]))).toThrow(
    RangeError,
  );
});

const members = {
  usual: [x, y],
  nobody: [[], []],
  'one member': [[1], [2]],
  'all alike': [all(3), all(3)],
  'all NaN': [all(NaN), all(NaN)],
  'one NaN': [x, y.map((value, i) => (i === 2 ? NaN : value))],
  'answers times 1e150': [x, y].map(times(1e150)),
  'answers times 1e-150': [x, y].map(times(1e-150)),
} satisfies Record<string, number[][]>;
const halves = ['a', 'a', 'a', 'a', 'b', 'b', 'b'];

/** Each item has variance 2 over the seven members; of their halves the variances are 5/3 and 7/3. */
const ofMembers: Record<string, [(columns: Columns) => unknown, Record<keyof typeof members, ExpectedAnswer>]> = {
  withinGroupAgreement: [
    (columns) => {
      const { rwg, rwgStar } = room.withinGroupAgreement(momentsOfColumns(columns), 4);
      return { rwg, rwgStar };
    },
    {
      usual: { rwg: 2 / 3, rwgStar: 0.5 },
      nobody: NaN,
      'one member': NaN,
      'all alike': 1,
      'all NaN': NaN,
      'one NaN': NaN,
      'answers times 1e150': { rwg: 0, rwgStar: -5e299 },
      'answers times 1e-150': 1,
    },
  ],
  averageDeviation: [
    (columns) => room.averageDeviation(columns.map((column) => categoryCountsOf(column))).aboutMedian,
    {
      usual: 8 / 7,
      nobody: NaN,
      'one member': NaN,
      'all alike': 0,
      'all NaN': NaN,
      'one NaN': (8 / 7 + 7 / 6) / 2,
      'answers times 1e150': (8 / 7) * 1e150,
      'answers times 1e-150': (8 / 7) * 1e-150,
    },
  ],
  awg: [
    (columns) => room.awg(momentsOfColumns(columns), 1, 5),
    {
      usual: 1 - (2 * 12) / (2 * 2 * 7),
      nobody: NaN,
      'one member': NaN,
      'all alike': 1,
      'all NaN': NaN,
      'one NaN': NaN,
      // beyond the range of the response scale there is no room to vary in
      'answers times 1e150': NaN,
      'answers times 1e-150': NaN,
    },
  ],
  randomGroupResampling: [
    (columns) => room.randomGroupResampling(columns[0]!, halves.slice(0, columns[0]!.length), { draws: 5 }).observed,
    {
      usual: (5 / 3 + 7 / 3) / 2,
      nobody: NaN,
      'one member': NaN,
      'all alike': 0,
      'all NaN': NaN,
      'one NaN': (5 / 3 + 7 / 3) / 2,
      'answers times 1e150': 2e300,
      'answers times 1e-150': 2e-300,
    },
  ],
};

describe.each(Object.entries(ofMembers))('%s', (_, [of, row]) => {
  test.each(Object.keys(members) as (keyof typeof members)[])('%s', (situation) => {
    expectAnswer(() => of(members[situation]), row[situation]);
  });
});

test.each<[string, () => unknown, ExpectedAnswer]>([
  ['groupMeanReliability', () => room.groupMeanReliability(NaN, 5), NaN],
  ['groupMeanReliability', () => room.groupMeanReliability(0, 5), 0],
  ['groupMeanReliability', () => room.groupMeanReliability(1, 1e150), 1],
  ['groupMeanReliability', () => room.groupMeanReliability(0.5, 0), RangeError],
  ['nullVariance', () => room.nullVariance(NaN), RangeError],
  ['nullVariance', () => room.nullVariance([0, 0]), RangeError],
  ['nullVariance', () => room.nullVariance([1, 0, 0]), 0],
])('%s in odd places', (_, of, expected) => expectAnswer(of, expected));

test('nothing to judge by: the verdict says so', () => {
  expect(room.aggregationVerdict([], { p: NaN, icc2: NaN }).verdict).toBe('cannot-say');
  expect(room.aggregationVerdict([NaN], { p: 0.01, icc2: 1 }).verdict).toBe('cannot-say');
});

test('every function of the room is in the grid', () => {
  const inGrid = [ofRaters, ofGroups, ofUnits, ofPairs].flatMap((grid) => Object.keys(grid));
  const functions = Object.entries(room).flatMap(([name, value]) => (typeof value === 'function' ? [name] : []));
  const named = new Set([...inGrid, ...Object.keys(ofMembers)].map((name) => name.split(',')[0]!));
  expect(
    new Set([
      ...named,
      'fisherInterval',
      'emptyContingencyTable',
      'groupMeanReliability',
      'nullVariance',
      'aggregationVerdict',
    ]),
  ).toEqual(new Set(functions));
});
