import { expectRelative, loadFixture } from '@peerscale/test-utils';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { categoryCountsOf } from '../items/index.ts';
import { emptyMoments, mergeMoments, momentsOf, momentsOfColumns } from '../moments/index.ts';
import { adjustedP } from './adjusted-p.ts';
import { type ChangeFigure, hedgesCorrection } from './effect-size.ts';
import { equivalence } from './equivalence.ts';
import { kruskalWallis } from './kruskal-wallis.ts';
import { mannWhitney } from './mann-whitney.ts';
import { mixedChange } from './mixed-change.ts';
import { changeBeyondDrift, compareWithNorm, percentileRank } from './norms.ts';
import { oneWayAnalysis } from './one-way-analysis.ts';
import { pairedChange } from './paired-change.ts';
import { groupDetectableChange, type ReliableChangeMethod, reliableChange } from './reliable-change.ts';
import type { MeanDifference } from './t-test.ts';
import { unpairedChange } from './unpaired-change.ts';
import { wilcoxonSignedRank } from './wilcoxon-signed-rank.ts';

type Test = Omit<MeanDifference, 'level'>;
interface FTest {
  f: number;
  df1: number;
  df2: number;
  p: number;
}
interface Fixture {
  rVersion: string;
  paired: ({ before: number[]; after: number[]; test: Test; test90: Test; wilcoxon: { v: number; p: number } } & Record<
    'dzInterval' | 'interval90',
    [number, number]
  > &
    Record<'r' | 'sdOfChange' | 'dz' | 'dav' | 'drm' | 'J' | 'greaterThan' | 'lessThan', number>)[];
  unpaired: ({ before: number[]; after: number[]; test: Test; mannWhitney: { u: number; p: number } } & Record<
    'd' | 'g' | 'dav',
    number
  > &
    Record<'dInterval' | 'gInterval' | 'davInterval', [number, number]>)[];
  mixed: { linked: number[][]; onlyBefore: number[]; onlyAfter: number[]; test: Test }[];
  several: {
    groups: number[][];
    anova: FTest;
    welch: FTest;
    omegaSquared: number;
    gamesHowell: Record<'value' | 'lower' | 'upper' | 't' | 'df' | 'p', number[]>;
    kruskal: { h: number; p: number };
    epsilonSquared: number;
  };
  exactKruskal: { groups: number[][]; h: number; p: number }[];
  tied: { first: number[]; second: number[]; u: number; twoSided: number; byDistance: number }[];
  signed: { change: number[]; v: number; p: number }[];
  approximate: {
    change: number[];
    signed: { v: number; p: number };
    first: number[];
    second: number[];
    rankSum: { u: number; p: number };
  };
  thirds: { before: number[]; after: number[]; tied: { v: number; p: number }; untied: { v: number } };
  superiority: { value: number; interval: [number, number] };
  reliable: {
    before: number[];
    after: number[];
    indices: Record<ReliableChangeMethod, number[]>;
    counts: Record<ReliableChangeMethod, [number, number, number]>;
  };
  adjusted: { p: number[] } & Record<'holm' | 'benjamini-hochberg', number[]>;
  corrections: { df: number[]; J: number[] };
}
const fixture = loadFixture<Fixture>('../../fixtures/change/change.json', import.meta.url);

const close = (own: ArrayLike<number>, expected: ArrayLike<number>, tolerance = 1e-10) => {
  expect(own).toHaveLength(expected.length);
  Array.from(expected).forEach((value, i) => expectRelative(own[i]!, value, tolerance, 1e-13));
};
const closeTest = (own: MeanDifference, expected: Test) => {
  for (const key of ['value', 'lower', 'upper', 'standardError', 't', 'df', 'p'] as const) {
    expectRelative(own[key], expected[key], key === 'p' ? 1e-9 : 1e-10, 1e-12);
  }
};
/** effectsize finds bounds by a simplex search with a tolerance of 1e-9 on probabilities, which leaves 1e-3 of the bound. */
const nearInterval = ({ lower, upper }: ChangeFigure, expected: readonly number[]) =>
  close([lower, upper], expected, 2e-3);
const counts = (values: readonly number[]) => categoryCountsOf(values);
const column = (values: readonly number[]) => momentsOf(values.map((value) => [value]));
const figures = (value: unknown): number[] =>
  typeof value === 'number'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(figures)
      : [];

describe(`agrees with ${fixture.rVersion}`, () => {
  test.each(fixture.paired.map((set) => [set.before.length, set] as const))('%i people twice', (n, set) => {
    const moments = momentsOfColumns([set.before, set.after]);
    const own = pairedChange(moments);
    closeTest(own.difference, set.test);
    closeTest(pairedChange(moments, 0.9).difference, set.test90);
    close(
      [own.n, own.r, own.sdOfChange, own.dz.value, own.dav.value, own.drm.value],
      [n, set.r, set.sdOfChange, set.dz, set.dav, set.drm],
    );
    close([own.gav.value, own.gz.value, own.gz.lower], [set.dav * set.J, set.dz * set.J, own.dz.lower * set.J]);
    nearInterval(own.dz, set.dzInterval);
    // dav and drm have the bounds of dz on their scale
    close(
      [own.dav.lower, own.dav.upper],
      [own.dz.lower, own.dz.upper].map((bound) => (bound * set.dav) / set.dz),
    );
    close(
      [own.drm.lower, own.drm.upper],
      [own.dz.lower, own.dz.upper].map((bound) => (bound * set.drm) / set.dz),
    );

    const same = equivalence(own.difference, { lower: -0.3, upper: 0.3 });
    expectRelative(same.p, Math.max(set.greaterThan, set.lessThan), 1e-9);
    close([same.lower, same.upper], set.interval90);
    expect(same.equivalent).toBe(same.p < 0.05);
    expect(same.equivalent).toBe(same.lower > -0.3 && same.upper < 0.3);

    const ranks = wilcoxonSignedRank(counts(set.after.map((value, i) => value - set.before[i]!)));
    expect(ranks).toMatchObject({ exact: n <= 50, n, unchanged: 0, v: set.wilcoxon.v });
    expectRelative(ranks.p, set.wilcoxon.p, 1e-10);
  });

  test.each(fixture.unpaired.map((set) => [set.before.length, set.after.length, set] as const))(
    '%i and %i other people',
    (n1, n2, set) => {
      const own = unpairedChange(column(set.before), column(set.after));
      closeTest(own.difference, set.test);
      close([own.d.value, own.g.value, own.dav.value], [set.d, set.g, set.dav]);
      nearInterval(own.d, set.dInterval);
      nearInterval(own.g, set.gInterval);
      nearInterval(own.dav, set.davInterval);
      const ranks = mannWhitney(counts(set.before), counts(set.after));
      expect(ranks).toMatchObject({ n1, n2, exact: n1 + n2 <= 50, u: set.mannWhitney.u });
      expectRelative(ranks.p, set.mannWhitney.p, 1e-9);
      expectRelative(ranks.superiority.value, ranks.u / n1 / n2, 1e-12);
    },
  );

  test('waves that overlap in part', () => {
    for (const { linked, onlyBefore, onlyAfter, test: expected } of fixture.mixed) {
      const pairs = linked.length === 0 ? emptyMoments(2) : momentsOf(linked);
      const own = mixedChange(
        pairs,
        onlyBefore.length === 0 ? emptyMoments(1) : column(onlyBefore),
        onlyAfter.length === 0 ? emptyMoments(1) : column(onlyAfter),
      );
      closeTest(own.difference, expected);
      expect(own).toMatchObject({ linked: linked.length, onlyBefore: onlyBefore.length, onlyAfter: onlyAfter.length });
    }
  });

  test('several groups', () => {
    const { groups, anova, welch, omegaSquared, gamesHowell, kruskal, epsilonSquared } = fixture.several;
    const own = oneWayAnalysis(groups.map(column));
    for (const [found, expected] of [
      [own.anova, anova],
      [own.welch, welch],
    ] as const) {
      close([found.f, found.df1, found.df2, found.p], [expected.f, expected.df1, expected.df2, expected.p], 1e-9);
    }
    expectRelative(own.omegaSquared, omegaSquared, 1e-10);
    for (const key of ['value', 't', 'df'] as const) {
      close(
        own.pairs.map((pair) => pair[key]),
        gamesHowell[key],
      );
    }
    // ptukey and qtukey have fewer digits: fixtures/distributions has the integral
    for (const key of ['p', 'lower', 'upper'] as const) {
      close(
        own.pairs.map((pair) => pair[key]),
        gamesHowell[key],
        key === 'p' ? 1e-6 : 2e-4,
      );
    }
    expect(own.pairs.map(({ first, second }) => `${first}${second}`)).toEqual(['01', '02', '03', '12', '13', '23']);
    const ranks = kruskalWallis(groups.map(counts));
    close([ranks.h, ranks.p, ranks.epsilonSquared], [kruskal.h, kruskal.p, epsilonSquared]);
    expect(ranks.exact).toBe(false);
  });

  test('exact Kruskal-Wallis, every deal counted', () => {
    for (const { groups, h, p } of fixture.exactKruskal) {
      const own = kruskalWallis(groups.map(counts));
      close([own.h, own.p], [h, p]);
      expect(own.exact).toBe(true);
    }
  });

  test('ranks with ties', () => {
    for (const { first, second, u, twoSided } of fixture.tied) {
      const own = mannWhitney(counts(first), counts(second));
      expect(own).toMatchObject({ u, exact: true });
      expectRelative(own.p, twoSided, 1e-10);
    }
    for (const { change, v, p } of fixture.signed) {
      const own = wilcoxonSignedRank(counts(change));
      expect(own.v).toBe(v);
      expect(own.unchanged).toBe(change.filter((value) => value === 0).length);
      expectRelative(own.p, p, 1e-10);
    }
    const { change, signed, first, second, rankSum } = fixture.approximate;
    const long = wilcoxonSignedRank(counts(change));
    close([long.v, long.p], [signed.v, signed.p]);
    const { before, after, tied, untied } = fixture.thirds;
    const thirds = wilcoxonSignedRank(counts(after.map((sum, i) => sum / 3 - before[i]! / 3)));
    close([thirds.v, thirds.p], [tied.v, tied.p]);
    expect(untied.v).not.toBe(tied.v);
    // R wilcox.test(c(0, 0.1, 0.1, -0.1)): V = 4; of the remainders as they are V = 6.5, with digits.rank = 12 V = 7
    const remainders = [0.1 + 0.2 - 0.3, 0.1, 0.3 - 0.2, -0.1];
    expect(remainders).not.toContain(0);
    expect(wilcoxonSignedRank(counts(remainders))).toEqual(wilcoxonSignedRank(counts([0, 0.1, 0.1, -0.1])));
    expect(wilcoxonSignedRank(counts(remainders))).toMatchObject({ n: 3, unchanged: 1, v: 4 });
    expect(wilcoxonSignedRank(counts([1e-11, 1]))).toMatchObject({ n: 2, unchanged: 0, v: 3 });
    const large = mannWhitney(counts(first), counts(second));
    close([large.u, large.p], [rankSum.u, rankSum.p]);
    close([large.superiority.value], [fixture.superiority.value]);
    close([large.superiority.lower, large.superiority.upper], fixture.superiority.interval);
  });

  test.each(Object.keys(fixture.reliable.indices) as ReliableChangeMethod[])('reliable change: %s', (method) => {
    const { before, after, indices, counts: expected } = fixture.reliable;
    const options = { sd: 0.85, reliability: 0.8, mean: 3, practice: 0.15, sdAfter: 0.95, method };
    const own = reliableChange(before, after, options);
    close(own.indices, indices[method]);
    expect([own.improved, own.unchanged, own.worse]).toEqual(expected[method]);
    const step = reliableChange([3], [4], options).indices[0]! - reliableChange([3], [3], options).indices[0]!;
    expectRelative(own.smallestDetectableChange * step, own.cut, 1e-12);
    expectRelative(own.cut, 1.959963984540054, 1e-12);
    const turned = reliableChange(before, after, { ...options, direction: -1 });
    expect([turned.worse, turned.unchanged, turned.improved]).toEqual(expected[method]);
  });

  test.each(['holm', 'benjamini-hochberg'] as const)('p adjusted by %s', (adjustment) => {
    const { p, [adjustment]: expected } = fixture.adjusted;
    close(adjustedP(p, adjustment), expected, 1e-12);
    const gap = adjustedP([NaN, ...p], adjustment);
    expect(gap[0]).toBeNaN();
    close(gap.subarray(1), expected, 1e-12);
  });

  test("Hedges' correction", () => {
    // differences of lgamma() keep eleven digits at 10,000 degrees of freedom
    close(fixture.corrections.df.map(hedgesCorrection), fixture.corrections.J, 1e-11);
  });
});

const scores = (minLength: number, maxLength = 25) =>
  fc.array(fc.integer({ min: 4, max: 28 }), { minLength, maxLength }).map((all) => all.map((score) => score / 4));
const twice = fc.array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 })), {
  minLength: 3,
  maxLength: 30,
});

describe('properties', () => {
  test('turned round in time, everything turns its sign', () => {
    fc.assert(
      fc.property(twice, (pairs) => {
        const there = pairedChange(momentsOf(pairs));
        const back = pairedChange(momentsOf(pairs.map(([before, after]) => [after, before])));
        expectRelative(back.difference.p, there.difference.p, 1e-9, 1e-14);
        for (const key of ['dz', 'dav', 'gav', 'difference'] as const) {
          close(
            [back[key].value, back[key].lower, back[key].upper],
            [-there[key].value, -there[key].upper, -there[key].lower],
            1e-8,
          );
        }
        const change = pairs.map(([before, after]) => after - before);
        const up = wilcoxonSignedRank(counts(change));
        const down = wilcoxonSignedRank(counts(change.map((value) => -value)));
        expectRelative(down.p, up.p, 1e-9);
        expectRelative(down.rankBiserial, -up.rankBiserial, 1e-12, 1e-15);
      }),
    );
  });

  test('the other people first, everything turns its sign', () => {
    fc.assert(
      fc.property(scores(2), scores(2), (first, second) => {
        const there = unpairedChange(column(first), column(second));
        const back = unpairedChange(column(second), column(first));
        for (const key of ['d', 'g', 'dav', 'difference'] as const) {
          close(
            [back[key].value, back[key].lower, back[key].upper],
            [-there[key].value, -there[key].upper, -there[key].lower],
            1e-8,
          );
        }
        const [up, down] = [mannWhitney(counts(first), counts(second)), mannWhitney(counts(second), counts(first))];
        expectRelative(up.p, down.p, 1e-9);
        close([down.superiority.value, down.superiority.lower], [1 - up.superiority.value, 1 - up.superiority.upper]);
      }),
    );
  });

  test('another unit leaves effect sizes, t and p as they are', () => {
    fc.assert(
      fc.property(twice, fc.double({ min: 0.01, max: 100, noNaN: true }), (pairs, unit) => {
        const own = pairedChange(momentsOf(pairs));
        fc.pre(own.sdOfChange > 0.01);
        const other = pairedChange(momentsOf(pairs.map((row) => row.map((score) => score * unit + 7))));
        close(figures([other.dz, other.dav, other.gz]), figures([own.dz, own.dav, own.gz]), 1e-7);
        expectRelative(other.difference.upper, own.difference.upper * unit, 1e-7, 1e-9);
      }),
    );
  });

  test('shards merge', () => {
    fc.assert(
      fc.property(scores(4), scores(4), fc.nat(), (first, second, cut) => {
        const parts = (values: number[]) => {
          const at = cut % (values.length + 1);
          const part = (some: number[]) => (some.length === 0 ? emptyMoments(1) : column(some));
          return mergeMoments(part(values.slice(0, at)), part(values.slice(at)));
        };
        const pooled = unpairedChange(column(first), column(second));
        close(figures(unpairedChange(parts(first), parts(second))), figures(pooled), 1e-7);
      }),
    );
  });

  test('nobody linked is the Welch test, everybody linked nearly the paired one', () => {
    fc.assert(
      fc.property(twice, (pairs) => {
        const moments = momentsOf(pairs);
        const [first, second] = [column(pairs.map(([x]) => x)), column(pairs.map(([, x]) => x))];
        close(
          figures(mixedChange(emptyMoments(2), first, second).difference),
          figures(unpairedChange(first, second).difference),
          1e-9,
        );
        const paired = pairedChange(moments);
        fc.pre(!Number.isNaN(paired.r) && paired.sdOfChange > 0.01);
        close(
          figures(mixedChange(moments, emptyMoments(1), emptyMoments(1)).difference),
          figures(paired.difference),
          1e-7,
        );
      }),
    );
  });

  test('two groups: Welch is Welch, Games and Howell too, Kruskal-Wallis near Mann-Whitney', () => {
    fc.assert(
      fc.property(scores(2, 8), scores(2, 8), (first, second) => {
        const own = oneWayAnalysis([column(first), column(second)]);
        const { difference } = unpairedChange(column(first), column(second));
        fc.pre(difference.standardError > 0);
        const [pair] = own.pairs;
        const bothVary = own.groups.every(({ sd }) => sd > 0);
        expectRelative(own.welch.p, bothVary ? difference.p : NaN, 1e-7, 1e-12);
        expectRelative(pair!.p, difference.p, 1e-7, 1e-12);
        close([pair!.lower, pair!.upper], [difference.lower, difference.upper], 1e-7);
        const [ranks, sums] = [
          kruskalWallis([counts(first), counts(second)]),
          mannWhitney(counts(first), counts(second)),
        ];
        // both tails as far out are at most twice the smaller, and at least it
        expect(ranks.p).toBeLessThanOrEqual(1);
        expect(ranks.p).toBeGreaterThanOrEqual(sums.p / 2 - 1e-12);
        if (first.length === second.length) expectRelative(ranks.p, sums.p, 1e-9);
      }),
      { numRuns: 30 },
    );
  });

  test('adjusted p are in the order of p, not below it, and Holm is not below Benjamini-Hochberg', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 }), (p) => {
        const [holm, hochberg] = [adjustedP(p, 'holm'), adjustedP(p, 'benjamini-hochberg')];
        p.forEach((value, i) => {
          expect(hochberg[i]!).toBeGreaterThanOrEqual(value * (1 - 1e-12));
          expect(holm[i]!).toBeGreaterThanOrEqual(hochberg[i]! * (1 - 1e-12));
          p.forEach((other, j) => {
            if (value < other) expect(holm[i]!).toBeLessThanOrEqual(holm[j]!);
            if (value < other) expect(hochberg[i]!).toBeLessThanOrEqual(hochberg[j]!);
          });
        });
      }),
    );
  });
});

describe('degenerate', () => {
  const nobody = { linked: emptyMoments(2), column: emptyMoments(1), counts: counts([]) };

  test('nobody', () => {
    const paired = pairedChange(nobody.linked);
    expect(paired.n).toBe(0);
    expect(figures([paired.difference.value, paired.dz, paired.dav, paired.r]).every(Number.isNaN)).toBe(true);
    const unpaired = unpairedChange(nobody.column, nobody.column);
    expect(figures([unpaired.difference.p, unpaired.d, unpaired.g, unpaired.dav]).every(Number.isNaN)).toBe(true);
    expect(mixedChange(nobody.linked, nobody.column, nobody.column).difference.p).toBeNaN();
    expect(oneWayAnalysis([])).toMatchObject({ groups: [], pairs: [], anova: { f: NaN, p: NaN }, welch: { p: NaN } });
    expect(mannWhitney(nobody.counts, counts([1, 2]))).toMatchObject({ u: NaN, p: NaN, superiority: { value: NaN } });
    expect(mannWhitney(counts([1, 2]), nobody.counts)).toMatchObject({ u: NaN, p: NaN, superiority: { value: NaN } });
    expect(wilcoxonSignedRank(nobody.counts)).toMatchObject({ n: 0, v: NaN, p: NaN, rankBiserial: NaN });
    expect(kruskalWallis([])).toMatchObject({ h: NaN, p: NaN });
    expect(kruskalWallis([nobody.counts, counts([1, 2])])).toMatchObject({ h: NaN, p: NaN, n: 2 });
    expect(percentileRank(nobody.counts, 3)).toBeNaN();
    expect(adjustedP([], 'holm')).toHaveLength(0);
    const reliable = reliableChange([], [], { sd: 1, reliability: 0.8 });
    expect(reliable).toMatchObject({ improved: 0, unchanged: 0, worse: 0, missing: 0 });
  });

  test('one person', () => {
    const paired = pairedChange(momentsOf([[2, 3]]));
    expect(paired.difference).toMatchObject({ value: 1, lower: NaN, p: NaN });
    expect(figures([paired.dz, paired.dav, paired.gav, paired.r, paired.sdOfChange]).every(Number.isNaN)).toBe(true);
    const unpaired = unpairedChange(column([1]), column([2, 3, 4]));
    expect(unpaired.difference).toMatchObject({ value: 2, p: NaN });
    expect(figures([unpaired.dav]).every(Number.isNaN)).toBe(true);
    expect(mannWhitney(counts([1]), counts([2, 3])).superiority).toMatchObject({ value: 1, lower: NaN, upper: NaN });
    expectRelative(mannWhitney(counts([1]), counts([2, 3])).p, 2 / 3, 1e-12);
    expect(wilcoxonSignedRank(counts([0.5]))).toMatchObject({ n: 1, v: 1, p: 1, rankBiserial: 1 });
    const analysis = oneWayAnalysis([column([1]), column([2, 4, 3]), column([3, 5])]);
    expect(analysis.anova.p).toBeGreaterThan(0);
    expect(analysis.welch.p).toBeNaN();
    expect(analysis.pairs.map(({ p }) => Number.isNaN(p))).toEqual([true, true, false]);
    expect(mixedChange(momentsOf([[2, 3]]), column([2, 4]), column([3, 5])).r).toBeNaN();
    expect(mixedChange(momentsOf([[2, 3]]), column([2, 4]), column([3, 5])).difference.p).toBeGreaterThan(0);
  });

  test('nobody differs', () => {
    const constant = pairedChange(
      momentsOf([
        [0.1, 0.1],
        [0.1, 0.1],
        [0.1, 0.1],
      ]),
    );
    expect(constant.difference).toMatchObject({ value: 0, standardError: 0, p: NaN });
    expect(figures([constant.dz, constant.dav, constant.r]).every(Number.isNaN)).toBe(true);
    expect(equivalence(constant.difference, { lower: -1, upper: 1 })).toMatchObject({ p: NaN, equivalent: null });
    const unpaired = unpairedChange(column([0.1, 0.1, 0.1]), column([0.3, 0.3, 0.3]));
    expect(unpaired.difference.p).toBeNaN();
    expect(figures([unpaired.d, unpaired.dav]).every(Number.isNaN)).toBe(true);
    expect(oneWayAnalysis([column([0.1, 0.1]), column([0.3, 0.3])])).toMatchObject({
      anova: { f: NaN, p: NaN },
      welch: { p: NaN },
    });
    expect(wilcoxonSignedRank(counts([0, 0]))).toMatchObject({ n: 0, unchanged: 2, p: NaN });
    const alike = new Array<number>(30).fill(0.3);
    for (const all of [alike, alike.slice(1, 4)]) {
      expect(mannWhitney(counts(all), counts(all))).toMatchObject({ p: 1, superiority: { value: 0.5, lower: NaN } });
      expect(kruskalWallis([counts(all), counts(all)])).toMatchObject({ h: NaN, p: NaN });
    }
  });

  test('everybody changes alike: there is a size of it in the spread of a wave, and nothing to test', () => {
    // rounding leaves 3e-17 of the squares of the changes
    const rows = Array.from({ length: 5 }, (_, i) => [i * 0.1, i * 0.1 + 0.3]);
    const own = pairedChange(momentsOf(rows));
    expect(own).toMatchObject({ sdOfChange: 0, difference: { p: NaN }, dz: { value: NaN } });
    expectRelative(own.dav.value, 0.3 / own.before.sd, 1e-10);
    const squares = Float64Array.of(1e-33); // what a sum of squares can leave of 0.3 four times
    const constant = { missing: 'listwise', n: 4, means: Float64Array.of(0.3), comoments: squares } as const;
    expect(unpairedChange(constant, constant)).toMatchObject({ before: { sd: 0 }, difference: { p: NaN } });
    expect(own.dav.lower).toBeNaN();
    expect(mixedChange(momentsOf(rows), emptyMoments(1), emptyMoments(1)).difference).toMatchObject({
      standardError: 0,
      p: NaN,
    });
  });

  test('an empty group among others does not count', () => {
    const groups = [column([1, 2, 4]), column([3, 5, 5]), column([2, 2, 3])];
    const own = oneWayAnalysis([groups[0]!, emptyMoments(1), groups[1]!, groups[2]!]);
    const plain = oneWayAnalysis(groups);
    expect([own.anova, own.welch, own.omegaSquared]).toEqual([plain.anova, plain.welch, plain.omegaSquared]);
    expect(own.pairs.filter(({ p }) => !Number.isNaN(p)).map(({ p }) => p)).toEqual(plain.pairs.map(({ p }) => p));
    expect(kruskalWallis([counts([1, 2]), counts([]), counts([3, 4])])).toMatchObject({ df: 1, n: 4 });
  });

  test('huge and tiny units, and one NaN', () => {
    const { before, after } = fixture.paired[0]!;
    const own = pairedChange(momentsOfColumns([before, after]));
    const apart = unpairedChange(column(before), column(after));
    const groups = oneWayAnalysis([column(before), column(after)]);
    for (const unit of [1e150, 1e-150]) {
      const [b, a] = [before.map((x) => x * unit), after.map((x) => x * unit)];
      const scaled = pairedChange(momentsOfColumns([b, a]));
      close(figures([scaled.dz, scaled.dav, scaled.difference.p]), figures([own.dz, own.dav, own.difference.p]), 1e-9);
      const scaledApart = unpairedChange(column(b), column(a));
      close(
        figures([scaledApart.d, scaledApart.dav, scaledApart.difference.df]),
        [...figures([apart.d, apart.dav, apart.difference.df])],
        1e-9,
      );
      const scaledGroups = oneWayAnalysis([column(b), column(a)]);
      close([scaledGroups.welch.p, scaledGroups.anova.p], [groups.welch.p, groups.anova.p], 1e-9);
      const mixed = mixedChange(momentsOfColumns([b, a]), column(b), column(a)).difference.t;
      expectRelative(
        mixed,
        mixedChange(momentsOfColumns([before, after]), column(before), column(after)).difference.t,
        1e-9,
      );
    }
    const gap = pairedChange(momentsOfColumns([before, after.with(0, NaN)]));
    expect(figures([gap.difference.value, gap.difference.p, gap.dz, gap.dav]).every(Number.isNaN)).toBe(true);
    expect(reliableChange([1, NaN], [2, 2], { sd: 1, reliability: 0.5 })).toMatchObject({ missing: 1, unchanged: 1 });
    expect(percentileRank(counts([1, 2]), NaN)).toBeNaN();
  });

  test('programming errors', () => {
    const one = column([1, 2]);
    expect(() => pairedChange(one)).toThrow(new RangeError('Unexpected number of variables: 1, expected 2.'));
    expect(() => pairedChange(momentsOf([[1, 2]]), 1)).toThrow(new RangeError('Unexpected level: 1.'));
    expect(() => unpairedChange(one, one, 1)).toThrow(RangeError);
    expect(() => unpairedChange(one, one, 0, 0)).toThrow(RangeError);
    expect(() => mixedChange(one, one, one)).toThrow(RangeError);
    expect(() => mixedChange(momentsOf([[1, 2]]), momentsOf([[1, 2]]), one)).toThrow(RangeError);
    expect(() => mixedChange(momentsOf([[1, 2]]), one, one, NaN)).toThrow(RangeError);
    expect(() => oneWayAnalysis([one], 1)).toThrow(RangeError);
    expect(() => oneWayAnalysis([one], 0, 2)).toThrow(RangeError);
    expect(() => mannWhitney(counts([1]), counts([2]), 1)).toThrow(RangeError);
    const difference = { value: 0, standardError: 1, df: 5 };
    expect(() => equivalence(difference, { lower: 1, upper: 1 })).toThrow(new RangeError('Unexpected bounds: 1 to 1.'));
    expect(() => equivalence(difference, { lower: NaN, upper: 1 })).toThrow(RangeError);
    expect(() => equivalence(difference, { lower: -1, upper: 1 }, 0)).toThrow(RangeError);
    expect(() => adjustedP([1.1], 'holm')).toThrow(new RangeError('Unexpected p: 1.1.'));
    expect(() => adjustedP([-0.1], 'holm')).toThrow(RangeError);
    expect(() => adjustedP([0.5], 'none' as never)).toThrow(RangeError);
    const options = { sd: 1, reliability: 0.8 };
    expect(() => reliableChange([1], [1, 2], options)).toThrow(RangeError);
    expect(() => reliableChange([1], [1], { ...options, sd: 0 })).toThrow(RangeError);
    expect(() => reliableChange([1], [1], { ...options, sdAfter: 0 })).toThrow(RangeError);
    expect(() => reliableChange([1], [1], { ...options, reliability: 1 })).toThrow(RangeError);
    expect(() => reliableChange([1], [1], { ...options, level: 1 })).toThrow(RangeError);
    expect(() => reliableChange([1], [1], { ...options, method: 'speer' })).toThrow(RangeError);
    expect(() => reliableChange([1], [1], { ...options, method: 'gulliksen-lord-novick' })).toThrow(RangeError);
    expect(() => reliableChange([1], [1], { ...options, method: 'practice-corrected' })).toThrow(RangeError);
    expect(() => reliableChange([1], [1], { ...options, method: 'other' as never })).toThrow(RangeError);
    expect(() => groupDetectableChange(1, 0)).toThrow(RangeError);
    expect(() => groupDetectableChange(1, NaN)).toThrow(RangeError);
    const norm = { mean: 3, sd: 1, n: 100, source: 'made up' };
    expect(() => compareWithNorm({ n: 5, mean: 3, sd: 1 }, { ...norm, sd: 0 })).toThrow(RangeError);
    expect(() => compareWithNorm({ n: 5, mean: 3, sd: 1 }, { ...norm, n: 1 })).toThrow(RangeError);
    expect(() => compareWithNorm({ n: 5, mean: 3, sd: 1 }, norm, 0)).toThrow(RangeError);
    expect(() => changeBeyondDrift(difference, { value: 0 }, 1)).toThrow(RangeError);
    expect(hedgesCorrection(1)).toBeNaN();
    expect(hedgesCorrection(NaN)).toBeNaN();
    expect(hedgesCorrection(Infinity)).toBe(1);
    expectRelative(hedgesCorrection(1e150), 1, 1e-14);
  });
});

describe('norms', () => {
  test('percentile rank', () => {
    expect(percentileRank(counts([1, 2, 2, 4]), 2)).toBe(50);
    expect(percentileRank(counts([1, 2, 2, 4]), 0)).toBe(0);
    expect(percentileRank(counts([1, 2, 2, 4]), 4)).toBe(87.5);
    expect(percentileRank(counts([1, 2, 2, 4, NaN]), 5)).toBe(100);
  });

  test('an external norm is a second sample', () => {
    const { before, after, test: expected } = fixture.unpaired[1]!;
    const { before: norm, after: own } = unpairedChange(column(before), column(after));
    const found = compareWithNorm(own, { ...norm, source: 'seeded' });
    closeTest(found.difference, expected);
    expectRelative(found.delta, expected.value / norm.sd, 1e-12);
    expect(found.source).toBe('seeded');
    expect(compareWithNorm({ n: 1, mean: 3, sd: NaN }, { ...norm, source: 'seeded' }).difference.p).toBeNaN();
  });

  test('change beyond a drift: fixed, and estimated from others', () => {
    const { before, after } = fixture.paired[1]!;
    const { difference } = pairedChange(momentsOfColumns([before, after]));
    const fixed = changeBeyondDrift(difference, { value: 0.1 });
    expect(fixed.df).toBe(difference.df);
    expectRelative(fixed.lower, difference.lower - 0.1, 1e-12, 1e-13);
    const known = changeBeyondDrift(difference, { value: 0.1, standardError: difference.standardError });
    expectRelative(known.df, 4 * difference.df, 1e-12);
    const others = fixture.paired[2]!;
    const drift = pairedChange(momentsOfColumns([others.before, others.after]));
    const own = changeBeyondDrift(difference, drift.difference);
    const changes = (set: { before: number[]; after: number[] }) => set.after.map((x, i) => x - set.before[i]!);
    closeTest(own, unpairedChange(column(changes(others)), column(changes(fixture.paired[1]!))).difference);
  });
});

test('the examples of the doc comments', () => {
  close(adjustedP([0.01, 0.04, 0.03], 'holm'), [0.03, 0.06, 0.06]);
  expect(hedgesCorrection(10)).toBeCloseTo(0.9227, 4);
  expect(
    kruskalWallis(
      [
        [1, 2, 2],
        [2, 3, 4],
      ].map(counts),
    ).h,
  ).toBeCloseTo(2.6344, 4);
  expect(mannWhitney(counts([1, 2, 2]), counts([2, 3, 4])).superiority.value).toBeCloseTo(0.8889, 4);
  const pairs = [
    [3, 4],
    [2, 2],
  ];
  expect(mixedChange(momentsOf(pairs), column([4]), column([5])).difference.value).toBeCloseTo(0.6667, 4);
  expect(oneWayAnalysis([column([1, 2, 3]), column([2, 4, 3])]).anova.f).toBeCloseTo(1.5, 12);
  expect(pairedChange(momentsOf([...pairs, [4, 5], [3, 3]])).difference.value).toBeCloseTo(0.5, 12);
  expect(unpairedChange(column([3, 2, 4]), column([4, 5, 4])).difference.value).toBeCloseTo(1.333, 3);
  expect(wilcoxonSignedRank(counts([1, 1, 0, -1, 2])).v).toBe(8);
  expect(reliableChange([3, 2], [3.2, 4], { sd: 0.9, reliability: 0.8 }).improved).toBe(1);
  expect(groupDetectableChange(1.22, 25)).toBeCloseTo(0.244, 12);
  const norm = { mean: 2.8, sd: 0.9, n: 500, source: 'made up' };
  expect(compareWithNorm({ n: 20, mean: 3.1, sd: 0.8 }, norm).delta).toBeCloseTo(0.333, 3);
});
