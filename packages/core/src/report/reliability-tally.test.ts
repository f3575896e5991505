import { expectRelative } from '@peerscale/test-utils';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adHocInstrument, type Instrument } from '../instrument/index.ts';
import { type ResponseTable, tableOfColumns } from '../responses/index.ts';
import {
  emptyReliabilityTally,
  mergeReliabilityTallies,
  type ReliabilityReportOptions,
  reliabilityReport,
  reliabilityReportOfTally,
  reliabilityTally,
  tallyOptionsOf,
} from './index.ts';

type Row = readonly (number | null)[];
const K = 4;
const ITEMS = Array.from({ length: K }, (_, i) => `i${i + 1}`);
const instrument = adHocInstrument({ items: ITEMS, reverse: ['i2'], minimum: 1, maximum: 5 });

function tableOf(rows: readonly Row[], of: Instrument = instrument): ResponseTable {
  return tableOfColumns(
    rows.length,
    of.items.map(({ id }, i) => ({ item: id, codes: rows.map((row) => row[i] ?? null) })),
  );
}
const withHoles = fc.array(
  fc.array(fc.option(fc.integer({ min: 1, max: 5 }), { freq: 6 }), { minLength: K, maxLength: K }),
  { maxLength: 40 },
);
const cuts = fc.array(fc.nat(40), { maxLength: 3 });

/** The report of rows that came in parts. */
function inParts(rows: readonly Row[], at: readonly number[], options: ReliabilityReportOptions, of = instrument) {
  const edges = [0, ...at.map((cut) => Math.min(cut, rows.length)).sort((a, b) => a - b), rows.length];
  const parts = edges.slice(1).map((end, i) => rows.slice(edges[i], end));
  const kept = tallyOptionsOf(options);
  const tally = parts.map((part) => reliabilityTally(of, tableOf(part, of), kept)).reduce(mergeReliabilityTallies);
  return reliabilityReportOfTally({ file: 'x', rows: rows.length }, of, tally, options);
}
const atOnce = (rows: readonly Row[], options: ReliabilityReportOptions, of = instrument) =>
  reliabilityReport({ file: 'x', rows: rows.length }, of, tableOf(rows, of), options);

describe('a report of parts', () => {
  test.each<ReliabilityReportOptions>([{}, { all: true }, { interval: 'bootstrap-percentile', draws: 20, seed: 5 }])(
    'listwise, %j: the same to the last digit, however the rows are cut',
    (options) => {
      fc.assert(
        fc.property(withHoles, cuts, (rows, at) => {
          expect(inParts(rows, at, options)).toEqual(atOnce(rows, options));
        }),
      );
    },
  );

  test.each<ReliabilityReportOptions>([{ missing: 'pairwise' }, { missing: 'em' }])(
    '%j: the same but for rounding',
    (options) => {
      fc.assert(
        fc.property(withHoles, cuts, (rows, at) => {
          const [parts, whole] = [inParts(rows, at, options), atOnce(rows, options)].map(({ scales }) => scales[0]!);
          expect(parts!.pairs).toEqual(whole!.pairs);
          expect(parts!.n).toBe(whole!.n);
          if (options.missing === 'em' && whole!.n < 2 * K) return; // the likelihood may have no maximum
          if (whole!.alpha.value === null || parts!.alpha.value === null) {
            expect(parts!.alpha.value).toBe(whole!.alpha.value);
          } else {
            expectRelative(1 - parts!.alpha.value, 1 - whole!.alpha.value, options.missing === 'em' ? 1e-6 : 1e-9);
          }
        }),
      );
    },
  );

  test('nobody is the neutral element', () => {
    const rows = [
      [1, 5, 2, 2],
      [2, 4, null, 1],
      [5, 1, 4, 4],
    ];
    for (const missing of ['listwise', 'pairwise', 'em'] as const) {
      const options = { missing, details: true, respondents: true };
      const tally = reliabilityTally(instrument, tableOf(rows), options);
      const empty = emptyReliabilityTally(instrument, options);
      expect(mergeReliabilityTallies(empty, tally)).toEqual(tally);
      expect(mergeReliabilityTallies(tally, empty)).toEqual(tally);
    }
  });

  test('more rows than a block give the same as fewer, repeated', () => {
    const rows = Array.from({ length: 200 }, (_, i) => [
      1 + (i % 5),
      5 - (i % 4),
      i % 7 === 0 ? null : 1 + (i % 3),
      2 + (i % 2),
    ]);
    const many = Array.from({ length: 100 }, () => rows).flat();
    const one = reliabilityTally(instrument, tableOf(rows), { details: true });
    const hundred = reliabilityTally(instrument, tableOf(many), { details: true });
    const groups = one.scales[0]!.groups!;
    expect(hundred.scales[0]!.groups).toEqual({
      scores: groups.scores,
      counts: groups.counts.map((count) => 100 * count),
      sums: groups.sums.map((sum) => sum.map((value) => 100 * value)),
    });
    expect(hundred.scales[0]!.complete).toBe(100 * one.scales[0]!.complete);
    expect(hundred.items!.get('i3')!.counts.missing).toBe(100 * one.items!.get('i3')!.counts.missing);
  });
});

describe('what a tally holds', () => {
  test('codes are counted as they were given, missing answers by reason', () => {
    const table = tableOfColumns(4, [
      { item: 'i1', codes: [1, 1, 5, null], missing: [0, 0, 0, 4] },
      ...['i2', 'i3', 'i4'].map((item) => ({ item, codes: [5, 5, null, 1] })),
    ]);
    const { items, scales } = reliabilityTally(instrument, table, { details: true });
    expect(items!.get('i1')).toEqual({
      counts: { codes: Float64Array.of(1, 5), counts: Float64Array.of(2, 1), missing: 1 },
      byReason: [0, 0, 0, 1, 0],
    });
    // keyed: i2 turned round
    expect(scales[0]!.groups).toEqual({
      scores: Float64Array.of(3),
      counts: Float64Array.of(2),
      sums: [2, 2, 10, 10].map((sum) => Float64Array.of(sum)),
    });
    expect(scales[0]!.reversed).toEqual([false, true, false, false]);
  });

  test('a reason that the authors count as an answer is one', () => {
    const [scale] = instrument.scales;
    const counting = { ...instrument, scales: [{ ...scale!, substitutes: { 'dont-know': 3 } }] };
    const codes = [1, 2, 4, null];
    const columns = (missing?: number[]) =>
      ITEMS.map((item) => ({ item, codes: missing ? codes : [1, 2, 4, 3], ...(missing && { missing }) }));
    const counted = reliabilityTally(counting, tableOfColumns(4, columns([0, 0, 0, 4])), { respondents: true });
    const given = reliabilityTally(counting, tableOfColumns(4, columns()), { respondents: true });
    expect(counted.scales).toEqual(given.scales);
    for (const missing of ['pairwise', 'em'] as const) {
      const [a, b] = [columns([0, 0, 0, 4]), columns()].map((both) => {
        return reliabilityTally(counting, tableOfColumns(4, both), { missing }).scales;
      });
      expect(a).toEqual(b);
    }
    const skipped = reliabilityTally(counting, tableOfColumns(4, columns([0, 0, 0, 2])));
    expect(skipped.scales[0]!.complete).toBe(3);
  });

  test('respondents are kept keyed', () => {
    const { scales } = reliabilityTally(
      instrument,
      tableOf([
        [1, 1, 2, 3],
        [1, null, 1, 1],
      ]),
      { respondents: true },
    );
    expect(scales[0]!.respondents).toEqual([[[1], [5], [2], [3]].map((column) => Int16Array.from(column))]);
  });
});

describe('what is refused', () => {
  const tally = (options = {}, rows: Row[] = [[1, 2, 3, 4]]) => reliabilityTally(instrument, tableOf(rows), options);
  const other = adHocInstrument({ items: ITEMS, minimum: 1, maximum: 5 });

  test.each([
    ['Unexpected missing: pairwise, expected listwise.', tally(), tally({ missing: 'pairwise' })],
    ['Unexpected scales: , expected scale.', tally(), tally({ scales: [] })],
    ['Unexpected key of scale', tally(), reliabilityTally(other, tableOf([[1, 2, 3, 4]]))],
    ['only one of them has score groups', tally(), tally({ details: true })],
    ['only one of them has respondents', tally({ respondents: true }), tally()],
  ])('%s', (message, a, b) => {
    expect(() => mergeReliabilityTallies(a, b)).toThrow(message);
  });

  test('statistics of two kinds', () => {
    const sums = tally();
    const moments = { missing: 'listwise', n: 1, means: new Float64Array(K), comoments: new Float64Array(10) } as const;
    const other = { ...sums, scales: [{ ...sums.scales[0]!, statistics: { kind: 'moments', moments } as const }] };
    expect(() => mergeReliabilityTallies(sums, other)).toThrow('Unexpected statistics: moments, expected code-sums.');
    const merged = mergeReliabilityTallies(other, other);
    expect(merged.scales[0]).toMatchObject({ complete: 2, statistics: { kind: 'moments', moments: { n: 2 } } });
  });

  test('a tally that lacks what the report is asked for', () => {
    const input = { file: 'x', rows: 1 };
    const report = (options: ReliabilityReportOptions) => () =>
      reliabilityReportOfTally(input, instrument, tally(), options);
    expect(report({ all: true })).toThrow('Unexpected tally: it has no details');
    expect(report({ interval: 'bootstrap-bca' })).toThrow('Unexpected tally: it has no respondents');
    expect(report({ missing: 'em' })).toThrow('Unexpected missing: em, the tally is listwise.');
    expect(report({ scales: ['z'] })).toThrow('Unexpected scale: z is not in the tally.');
  });

  test('a code that the response scale does not have, and an unknown rule', () => {
    expect(() => tally({}, [[1, 2, 3, 6]])).toThrow('Unexpected code of i4 in row 0: 6.');
    expect(() => tally({ missing: 'mean' as never })).toThrow('Unexpected missing: mean.');
  });
});
