import { expectRelative, likertRows, loadFixture } from '@peerscale/test-utils';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adHocInstrument } from '../instrument/index.ts';
import { type ResponseTable, tableOfColumns } from '../responses/index.ts';
import { scoreLattice } from '../scoring/index.ts';
import {
  mergeReliabilityTallies,
  reliabilityReport,
  reliabilityTally,
  studyReport,
  studyReportOfTally,
} from './index.ts';
import { scoreDistribution } from './score-distribution.ts';

function tableOf(rows: readonly (readonly (number | null)[])[], k: number): ResponseTable {
  return tableOfColumns(
    rows.length,
    Array.from({ length: k }, (_, i) => ({ item: `i${i + 1}`, codes: rows.map((row) => row[i] ?? null) })),
  );
}
function scaleOf(rows: readonly (readonly (number | null)[])[], k: number, reverse: string[] = []) {
  const instrument = adHocInstrument({
    items: Array.from({ length: k }, (_, i) => `i${i + 1}`),
    reverse,
    minimum: 1,
    maximum: 5,
  });
  const report = reliabilityReport({ file: 'x.csv', rows: rows.length }, instrument, tableOf(rows, k));
  return { report, scale: report.scales[0]!, instrument };
}

interface Fixture {
  sets: { rows: number[][]; total: Record<string, number>; items: Record<string, number[]> }[];
}
const fixture = loadFixture<Fixture>('../../fixtures/reliability/reliability.json', import.meta.url);

describe('reliabilityReport', () => {
  test('puts the figures where its contract says', () => {
    const { rows, total, items } = fixture.sets[0]!;
    const { report, scale } = scaleOf([...rows, [1, null, 3, 4, 5, 1, 2, 3]], 8);
    expect(Object.keys(report)).toEqual(['schema', 'instrument', 'input', 'scales']);
    expect(report.instrument).toEqual({ id: 'ad-hoc', version: '1.0.0', validation: 'none yet' });
    expect(report.input).toEqual({ file: 'x.csv', rows: 241 });
    expect(Object.keys(scale)).toEqual([
      'id',
      'name',
      'highMeans',
      'method',
      'items',
      'k',
      'n',
      'nDropped',
      'missing',
      'alpha',
      'itemStatistics',
      'coefficients',
      'issues',
    ]);
    expect(scale).toMatchObject({ id: 'scale', k: 8, n: 240, nDropped: 1, missing: 'listwise', issues: [] });
    expectRelative(scale.alpha.value!, total.raw!, 1e-11);
    expectRelative(scale.alpha.lambda6!, total.lambda6!, 1e-11);
    expect(scale.alpha.interval).toMatchObject({ method: 'feldt', level: 0.95 });
    scale.itemStatistics.forEach((item, i) => {
      expectRelative(item.mean!, items.mean![i]!, 1e-11);
      expectRelative(item.sd!, items.sd![i]!, 1e-11);
      expectRelative(item.rDrop!, items.rDrop![i]!, 1e-11);
    });
  });

  const everyFigure = {
    value: null,
    standardized: null,
    averageR: null,
    medianR: null,
    signalToNoise: null,
    lambda6: null,
  };
  test.each([
    ['nobody', [], 3, ['no-respondents']],
    ['one respondent', [[1, 2, 3]], 3, ['too-few-respondents']],
    [
      'nobody complete',
      [
        [1, null, 3],
        [null, 2, 3],
      ],
      3,
      ['too-few-respondents'],
    ],
    ['one item', [[1], [2], [3]], 1, ['too-few-items']],
    ['nobody and one item', [], 1, ['too-few-items', 'no-respondents']],
    [
      'a constant item',
      [
        [1, 3, 2],
        [2, 3, 1],
        [4, 3, 5],
      ],
      3,
      ['constant-item'],
    ],
    [
      'constant items throughout',
      [
        [2, 2],
        [2, 2],
      ],
      2,
      ['constant-item', 'constant-item'],
    ],
  ] as const)('%s: every figure is null and an issue says why', (_, rows, k, codes) => {
    const { report, scale } = scaleOf(rows, k);
    expect(scale.alpha).toMatchObject({ ...everyFigure, interval: { lower: null, upper: null } });
    expect(scale.issues.map(({ code }) => code)).toEqual(codes);
    expect(JSON.stringify(report)).not.toMatch(/NaN|Infinity/);
  });

  test('a constant sum score', () => {
    const { scale } = scaleOf(
      [
        [1, 5],
        [2, 4],
        [3, 3],
        [5, 1],
      ],
      2,
    );
    expect(scale.alpha.value).toBeNull();
    expect(scale.issues.map(({ code }) => code)).toContain('constant-score');
  });

  test('what would come of leaving a constant item out stands in its row', () => {
    const rows = [
      [1, 3, 2],
      [2, 3, 1],
      [4, 3, 5],
    ];
    const [first, constant] = scaleOf(rows, 3).scale.itemStatistics;
    expect(constant).toMatchObject({ mean: 3, sd: 0, rawR: null, rDrop: null });
    expectRelative(
      constant!.ifDropped.alpha!,
      scaleOf(
        rows.map(([a, , c]) => [a!, c!]),
        2,
      ).scale.alpha.value!,
      1e-14,
    );
    expect(first!.ifDropped.alpha).toBeNull();
  });

  test('an item against its scale is named, and its key is left alone', () => {
    const { rows } = fixture.sets[4]!;
    const { scale } = scaleOf(rows, 5);
    expect(scale.issues).toMatchObject([{ code: 'negative-item-rest', item: 'i5' }]);
    expect(scale.issues[0]!.message).toContain('check the key of i5');
    expect(scale.itemStatistics[4]!.reversed).toBe(false);
    const keyed = scaleOf(rows, 5, ['i5']).scale;
    expect(keyed.issues).toEqual([]);
    expect(keyed.itemStatistics[4]!.reversed).toBe(true);
    expect(keyed.alpha.value!).toBeGreaterThan(scale.alpha.value!);
  });

  test('a negative alpha is reported as it is', () => {
    const { scale } = scaleOf(fixture.sets[5]!.rows, 4);
    expectRelative(scale.alpha.value!, fixture.sets[5]!.total.raw!, 1e-11);
    expect(scale.issues[0]!.code).toBe('negative-alpha');
  });

  test('an item that is the sum of others takes lambda 6 away and says so', () => {
    const { scale } = scaleOf(
      [
        [1, 2, 3],
        [2, 3, 5],
        [3, 1, 4],
        [2, 2, 4],
        [1, 1, 2],
      ],
      3,
    );
    expect(scale.alpha.value).not.toBeNull();
    expect(scale.alpha.lambda6).toBeNull();
    expect(scale.issues.map(({ code }) => code)).toContain('singular-correlations');
  });

  test('only the scales that are asked for, and an unknown one is refused', () => {
    const { instrument } = scaleOf([], 2);
    const table = tableOf([], 2);
    const input = { file: 'x', rows: 0 };
    expect(reliabilityReport(input, instrument, table, { scales: [] }).scales).toEqual([]);
    expect(() => reliabilityReport(input, instrument, table, { scales: ['z'] })).toThrow('Unexpected scale: z');
    expect(() => reliabilityReport(input, instrument, table, { level: 1 })).toThrow('Unexpected level: 1.');
  });

  test('whatever the answers, the JSON has no NaN, and n and left out add up', () => {
    fc.assert(
      fc.property(likertRows({ minimumRows: 0, minimumItems: 1 }), (rows) => {
        const { report, scale } = scaleOf(rows, rows[0]?.length ?? 2);
        expect(JSON.parse(JSON.stringify(report))).toEqual(report);
        expect(scale.n + scale.nDropped).toBe(rows.length);
        expect(scale.alpha.value !== null || scale.issues.length > 0).toBe(true);
      }),
    );
  });
});

describe('studyReport', () => {
  const instrument = adHocInstrument({ items: ['i1', 'i2'], minimum: 1, maximum: 5 });
  const rows = (n: number) => Array.from({ length: n }, (_, i) => [1 + (i % 5), 1 + ((i * 2) % 5)]);
  const reportOf = (answers: (number | null)[][], options = {}) =>
    studyReport(instrument, tableOf(answers, 2), options);

  test('nobody yet is said, and is not called suppressed', () => {
    const report = reportOf([]);
    expect(report.respondents).toBe(0);
    expect(report.issues.map(({ code }) => code)).toEqual(['no-respondents']);
    expect(report.scales[0]).toMatchObject({ score: null, distribution: null, reliability: null });
  });

  test.each([1, 4])('%d respondents: nothing is shown, not even how many', (n) => {
    const report = reportOf(rows(n));
    expect(report.respondents).toBeNull();
    expect(report.issues.map(({ code }) => code)).toEqual(['suppressed']);
    expect(report.scales[0]).toMatchObject({ score: null, distribution: null, reliability: null });
    expect(JSON.stringify(report)).not.toContain('"mean":');
  });

  test('from five respondents on figures are shown, from ten on the distribution', () => {
    const five = reportOf(rows(5)).scales[0]!;
    expect(five.score).toMatchObject({ n: 5, mean: 3 });
    expect(five.distribution).toBeNull();
    expect(five.issues.map(({ code }) => code)).toEqual(['suppressed']);
    const ten = reportOf(rows(10)).scales[0]!;
    expect(ten.distribution!.reduce((sum, { count }) => sum + count, 0)).toBe(10);
    expect(ten.issues).toEqual([]);
  });

  test('a scale that too few answered completely is suppressed on its own', () => {
    const answers = [...rows(4), [1, null], [2, null]];
    const report = reportOf(answers);
    expect(report.respondents).toBe(6);
    expect(report.scales[0]).toMatchObject({ score: null, reliability: null });
  });

  test('all figures of a scale are about the same people', () => {
    const { score, reliability } = reportOf([...rows(12), [5, null]]).scales[0]!;
    expect(score!.n).toBe(reliability!.n);
    expect(reliability!.nDropped).toBe(1);
  });

  test('of the richer reliability report nothing but the plain figures is in it', () => {
    const { reliability } = reportOf(rows(12)).scales[0]!;
    expect(Object.keys(reliability!)).toEqual([
      'id',
      'items',
      'k',
      'n',
      'nDropped',
      'missing',
      'alpha',
      'itemStatistics',
      'issues',
    ]);
    expect(Object.keys(reliability!.alpha.interval)).toEqual(['method', 'level', 'lower', 'upper']);
    // two items are few, but the page of a group says what it said
    expect(reliability!.issues.map(({ code }) => code)).not.toContain('few-items');
  });

  test('mean, SD and possible range of a sum scale', () => {
    const sum = { ...instrument, scales: [{ ...instrument.scales[0]!, method: 'sum' as const }] };
    const report = studyReport(
      sum,
      tableOf(
        [
          [1, 1],
          [2, 2],
          [3, 3],
          [4, 4],
          [5, 5],
        ],
        2,
      ),
    );
    expect(report.scales[0]).toMatchObject({
      possible: { minimum: 2, maximum: 10 },
      score: { mean: 6, sd: Math.sqrt(10) },
    });
  });

  test('of parts it is the same, to the last digit', () => {
    const answers = [...rows(12), [5, null], [null, null], [2, 4]];
    for (const cut of [0, 1, 7, answers.length]) {
      const parts = [answers.slice(0, cut), answers.slice(cut)].map((part) =>
        reliabilityTally(instrument, tableOf(part, 2), { details: true }),
      );
      expect(studyReportOfTally(instrument, parts.reduce(mergeReliabilityTallies))).toEqual(reportOf(answers));
    }
    const bare = reliabilityTally(instrument, tableOf(answers, 2));
    expect(() => studyReportOfTally(instrument, bare)).toThrow('Unexpected tally: it has no score groups of scale.');
  });

  test('the minimum can be raised, and never goes below 3', () => {
    expect(reportOf(rows(9), { minimumGroupSize: 10 }).respondents).toBeNull();
    for (const minimumGroupSize of [2, 0, 3.5, NaN]) {
      expect(() => reportOf(rows(9), { minimumGroupSize })).toThrow(RangeError);
    }
  });
});

describe('scoreDistribution', () => {
  const means = (k: number) => ({ first: 1, step: 1 / k, count: 4 * k + 1 });
  const range = { minimum: 1, maximum: 5 };

  test('means of three items have a bin for each third, drawn around it', () => {
    const bins = scoreDistribution([1, 4 / 3, 4 / 3, 5, 14 / 3], range, means(3));
    expect(bins).toHaveLength(13);
    expect(bins.map(({ count }) => count)).toEqual([1, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1]);
    expect(bins[1]!.lowest).toBe(bins[1]!.highest);
    expect(bins[1]!.from).toBeCloseTo(1 + 1 / 6, 12);
  });

  test.each([
    [4, 1],
    [5, 3],
    [9, 2],
    [12, 3],
    [16, 5],
  ])('means of %d items: each bin but the last holds %d of the possible means', (k, perBin) => {
    const { count } = means(k);
    const every = Array.from({ length: count }, (_, i) => 1 + i / k);
    const counts = scoreDistribution(every, range, means(k)).map((bin) => bin.count);
    expect(counts.length).toBeLessThanOrEqual(20);
    expect(counts.slice(0, -1).every((value) => value === perBin)).toBe(true);
    expect(counts.at(-1)).toBeLessThanOrEqual(perBin);
  });

  test('without a lattice there are ten bins of equal width, the highest score in the last', () => {
    const bins = scoreDistribution([1, 1.39, 1.4, 4.99, 5], range, null);
    expect(bins.map(({ count }) => count)).toEqual([2, 1, 0, 0, 0, 0, 0, 0, 0, 2]);
    expect(bins.at(-1)).toMatchObject({ to: 5, highest: 5 });
  });

  test('whatever the rounding, a possible score lies between the lowest and the highest of its bin', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.nat(), (k, pick) => {
        const step = pick % (4 * k + 1);
        const score =
          Array.from({ length: k }, (_, i) => 1 + Math.min(4, Math.max(0, step - 4 * i))).reduce((a, b) => a + b) / k;
        const bin = scoreDistribution([score], range, means(k)).find(({ count }) => count === 1)!;
        expect(score).toBeGreaterThan(bin.from);
        expect(score).toBeLessThan(bin.to);
        expect(score).toBeGreaterThanOrEqual(bin.lowest - 1e-12);
        expect(score).toBeLessThanOrEqual(bin.highest + 1e-12);
      }),
    );
  });
});

describe('scoreLattice', () => {
  const base = adHocInstrument({ items: ['i1', 'i2', 'i3'], minimum: 1, maximum: 5 });
  const latticeOf = (changes: object, instrument = base) => {
    const scale = { ...instrument.scales[0]!, ...changes };
    return scoreLattice({ ...instrument, scales: [scale] }, scale);
  };
  test.each([
    [{ method: 'mean' }, { first: 1, step: 1 / 3, count: 13 }],
    [{ method: 'sum' }, { first: 3, step: 1, count: 13 }],
    [
      { method: 'count', countFrom: 4 },
      { first: 0, step: 1, count: 4 },
    ],
    [{ transform: 'percent-of-maximum' }, { first: 0, step: 100 / 12, count: 13 }],
    [{ weights: { i1: 2 } }, null],
    [{ parts: ['scale'] }, null],
  ])('%j', (changes, expected) => {
    if (expected === null) expect(latticeOf(changes)).toBeNull();
    else expect(latticeOf(changes)).toMatchObject({ ...expected, step: expect.closeTo(expected.step, 12) });
  });
  test('items of unlike or uneven response scales have none', () => {
    const uneven = { ...base, responseScales: [{ ...base.responseScales[0]!, codes: [0, 1, 3, 4] }] };
    expect(latticeOf({}, uneven)).toBeNull();
    const percent = { ...base, responseScales: [{ ...base.responseScales[0]!, codes: [0, 25, 50, 75, 100] }] };
    expect(latticeOf({}, percent)).toMatchObject({ first: 0, count: 13 });
  });
});
