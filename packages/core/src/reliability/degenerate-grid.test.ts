import { type ExpectedAnswer, expectAnswer } from '@peerscale/test-utils';
import { describe, expect, test } from 'vitest';
import {
  emMoments,
  groupedMomentsOfColumns,
  levelCovariances,
  type Moments,
  momentsOfColumns,
  momentsOfPairs,
  pairwiseMomentsOfColumns,
  responsePatternsOfColumns,
} from '../moments/index.ts';
import * as room from './index.ts';

/*
 * What every figure of this room says where there is little or nothing to say. The usual items are x, y, z with co-moments
 * 12, 10, 12, 10, 7, 12 over seven respondents, so that the answers below can be worked out by hand.
 */
const x = [1, 2, 3, 4, 5, 2, 4];
const y = [2, 2, 4, 4, 5, 1, 3];
const z = [1, 3, 2, 5, 4, 2, 4];
const usual = [x, y, z];
const all = (value: number) => x.map(() => value);
const times = (unit: number) => (column: readonly number[]) => column.map((value) => value * unit);
const plus = (a: readonly number[], b: readonly number[]) => a.map((value, i) => value + b[i]!);

/** Where no reliability exists, whichever the figure: NaN unless a row says otherwise. */
const silent = {
  nobody: [[], [], []],
  'one respondent': [[1], [2], [3]],
  'all items constant': [all(0.1), all(0.3), all(0.7)],
  'one NaN among the answers': [x, y, z.map((value, i) => (i === 2 ? NaN : value))],
} satisfies Record<string, number[][]>;
/** Where the answer is different from figure to figure: every row says it. */
const telling = {
  'one item': [x],
  'a constant item': [x, y, all(3)],
  'a sum that is the same for everybody': [x, x.map((value) => 6 - value)],
  'multiples of one item': [x, times(2)(x), times(3)(x)],
  'an item that is the sum of the others': [x, y, plus(x, y)],
} satisfies Record<string, number[][]>;
/** What does not matter: as usual unless a row says otherwise. */
const indifferent = {
  'answers times 1e150': usual.map(times(1e150)),
  'answers times 1e-150': usual.map(times(1e-150)),
} satisfies Record<string, number[][]>;

type Silent = keyof typeof silent | 'all missing, pairwise' | 'all missing, maximum likelihood';
type Row = Readonly<
  Record<keyof typeof telling, ExpectedAnswer> & Partial<Record<Silent | keyof typeof indifferent, ExpectedAnswer>>
>;

const missing = usual.map(() => all(NaN));
const momentsIn: Record<keyof Row, Moments> = {
  ...(Object.fromEntries(
    Object.entries({ ...silent, ...telling, ...indifferent }).map(([name, columns]) => [
      name,
      momentsOfColumns(columns),
    ]),
  ) as Record<keyof typeof silent | keyof typeof telling | keyof typeof indifferent, Moments>),
  'all missing, pairwise': momentsOfPairs(pairwiseMomentsOfColumns(missing)),
  'all missing, maximum likelihood': emMoments(responsePatternsOfColumns(missing)),
};

const fallback = (situation: string): ExpectedAnswer => (situation in indifferent ? 'as usual' : NaN);

// the correlation of x and y with their sum, and twice the reliability step for it
const q = 22 / Math.sqrt(12 * 44);
const none: Record<keyof typeof telling, ExpectedAnswer> = {
  'one item': NaN,
  'a constant item': NaN,
  'a sum that is the same for everybody': NaN,
  'multiples of one item': NaN,
  'an item that is the sum of the others': NaN,
};

/** Guttman's bounds by their definition, from the off-diagonal entries of one triangle and those of the best item. */
function bounds(entries: readonly number[], ofBestItem: readonly number[], total: number) {
  const squares = (values: readonly number[]) => values.reduce((sum, value) => sum + value * value, 0);
  const apart = 2 * entries.reduce((sum, value) => sum + value, 0);
  return {
    lambda1: apart / total,
    lambda2: (apart + Math.sqrt(3 * squares(entries))) / total,
    lambda3: (1.5 * apart) / total,
    lambda5: (apart + 2 * Math.sqrt(squares(ofBestItem))) / total,
    lambda5Plus: (apart + 3 * Math.sqrt(squares(ofBestItem))) / total,
  };
}

/** ten Berge and Zegers' series by its definition. */
function mus(entries: readonly number[], total: number) {
  const p = (power: number) => 2 * entries.reduce((sum, value) => sum + value ** power, 0);
  const mu0 = 1.5 * p(1);
  const mu1 = p(1) + Math.sqrt(1.5 * p(2));
  const mu2 = p(1) + Math.sqrt(p(2) + Math.sqrt(1.5 * p(4)));
  const mu3 = p(1) + Math.sqrt(p(2) + Math.sqrt(p(4) + Math.sqrt(1.5 * p(8))));
  return Object.fromEntries([mu0, mu1, mu2, mu3].map((mu, i) => [i, mu / total]));
}

/** Reliability of the whole from the correlation of one item with the two others, by Horst's quotient. */
function horst(r: number) {
  const pq = 2 / 9;
  return (Math.sqrt(r ** 4 + 4 * r * r * (1 - r * r) * pq) - r * r) / (2 * pq * (1 - r * r));
}
const stepUp = (r: number) => (2 * r) / (1 + r);

const split = (m: Moments, matrix: room.ItemMatrix = 'covariance') => {
  const { splits, flanaganRulon, spearmanBrown } = room.splitHalves(m, { matrix });
  const short = ({ maximum, mean, minimum }: room.SplitSummary) => ({ maximum, mean, minimum });
  return { splits, flanaganRulon: short(flanaganRulon), spearmanBrown: short(spearmanBrown) };
};
const noSplits: Partial<Row> = Object.fromEntries(
  [...Object.keys(silent), 'all missing, pairwise', 'all missing, maximum likelihood', 'one item'].map((name) => [
    name,
    { splits: 0 },
  ]),
);

/** Figures that read moments: the name is that of the function, with a remark behind a comma. */
const ofMoments: Record<string, [of: (moments: Moments) => unknown, row: Row]> = {
  cronbachAlpha: [
    room.cronbachAlpha,
    {
      ...none,
      'a constant item': 15 / 22,
      'multiples of one item': 11 / 12,
      'an item that is the sum of the others': 81 / 88,
    },
  ],
  alphaStandardError: [
    room.alphaStandardError,
    {
      ...none,
      'a constant item': Math.sqrt((18 * 352) / (4 * 44 ** 3) / 7),
      'multiples of one item': 0,
      'an item that is the sum of the others': Math.sqrt((18 * 1408) / (4 * 176 ** 3) / 7),
    },
  ],
  guttmanLambda6: [room.guttmanLambda6, none],
  guttmanLambdas: [
    room.guttmanLambdas,
    {
      ...none,
      'a constant item': bounds([10, 0, 0], [10, 0], 44),
      'multiples of one item': bounds([24, 36, 72], [36, 72], 432),
      'an item that is the sum of the others': bounds([10, 22, 22], [22, 22], 176),
    },
  ],
  'guttmanLambdas, of correlations': [
    (m) => room.guttmanLambdas(m, 'correlation'),
    {
      ...none,
      'multiples of one item': bounds([1, 1, 1], [1, 1], 9),
      'an item that is the sum of the others': bounds([10 / 12, q, q], [q, q], 3 + 20 / 12 + 4 * q),
    },
  ],
  averageInterItemCorrelation: [
    room.averageInterItemCorrelation,
    {
      ...none,
      'a sum that is the same for everybody': -1,
      'multiples of one item': 1,
      'an item that is the sum of the others': (10 / 12 + 2 * q) / 3,
    },
  ],
  medianInterItemCorrelation: [
    room.medianInterItemCorrelation,
    {
      ...none,
      'a sum that is the same for everybody': -1,
      'multiples of one item': 1,
      'an item that is the sum of the others': q,
    },
  ],
  varianceOfInterItemCorrelations: [
    room.varianceOfInterItemCorrelations,
    { ...none, 'multiples of one item': 0, 'an item that is the sum of the others': (q - 10 / 12) ** 2 / 3 },
  ],
  itemTotalCorrelations: [
    room.itemTotalCorrelations,
    {
      'one item': { rawR: 1, stdR: 1 },
      'a constant item': { 'rawR.0': q, 'rawR.1': q, 'rDrop.0': 10 / 12, 'rDrop.1': 10 / 12 },
      'a sum that is the same for everybody': { rDrop: -1 },
      'multiples of one item': { rawR: 1, stdR: 1, rDrop: 1 },
      'an item that is the sum of the others': {
        rawR: q,
        'rawR.2': 1,
        stdR: q,
        'stdR.2': 1,
        rDrop: 32 / Math.sqrt(1200),
        'rDrop.2': 1,
      },
    },
  ],
  omegaTotal: [room.omegaTotal, none],
  'omegaTotal, minres': [
    (m) => room.omegaTotal(m, { method: 'minres', variance: 'unexplained' }),
    {
      ...none,
      // every item at the smallest uniqueness, 0.005 of its variance
      'multiples of one item': 1 - (0.005 * 168) / 432,
      'an item that is the sum of the others': 'figures',
    },
  ],
  signalToNoise: [
    room.signalToNoise,
    {
      ...none,
      'a sum that is the same for everybody': -1,
      'an item that is the sum of the others': (10 / 12 + 2 * q) / (1 - (10 / 12 + 2 * q) / 3),
    },
  ],
  splitHalf: [
    (m) => room.splitHalf(m, [0]),
    {
      ...none,
      'one item': RangeError,
      'a constant item': {
        correlation: 10 / 12,
        spearmanBrown: stepUp(10 / 12),
        horst: horst(10 / 12),
        flanaganRulon: 40 / 44,
      },
      'multiples of one item': { correlation: 1, spearmanBrown: 1, horst: 1, flanaganRulon: (4 * 60) / 432 },
      'an item that is the sum of the others': {
        correlation: 32 / Math.sqrt(1200),
        spearmanBrown: stepUp(32 / Math.sqrt(1200)),
        horst: horst(32 / Math.sqrt(1200)),
        flanaganRulon: (4 * 32) / 176,
      },
    },
  ],
  splitHalves: [
    split,
    {
      ...noSplits,
      'one item': { splits: 0 },
      // the constant alone is one half of one split
      'a constant item': {
        splits: 3,
        'flanaganRulon.maximum': 40 / 44,
        'flanaganRulon.mean': 80 / 132,
        'flanaganRulon.minimum': 0,
      },
      'a sum that is the same for everybody': { splits: 0 },
      'multiples of one item': {
        splits: 3,
        'flanaganRulon.maximum': (4 * 108) / 432,
        'flanaganRulon.mean': (4 * (60 + 96 + 108)) / 3 / 432,
        'flanaganRulon.minimum': (4 * 60) / 432,
        spearmanBrown: 1,
      },
      'an item that is the sum of the others': {
        splits: 3,
        'flanaganRulon.maximum': 1,
        'flanaganRulon.mean': (4 * (32 + 32 + 44)) / 3 / 176,
        'flanaganRulon.minimum': (4 * 32) / 176,
        'spearmanBrown.maximum': 1,
        'spearmanBrown.mean': (1 + 2 * stepUp(32 / Math.sqrt(1200))) / 3,
        'spearmanBrown.minimum': stepUp(32 / Math.sqrt(1200)),
      },
    },
  ],
  squaredMultipleCorrelations: [room.squaredMultipleCorrelations, { ...none, 'one item': 0 }],
  standardizedAlpha: [
    room.standardizedAlpha,
    {
      ...none,
      'multiples of one item': 1,
      'an item that is the sum of the others': (10 / 12 + 2 * q) / (1 + (2 / 3) * (10 / 12 + 2 * q)),
    },
  ],
  tenBergeMu: [
    room.tenBergeMu,
    {
      ...none,
      'a constant item': mus([10, 0, 0], 44),
      'multiples of one item': mus([24, 36, 72], 432),
      'an item that is the sum of the others': mus([10, 22, 22], 176),
    },
  ],
};

describe.each(Object.entries(ofMoments))('%s', (_, [of, row]) => {
  test.each(Object.keys(momentsIn) as (keyof Row)[])('%s', (situation) => {
    expectAnswer(
      () => of(momentsIn[situation]),
      row[situation] ?? fallback(situation),
      () => of(momentsOfColumns(usual)),
    );
  });
});

describe('items scored 0 and 1', () => {
  const a = [0, 0, 1, 1, 1, 1];
  const b = [0, 1, 0, 1, 1, 1];
  const c = [0, 0, 0, 1, 1, 1];
  const one = a.map(() => 1);
  const cases: [name: string, columns: number[][], kr20: ExpectedAnswer, kr21: ExpectedAnswer][] = [
    ['nobody', [[], [], []], NaN, NaN],
    ['one respondent', [[1], [0], [1]], NaN, NaN],
    ['one item', [a], NaN, NaN],
    ['a constant item', [a, b, one], 0.3, 0.1],
    ['all items constant', [one, one, one], NaN, NaN],
    ['a sum that is the same for everybody', [a, a.map((value) => 1 - value)], NaN, NaN],
    ['the same item twice', [a, a], 1, 1],
    ['one NaN among the answers', [a, b, c.map((value, i) => (i === 2 ? NaN : value))], NaN, NaN],
    ['all missing', [a, b].map((column) => column.map(() => NaN)), NaN, NaN],
    ['answers times 1e150 are not 0 and 1', [a, b, c].map(times(1e150)), NaN, NaN],
    ['answers times 1e-150 are not 0 and 1', [a, b, c].map(times(1e-150)), NaN, NaN],
    ['codes 1 and 2', [plus(a, one), plus(b, one)], NaN, NaN],
  ];
  test.each(cases)('%s', (_, columns, kr20, kr21) => {
    expectAnswer(() => room.kr20(momentsOfColumns(columns)), kr20);
    expectAnswer(() => room.kr21(momentsOfColumns(columns)), kr21);
  });

  test('an item that one respondent of many misses, its mean rounded', () => {
    const n = 100_000_000;
    const moments: Moments = {
      missing: 'listwise',
      n,
      means: Float64Array.of(1 - 1 / n + Number.EPSILON, 0.5),
      comoments: Float64Array.of((n - 1) / n, -0.5, n / 4),
    };
    expect(room.kr20(moments)).not.toBeNaN();
  });
});

const seeded = { seed: 20261122, draws: 100 };
const noInterval = { usable: 0, draws: 100 };
/** Figures that read columns, because they draw or leave out respondents. */
const ofColumns: Record<
  string,
  [of: (columns: readonly number[][]) => unknown, row: Partial<Record<string, ExpectedAnswer>>]
> = {
  alphaBootstrapInterval: [
    (columns) => room.alphaBootstrapInterval(columns, seeded),
    {
      nobody: noInterval,
      'one respondent': noInterval,
      'all items constant': noInterval,
      'one NaN among the answers': noInterval,
      'one item': noInterval,
      'a constant item': 'figures',
      'a sum that is the same for everybody': noInterval,
      // every sample has the same alpha: nothing to accelerate
      'multiples of one item': { estimate: 11 / 12, standardError: 0, usable: 100, draws: 100 },
      'an item that is the sum of the others': 'figures',
    },
  ],
  bootstrapInterval: [
    (columns) => room.bootstrapInterval(room.cronbachAlpha, columns, { ...seeded, method: 'percentile' }),
    {
      nobody: noInterval,
      'one respondent': noInterval,
      'all items constant': noInterval,
      'one NaN among the answers': noInterval,
      'one item': noInterval,
      'a constant item': 'figures',
      'a sum that is the same for everybody': noInterval,
      'multiples of one item': { '*': 11 / 12, standardError: 0, usable: 100, draws: 100 },
      'an item that is the sum of the others': 'figures',
    },
  ],
  bootstrapReplicates: [
    (columns) => room.bootstrapReplicates(room.cronbachAlpha, columns, 20, 7),
    {
      'one item': NaN,
      'a constant item': 'figures',
      'a sum that is the same for everybody': NaN,
      'multiples of one item': 11 / 12,
      'an item that is the sum of the others': 'figures',
    },
  ],
  jackknifeReplicates: [
    (columns) => room.jackknifeReplicates(room.cronbachAlpha, columns),
    {
      nobody: {},
      'one respondent': { counts: 1 },
      'all items constant': { counts: 7 },
      'one NaN among the answers': {},
      'one item': { 'counts.0': 1, 'counts.1': 2, 'counts.2': 1, 'counts.3': 2, 'counts.4': 1 },
      'a constant item': 'figures',
      'a sum that is the same for everybody': {
        'counts.0': 1,
        'counts.1': 2,
        'counts.2': 1,
        'counts.3': 2,
        'counts.4': 1,
      },
      'multiples of one item': {
        '*': 11 / 12,
        'counts.0': 1,
        'counts.1': 2,
        'counts.2': 1,
        'counts.3': 2,
        'counts.4': 1,
      },
      'an item that is the sum of the others': 'figures',
    },
  ],
  twoLevelAlpha: [
    (columns) => room.twoLevelAlpha(levels(columns)),
    {
      'one item': NaN,
      'a constant item': 'figures',
      'a sum that is the same for everybody': NaN,
      'multiples of one item': 'figures',
      'an item that is the sum of the others': 'figures',
    },
  ],
  twoLevelOmega: [
    (columns) => {
      const found = levels(columns);
      const scale = Math.sqrt(found.within[0]!);
      const loadings = columns.map(() => 0.7 * scale); // in the metric of the items
      return room.twoLevelOmega(found, loadings, loadings);
    },
    {
      'one item': 'figures',
      'a constant item': 'figures',
      'a sum that is the same for everybody': NaN,
      'multiples of one item': 'figures',
      'an item that is the sum of the others': 'figures',
    },
  ],
};
const levels = (columns: readonly number[][]) => {
  const groups = ['a', 'a', 'b', 'b', 'b', 'c', 'c'].slice(0, columns[0]!.length);
  return levelCovariances(groupedMomentsOfColumns(columns, groups));
};

describe.each(Object.entries(ofColumns))('%s', (_, [of, row]) => {
  const situations = { ...silent, ...telling, ...indifferent, 'all missing': missing };
  test.each(Object.entries(situations))('%s', (situation, columns) => {
    const expected = row[situation] ?? row[situation === 'all missing' ? 'one NaN among the answers' : ''];
    expectAnswer(
      () => of(columns),
      expected ?? fallback(situation),
      () => of(usual),
    );
  });
});

/** Figures of figures: what they say of arguments at and beyond their ends. */
const ofNumbers: Record<
  string,
  [of: (...args: never[]) => unknown, ...rows: [args: unknown[], expected: ExpectedAnswer][]]
> = {
  averageVarianceExtracted: [
    room.averageVarianceExtracted,
    [[[]], NaN],
    [[[NaN, 0.5]], NaN],
    [[[0, 0]], 0],
    [[[1, 1]], 1],
    [
      [
        [0, 0],
        [0, 0],
      ],
      NaN,
    ],
    [[[1.2, 0.5]], NaN],
    [
      [
        [1.2, 0.5],
        [-0.44, 0.75],
      ],
      1.69 / 2,
    ],
    [[[1.2], [-0.44]], NaN],
    [
      [
        [1e150, 1e150],
        [1e300, 1e300],
      ],
      0.5,
    ],
    [
      [
        [1e-150, 1e-150],
        [1e-300, 1e-300],
      ],
      0.5,
    ],
    [[[0.5], [0.5, 0.5]], RangeError],
  ],
  bcaInterval: [
    (replicates: number[], estimate: number, jackknife: number[]) =>
      room.bcaInterval(Float64Array.from(replicates), estimate, {
        values: Float64Array.from(jackknife),
        counts: Uint32Array.from(jackknife, () => 1),
      }),
    [[[], 0.5, [0.4, 0.6]], NaN],
    [[[0.4, 0.5, 0.6], NaN, [0.4, 0.6]], NaN],
    [[[0.4, 0.5, 0.6], 0.5, []], NaN],
    [[[0.4, 0.5, 0.6], 0.5, [0.5, 0.5]], NaN],
    [[[0.4, 0.5, 0.6], 0.5, [0.4, NaN]], NaN],
    [[[0.4, 0.5, 0.6], 0.9, [0.4, 0.6]], NaN],
    [[[NaN, 0.4, 0.5, 0.6, NaN], 0.5, [0.4, 0.6]], { lower: 0.4, upper: 0.6 }],
    [[[4e149, 5e149, 6e149], 5e149, [4e149, 6e149]], { lower: 4e149, upper: 6e149 }],
    [[[4e-150, 5e-150, 6e-150], 5e-150, [4e-150, 6e-150]], { lower: 4e-150, upper: 6e-150 }],
  ],
  bonettInterval: [
    room.bonettInterval,
    [[NaN, 100, 10], NaN],
    [[1, 100, 10], NaN],
    [[0.8, 2, 10], NaN],
    [[0.8, 100, 1], NaN],
    [[0.8, NaN, 10], NaN],
    [[-Infinity, 100, 10], NaN],
    [[0.8, 100, Infinity], NaN],
    [[-1e150, 100, 10], 'figures'],
    [[0.8, 1e150, 10], 0.8],
    [[0.8, 100, 10, { level: 1 }], RangeError],
  ],
  compositeReliability: [
    room.compositeReliability,
    [[[]], NaN],
    [[[NaN, 0.5]], NaN],
    [[[0, 0]], 0],
    [[[1, 1]], 1],
    [[[-0.5, 0.5]], 0],
    [
      [
        [0, 0],
        [0, 0],
      ],
      NaN,
    ],
    [[[1.2, 0.5]], NaN],
    [
      [
        [1.2, 0.5],
        [-0.44, 0.75],
      ],
      2.89 / 3.2,
    ],
    [[[1.2], [-0.44]], NaN],
    [
      [
        [1e150, 1e150],
        [1e300, 1e300],
      ],
      2 / 3,
    ],
    [
      [
        [1e-150, 1e-150],
        [1e-300, 1e-300],
      ],
      2 / 3,
    ],
    [[[0.5], [0.5, 0.5]], RangeError],
  ],
  duhachekIacobucciInterval: [
    room.duhachekIacobucciInterval,
    [[NaN, 0.03], NaN],
    [[0.8, NaN], NaN],
    [[0.8, -0.03], NaN],
    [[0.8, Infinity], NaN],
    [[0.8, 0], 0.8],
    [[0.8, 0.03, 0], RangeError],
  ],
  feldtInterval: [
    room.feldtInterval,
    [[NaN, 100, 10], NaN],
    [[1.5, 100, 10], NaN],
    [[-Infinity, 100, 10], NaN],
    [[1, 100, 10], 1],
    [[0.8, 1, 10], NaN],
    [[0.8, 100, 1], NaN],
    [[0.8, NaN, 10], NaN],
    [[-1e150, 100, 10], 'figures'],
    [[0.8, 1e150, 10], NaN],
    [[0.8, 100, 10, NaN], RangeError],
  ],
  itemsForReliability: [
    room.itemsForReliability,
    [[NaN, 5, 0.9], NaN],
    [[0, 5, 0.9], NaN],
    [[-0.5, 5, 0.9], NaN],
    [[1, 5, 0.9], NaN],
    [[0.7, 5, 1], NaN],
    [[0.7, 5, NaN], NaN],
    [[0.7, 5, 0.7], 5],
    [[0.7, 0, 0.9], RangeError],
  ],
  omegaOfModel: [
    (loadings: number[], uniquenesses: number[], matrix: number[]) =>
      (['implied', 'observed', 'unexplained'] as const).map((variance) =>
        room.omegaOfModel({ loadings, uniquenesses }, matrix, variance),
      ),
    [[[], [], []], NaN],
    [
      [
        [NaN, NaN, NaN],
        [NaN, NaN, NaN],
        [1, 0.5, 1, 0.5, 0.5, 1],
      ],
      NaN,
    ],
    [
      [
        [0.5, 0.5],
        [0.75, 0.75],
        [1, -1, 1],
      ],
      { 0: 1 / 2.5 },
    ], // a sum that does not vary
    [
      [
        [1, 1],
        [0, 0],
        [1, 1, 1],
      ],
      1,
    ],
    [
      [
        [5e149, 5e149],
        [7.5e299, 7.5e299],
        [1e300, 2.5e299, 1e300],
      ],
      0.4,
    ],
    [
      [
        [5e-151, 5e-151],
        [7.5e-301, 7.5e-301],
        [1e-300, 2.5e-301, 1e-300],
      ],
      0.4,
    ],
    [[[0.5, 0.5], [0.75, 0.75], [1]], RangeError],
  ],
  percentileInterval: [
    (replicates: number[], level?: number) => room.percentileInterval(Float64Array.from(replicates), level),
    [[[]], NaN],
    [[[NaN, NaN]], NaN],
    [[[0.7]], 0.7],
    [[[0.7, NaN, 0.7]], 0.7],
    [[[1e150, 2e150]], { lower: 1e150, upper: 2e150 }],
    [[[1e-150, 2e-150]], { lower: 1e-150, upper: 2e-150 }],
    [[[0.7], 1], RangeError],
  ],
  sampleSizeForAlpha: [
    room.sampleSizeForAlpha,
    [[NaN, 5, 0.1], NaN],
    [[1, 5, 0.1], NaN],
    [[-Infinity, 5, 0.1], NaN],
    [[-1e150, 5, 0.1], NaN],
    [[0.7, 1, 0.1], NaN],
    [[0.7, Infinity, 0.1], NaN],
    [[0.7, 5, 1e-150], NaN],
    [[0.7, 5, 1e150], { formula: 2, needed: 3 }],
    [[0.7, 5, 0], RangeError],
    [[0.7, 5, NaN], RangeError],
  ],
  smallestDetectableChange: [
    room.smallestDetectableChange,
    [[NaN], NaN],
    [[-1], NaN],
    [[0], 0],
    [[1e150], 2.771807648699354e150],
    [[2, 0], RangeError],
    [[2, NaN], RangeError],
    [[2, 1, 1], RangeError],
  ],
  spearmanBrown: [
    room.spearmanBrown,
    [[NaN, 2], NaN],
    [[0, 2], 0],
    [[1, 2], 1],
    [[-1, 2], NaN],
    [[-1 / 3, 4], NaN],
    [[-0.1, 11], NaN],
    [[Infinity, 2], NaN],
    [[0.5, 0], RangeError],
    [[0.5, NaN], RangeError],
  ],
  standardErrorOfMeasurement: [
    room.standardErrorOfMeasurement,
    [[5, NaN], NaN],
    [[NaN, 0.8], NaN],
    [[-5, 0.8], NaN],
    [[5, 1.1], NaN],
    [[5, 1], 0],
    [[0, 0.8], 0],
    [[1e150, 0.75], 5e149],
    [[1e-150, 0.75], 5e-151],
  ],
};

describe.each(Object.entries(ofNumbers))('%s', (_, [of, ...rows]) => {
  test.each(rows)('of %j', (args, expected) => {
    expectAnswer(() => of(...(Object.freeze(args) as never[])), expected);
  });
});

test('z-scores that add up to the same for everybody, but for rounding, correlate with nothing', () => {
  const a = [0.1, 3.5, 2.5, 1.6, 4.9, 3.3];
  const b = [2.9, 0.2, 2.3, 1.8, 3.9, 0.9];
  const turned = [a.map((value) => 0.7 - 3 * value), b.map((value) => 0.3 - 7 * value)];
  expectAnswer(() => room.itemTotalCorrelations(momentsOfColumns([a, b, ...turned])).stdR, NaN);
});

test('halves that are perfectly opposed have no reliability by the steps for length', () => {
  const opposed = momentsOfColumns([x, times(-0.5)(x)]);
  expectAnswer(() => room.splitHalf(opposed, [0]), { correlation: -1, flanaganRulon: -8 });
  expectAnswer(() => split(opposed), { splits: 1, flanaganRulon: -8 });
});

test('every function of the room is in the grid', () => {
  const inGrid = [...Object.keys(ofMoments), ...Object.keys(ofColumns), ...Object.keys(ofNumbers), 'kr20', 'kr21'];
  const functions = Object.entries(room).flatMap(([name, value]) => (typeof value === 'function' ? [name] : []));
  expect(new Set(inGrid.map((name) => name.split(',')[0]!))).toEqual(new Set(functions));
});
