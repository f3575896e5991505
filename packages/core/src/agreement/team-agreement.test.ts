import { expectRelative, likertRows, loadFixture } from '@peerscale/test-utils';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { categoryCountsOf } from '../items/index.ts';
import { groupedMomentsOfColumns, momentsOf } from '../moments/index.ts';
import { seededRandom } from '../random/index.ts';
import { aggregationVerdict } from './aggregation-verdict.ts';
import { averageDeviation } from './average-deviation.ts';
import { awg } from './awg.ts';
import { groupIntraclassCorrelations } from './group-intraclass-correlations.ts';
import { groupIntraclassIntervals } from './group-intraclass-intervals.ts';
import { groupMeanReliability } from './group-mean-reliability.ts';
import { intraclassCorrelations } from './intraclass-correlations.ts';
import { nullVariance } from './null-variance.ts';
import { oneWayMeanSquaresOf } from './one-way-mean-squares.ts';
import { groupVariances, randomGroupResampling } from './random-groups.ts';
import { twoWayMeanSquaresOf } from './two-way-mean-squares.ts';
import { withinGroupAgreement } from './within-group-agreement.ts';

interface Fixture {
  rVersion: string;
  multilevel: string;
  sets: ({ name: string; options: number; team: number[]; rows: number[][]; icc1: number; icc2: number } & {
    level90: { icc1: [number, number]; icc2: [number, number] };
  } & Record<'rwg' | 'rwgJ' | 'rwgJSkewed' | 'rwgStar' | 'adMean' | 'adMedian' | 'awg', (number | null)[]> & {
      gmeanrel: { icc: number; reliability: number[]; groupSize: number[] };
    })[];
  randomGroups: { orders: number[][]; variances: number[][]; observed: number; expected: number; z: number };
}
const fixture = loadFixture<Fixture>('../../fixtures/team-agreement/team-agreement.json', import.meta.url);

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe.each(fixture.sets)(`agrees with R multilevel ${fixture.multilevel}: $name`, (set) => {
  const teams = Array.from(new Set(set.team), (team) => set.rows.filter((_, row) => set.team[row] === team));
  const uniform = nullVariance(set.options);
  const figures: [string, keyof Fixture['sets'][number], (rows: number[][]) => number][] = [
    ['rwg of the first item', 'rwg', (rows) => withinGroupAgreement(momentsOf(rows.map(([x]) => [x!])), uniform).rwg],
    ['rwg(j)', 'rwgJ', (rows) => withinGroupAgreement(momentsOf(rows), uniform).rwg],
    [
      'rwg(j), skewed',
      'rwgJSkewed',
      (rows) => withinGroupAgreement(momentsOf(rows), nullVariance(5, 'slight-skew')).rwg,
    ],
    ['r*wg(j)', 'rwgStar', (rows) => withinGroupAgreement(momentsOf(rows), uniform).rwgStar],
    ['AD about the mean', 'adMean', (rows) => averageDeviation(countsOf(rows)).aboutMean],
    ['AD about the median', 'adMedian', (rows) => averageDeviation(countsOf(rows)).aboutMedian],
    ['awg', 'awg', (rows) => awg(momentsOf(rows), 1, set.options)],
  ];
  test.each(figures)('%s', (_, key, figure) => {
    const expected = set[key] as (number | null)[];
    expect(expected).toHaveLength(teams.length);
    expected.forEach((value, team) => expectRelative(figure(teams[team]!), value ?? NaN, 1e-10, 1e-14));
  });

  test('intervals of ICC(1) and ICC(2)', () => {
    const { groups } = groupedMomentsOfColumns([set.rows.map(mean)], set.team.map(String));
    const own = groupIntraclassIntervals(oneWayMeanSquaresOf(groups.values()), 0.9);
    for (const figure of ['icc1', 'icc2'] as const) {
      const { lower, upper, level } = own[figure];
      expect(level).toBe(0.9);
      expectRelative(lower, set.level90[figure][0], 1e-10);
      expectRelative(upper, set.level90[figure][1], 1e-10);
    }
  });

  test('ICC(1) with the mean size, ICC(2), and the reliability of each mean', () => {
    const scores = set.rows.map(mean);
    const { groups } = groupedMomentsOfColumns([scores], set.team.map(String));
    const { icc1, icc1OfMeanSize, icc2 } = groupIntraclassCorrelations(oneWayMeanSquaresOf(groups.values()));
    expectRelative(icc1OfMeanSize, set.icc1, 1e-10);
    expectRelative(icc2, set.icc2, 1e-10);
    // ICC(2) is the reliability of a mean of the usual size, in either form of ICC(1)
    const { meanSize, weightedSize } = oneWayMeanSquaresOf(groups.values());
    expectRelative(groupMeanReliability(icc1OfMeanSize, meanSize), icc2, 1e-10);
    expectRelative(groupMeanReliability(icc1, weightedSize), icc2, 1e-10);
    set.gmeanrel.groupSize.forEach((size, i) => {
      expectRelative(groupMeanReliability(set.gmeanrel.icc, size), set.gmeanrel.reliability[i]!, 1e-10);
    });
  });
});

const countsOf = (rows: number[][]) => rows[0]!.map((_, i) => categoryCountsOf(rows.map((row) => row[i]!)));

describe('intervals of groups', () => {
  const squaresOf = (rows: readonly number[][]) =>
    oneWayMeanSquaresOf(rows.map((row) => momentsOf(row.map((x) => [x]))));

  test('of one size: those of raters, and exact', () => {
    const rows = [
      [9, 2, 5, 8],
      [6, 1, 3, 2],
      [8, 4, 6, 8],
      [7, 1, 2, 6],
      [10, 5, 6, 9],
    ];
    const { icc1, icc1k } = intraclassCorrelations(twoWayMeanSquaresOf(momentsOf(rows)));
    const own = groupIntraclassIntervals(squaresOf(rows));
    expect(own.exact).toBe(true);
    [own.icc1.lower, own.icc1.upper, own.icc2.lower, own.icc2.upper].forEach((limit, i) =>
      expectRelative(limit, [icc1.lower, icc1.upper, icc1k.lower, icc1k.upper][i]!, 1e-12),
    );
    expect(groupIntraclassIntervals(squaresOf(rows.map((row, i) => row.slice(i % 2)))).exact).toBe(false);
  });

  test.each([
    ['no groups', []],
    ['one group', [[1, 2, 3]]],
    ['one person each', [[1], [2], [3]]],
    [
      'nobody differs',
      [
        [2, 2],
        [2, 2],
      ],
    ],
    ['a NaN', [[1, NaN], [2, 3], [1]]],
  ])('%s: none', (_, rows) => {
    const { icc1, icc2 } = groupIntraclassIntervals(squaresOf(rows));
    expect([icc1.lower, icc1.upper, icc2.lower, icc2.upper]).toEqual([NaN, NaN, NaN, NaN]);
  });

  test('persons differ between groups only: 1; means do not differ: ICC(2) has none', () => {
    const one = groupIntraclassIntervals(squaresOf([[1, 1], [2, 2, 2], [5]]));
    expect([one.icc1.lower, one.icc1.upper, one.icc2.lower, one.icc2.upper]).toEqual([1, 1, 1, 1]);
    const alike = groupIntraclassIntervals(
      squaresOf([
        [1, 3],
        [3, 1],
      ]),
    );
    expect(alike.icc1).toMatchObject({ lower: -1, upper: -1 });
    expect(alike.icc2).toMatchObject({ lower: NaN, upper: NaN });
  });

  test.each([0, 1, NaN])('refuses level %d', (level) => {
    expect(() => groupIntraclassIntervals(squaresOf([[1, 2], [3]]), level)).toThrow(RangeError);
  });

  // 400 studies of 10 teams of 3 to 9: within four standard errors of 0.95
  test('hold the true values', () => {
    const random = seededRandom(20261124);
    const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    let held = 0;
    for (let study = 0; study < 400; study++) {
      const rows = Array.from({ length: 10 }, () => {
        const team = 0.5 * normal();
        return Array.from({ length: 3 + Math.floor(7 * random()) }, () => team + normal());
      });
      const { lower, upper } = groupIntraclassIntervals(squaresOf(rows)).icc1;
      if (lower <= 0.2 && 0.2 <= upper) held++;
    }
    expect(Math.abs(held / 400 - 0.95)).toBeLessThan(4 * Math.sqrt((0.95 * 0.05) / 400));
  });
});

describe('variance by chance', () => {
  test.each([
    [5, 'uniform', 2],
    [7, 'uniform', 4],
    [2, 'uniform', 0.25],
    [5, 'triangular', 4 / 3],
    [4, 'triangular', 22 / 24],
    [3, 'triangular', 0.5],
    [5, 'slight-skew', 1.34],
    [5, 'moderate-skew', 0.9],
    [5, 'heavy-skew', 0.44],
  ] as const)('%d options, %s: %d', (options, distribution, expected) => {
    expectRelative(nullVariance(options, distribution), expected, 1e-12);
  });

  test.each([3, 4, 5, 6, 7, 8, 11])('triangular over %d options is the variance of its shares', (options) => {
    const shares = Array.from({ length: options }, (_, i) => Math.min(i + 1, options - i));
    expectRelative(nullVariance(shares), nullVariance(options, 'triangular'), 1e-12);
  });

  test.each<[number | readonly number[], 'uniform' | 'heavy-skew']>([
    [1, 'uniform'],
    [2.5, 'uniform'],
    [NaN, 'uniform'],
    [7, 'heavy-skew'],
    [[0.5, -0.1], 'uniform'],
    [[0, 0], 'uniform'],
    [[1], 'uniform'],
  ])('refuses %j, %s', (options, distribution) => {
    expect(() => nullVariance(options, distribution)).toThrow(RangeError);
  });
});

describe('random groups', () => {
  const set = fixture.sets[2]!;
  const scores = set.rows.map(mean);
  const teams = set.team.map(String);
  const { orders, variances, observed, expected, z } = fixture.randomGroups;

  test("the variances of dealt groups are R's", () => {
    orders.forEach((order, draw) => {
      const dealt = groupVariances(
        Float64Array.from(order, (row) => scores[row]!),
        [4, 4, 4, 4, 4, 4],
      );
      dealt.forEach((value, group) => expectRelative(value, variances[draw]![group]!, 1e-10, 1e-14));
    });
  });

  test('many draws come near what R finds with a few, and the same seed gives the same', () => {
    const many = randomGroupResampling(scores, teams, { draws: 5000, seed: 7 });
    expectRelative(many.observed, observed, 1e-12);
    expect(Math.abs(many.expected - expected)).toBeLessThan(0.05);
    expect(Math.abs(many.z - z)).toBeLessThan(0.3);
    expect(many.p).toBeGreaterThan(0.2);
    expect(randomGroupResampling(scores, teams, { draws: 50, seed: 7 })).toEqual(
      randomGroupResampling(scores, teams, { draws: 50, seed: 7 }),
    );
    expect(randomGroupResampling(scores, teams, { draws: 50, seed: 8 })).not.toEqual(
      randomGroupResampling(scores, teams, { draws: 50, seed: 7 }),
    );
  });

  test('the expected variance is that of all persons, whatever the sizes', () => {
    const values = [1, 2, 2, 3, 5, 4, 4, 1, 5];
    const groups = ['a', 'a', 'b', 'b', 'b', 'c', 'c', 'c', 'c'];
    const { means, comoments } = momentsOf(values.map((x) => [x]));
    expect(means[0]).toBe(3);
    const { expected } = randomGroupResampling(values, groups, { draws: 20_000 });
    expect(Math.abs(expected - comoments[0]! / 8)).toBeLessThan(0.03);
  });

  test('teams that are of one mind are found, and a team of one is left out', () => {
    const values = [1, 1, 1, 5, 5, 5, 3, 3, 3, 2];
    const groups = [...'aaabbbcccd'];
    const found = randomGroupResampling(values, groups);
    expect(found.groups).toBe(3);
    expect(found.observed).toBe(0);
    expect(found.p).toBeLessThan(0.02);
  });

  test.each([
    [[], []],
    [[1], ['a']],
    [
      [1, 2],
      ['a', 'a'],
    ],
    [
      [1, 2],
      ['a', 'b'],
    ],
  ])('%j in %j: no figure', (values, groups) => {
    const { observed: none, z: noZ, p } = randomGroupResampling(values, groups);
    expect([none, noZ, p]).toEqual([NaN, NaN, NaN]);
  });

  test('nobody differs', () => {
    const same = randomGroupResampling([2, 2, 2, 2], [...'aabb'], { draws: 10 });
    expect([same.observed, same.expected, same.z, same.p]).toEqual([0, 0, NaN, 1]);
  });

  test.each([0, 1.5, NaN])('refuses %d draws', (draws) => {
    expect(() => randomGroupResampling([1, 2], ['a', 'a'], { draws })).toThrow(RangeError);
    expect(() => randomGroupResampling([1, 2], ['a'])).toThrow(RangeError);
  });
});

describe('degenerate groups', () => {
  const nothing: [string, number[][], number][] = [
    ['nobody', [], 0],
    ['one member', [[1, 2]], 1],
  ];
  test.each(nothing)('%s: no figure', (_, rows, n) => {
    const group = withinGroupAgreement(momentsOf(rows), 2);
    expect([group.n, group.variance, group.rwg, group.rwgStar]).toEqual([n, NaN, NaN, NaN]);
    expect(awg(momentsOf(rows), 1, 5)).toBeNaN();
    expect(averageDeviation(rows.length === 0 ? [] : countsOf(rows))).toEqual({ n, aboutMean: NaN, aboutMedian: NaN });
  });

  test('full agreement, and members that differ as much as they can', () => {
    const alike = withinGroupAgreement(
      momentsOf([
        [4, 4],
        [4, 4],
      ]),
      2,
    );
    expect(alike).toMatchObject({ rwg: 1, rwgStar: 1, beyondChance: false });
    const split = withinGroupAgreement(
      momentsOf([
        [1, 1],
        [5, 5],
      ]),
      2,
    );
    expect(split).toMatchObject({ rwg: 0, rwgStar: -3, beyondChance: true });
    expect(awg(momentsOf([[1], [5]]), 1, 5)).toBe(-1);
    expect(averageDeviation(countsOf([[1], [5]]))).toEqual({ n: 2, aboutMean: 2, aboutMedian: 2 });
  });

  test.each([0, -1, NaN, Infinity])('refuses a variance by chance of %d', (chance) => {
    expect(() => withinGroupAgreement(momentsOf([[1], [2]]), chance)).toThrow(RangeError);
    expect(() => awg(momentsOf([[1]]), 5, 5)).toThrow(RangeError);
    expect(() => groupMeanReliability(0.1, 0)).toThrow(RangeError);
  });
});

describe('properties', () => {
  test('reversing every item changes no figure', () => {
    fc.assert(
      fc.property(likertRows(), (rows) => {
        const reversed = rows.map((row) => row.map((x) => 6 - x));
        for (const figure of [
          (r: number[][]) => withinGroupAgreement(momentsOf(r), 2).rwg,
          (r: number[][]) => withinGroupAgreement(momentsOf(r), 2).rwgStar,
          (r: number[][]) => averageDeviation(countsOf(r)).aboutMean,
          (r: number[][]) => averageDeviation(countsOf(r)).aboutMedian,
        ]) {
          expectRelative(figure(reversed), figure(rows), 1e-10, 1e-12);
        }
        const { aboutMean, aboutMedian } = averageDeviation(countsOf(rows));
        expect(aboutMedian).toBeLessThanOrEqual(aboutMean + 1e-12);
      }),
    );
  });
});

describe('verdict', () => {
  const rwg = [0.9, 0.8, NaN, 0.75];
  test.each([
    [rwg, { p: 0.001, icc2: 0.8 }, 'defensible', 'p = 0.001'],
    [rwg, { p: 0.0004, icc2: 0.5 }, 'with-care', 'p < 0.001'],
    [rwg, { p: 0.05, icc2: 0.8 }, 'as-climate-only', 'p = 0.050'],
    [[0.5, 0.9, 0.1], { p: 0.001, icc2: 0.9 }, 'not-defensible', 'median rwg 0.50'],
    [[NaN], { p: 0.001, icc2: 0.9 }, 'cannot-say', 'median rwg unknown'],
    [rwg, { p: NaN, icc2: NaN }, 'cannot-say', 'ICC(2) unknown'],
  ] as const)('%j, %j: %s', (agreement, intraclass, expected, words) => {
    const { verdict, sentence, reasons } = aggregationVerdict(agreement, intraclass);
    expect(verdict).toBe(expected);
    expect(sentence).toContain(words);
    expect(reasons.map(({ condition }) => condition)).toEqual([
      'within-group-agreement',
      'differences-between-groups',
      'reliable-group-means',
    ]);
  });

  test('the cuts can be moved', () => {
    const found = aggregationVerdict([0.65], { p: 0.06, icc2: 0.6 }, { agreement: 0.6, p: 0.1, reliability: 0.6 });
    expect(found.verdict).toBe('defensible');
  });
});
