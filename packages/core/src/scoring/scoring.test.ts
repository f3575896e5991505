import { expectRelative, loadFixture } from '@peerscale/test-utils';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adHocInstrument, type Instrument } from '../instrument/index.ts';
import { type ResponseRecord, tableOfColumns, tableOfRecords } from '../responses/index.ts';
import { completeKeyedColumns, normedScore, possibleRange, scoreBand, scoreResponse, scoreResponses } from './index.ts';

interface Fixture {
  r: string;
  psych: string;
  minimum: number;
  maximum: number;
  items: string[];
  keys: Record<string, string[]>;
  answers: (number | null)[][];
  answered: number[][];
  meansOfAnswered: (number | null)[][];
  sumsOfComplete: (number | null)[][];
  listwiseMeans: (number | null)[][];
  listwiseMeansOfAllItems: (number | null)[][];
}
const fixture = loadFixture<Fixture>('../../fixtures/scoring/scoring.json', import.meta.url);

function fixtureInstrument(method: 'mean' | 'sum', missing: Instrument['scales'][number]['missing']): Instrument {
  const base = adHocInstrument({ items: fixture.items, minimum: fixture.minimum, maximum: fixture.maximum });
  const signs = Object.values(fixture.keys).flat();
  return {
    ...base,
    items: base.items.map((item) => ({ ...item, polarity: signs.includes(`-${item.id}`) ? 'negative' : 'positive' })),
    scales: Object.entries(fixture.keys).map(([id, key]) => ({
      ...base.scales[0]!,
      id,
      method,
      missing,
      items: key.map((item) => item.replace('-', '')),
    })),
  };
}
const table = tableOfColumns(
  fixture.answers.length,
  fixture.items.map((item, i) => ({ item, codes: fixture.answers.map((row) => row[i]!) })),
);

describe(`agrees with R ${fixture.r}, psych ${fixture.psych} scoreItems(impute = "none")`, () => {
  test('means of the answered items, reversed items and holes included', () => {
    const scores = scoreResponses(fixtureInstrument('mean', { rule: 'minimum-answered', minimum: 1 }), table);
    scores.forEach(({ values, answered }, scale) => {
      values.forEach((value, row) => {
        expectRelative(value, fixture.meansOfAnswered[row]![scale] ?? NaN, 1e-12);
        expect(answered[row]).toBe(fixture.answered[row]![scale]);
      });
    });
  });

  test('sums of complete answers', () => {
    const scores = scoreResponses(fixtureInstrument('sum', { rule: 'complete' }), table);
    scores.forEach(({ values }, scale) => {
      values.forEach((value, row) => {
        expectRelative(value, fixture.sumsOfComplete[row]![scale] ?? NaN, 1e-12);
      });
    });
  });

  test('means of complete answers, as with missing = FALSE on the items of a scale', () => {
    const scores = scoreResponses(fixtureInstrument('mean', { rule: 'complete' }), table);
    scores.forEach(({ values }, scale) => {
      values.forEach((value, row) => {
        expectRelative(value, fixture.listwiseMeans[row]![scale] ?? NaN, 1e-12);
      });
    });
  });

  test('means of those who answered everything, as with missing = FALSE on all items', () => {
    const scores = scoreResponses(fixtureInstrument('mean', { rule: 'complete' }), table);
    const rows = fixture.listwiseMeansOfAllItems.flatMap(([first], row) => (first === null ? [] : [row]));
    expect(rows).toEqual(fixture.answers.flatMap((answers, row) => (answers.includes(null) ? [] : [row])));
    expect(rows.length).toBeGreaterThan(50);
    for (const row of rows) {
      scores.forEach(({ values }, scale) => {
        expectRelative(values[row]!, fixture.listwiseMeansOfAllItems[row]![scale]!, 1e-12);
      });
    }
  });
});

const instrument = adHocInstrument({ items: ['a', 'b', 'c'], reverse: ['b'], minimum: 1, maximum: 5 });
const withRule = (method: 'mean' | 'sum', missing: Instrument['scales'][number]['missing']): Instrument => ({
  ...instrument,
  scales: [{ ...instrument.scales[0]!, method, missing }],
});

describe('receipts', () => {
  test('say what entered, what was missing and why, what was reversed, and by which rule', () => {
    const answers: ResponseRecord['answers'] = { a: 4, b: 2, c: 'refused' };
    const [receipt] = scoreResponse(withRule('mean', { rule: 'minimum-answered', minimum: 2 }), answers);
    expect(receipt).toEqual({
      scale: 'scale',
      value: 4,
      method: 'mean',
      possible: { minimum: 1, maximum: 5 },
      used: ['a', 'b'],
      missing: [{ item: 'c', reason: 'refused' }],
      substituted: [],
      reversed: ['b'],
      parts: [],
      weights: {},
      transform: null,
      rule: { rule: 'minimum-answered', minimum: 2 },
      prorated: true,
      instrument: 'ad-hoc@1.0.0',
      reason: null,
    });
  });

  test.each([
    ['complete', { a: 4, b: 2, c: 'skipped' }, 'incomplete'],
    ['complete', { a: 'skipped', b: 'skipped', c: 'skipped' }, 'no-answers'],
    ['minimum-answered', { a: 4, b: 'dont-know', c: 'skipped' }, 'too-few-answered'],
    ['minimum-answered', {}, 'no-answers'],
  ] as const)('%s with %j: no score, because %s', (rule, answers, reason) => {
    const missing = rule === 'complete' ? { rule } : { rule, minimum: 2 };
    const [receipt] = scoreResponse(withRule('sum', missing), answers);
    expect(receipt).toMatchObject({ value: null, prorated: false, reason });
  });

  test('an item without an entry counts as not asked', () => {
    const [receipt] = scoreResponse(instrument, { a: 1 });
    expect(receipt!.missing).toEqual([
      { item: 'b', reason: 'not-asked' },
      { item: 'c', reason: 'not-asked' },
    ]);
  });

  test('a sum over some of the items is prorated by the mean of the answered ones', () => {
    const [receipt] = scoreResponse(withRule('sum', { rule: 'minimum-answered', minimum: 2 }), { a: 5, b: 1 });
    expect(receipt).toMatchObject({ value: 15, prorated: true });
  });

  test('a complete sum is exact, and a row outside the table has no receipt', () => {
    const [scores] = scoreResponses(
      withRule('sum', { rule: 'complete' }),
      tableOfColumns(1, [
        { item: 'a', codes: [5] },
        { item: 'b', codes: [1] },
        { item: 'c', codes: [3] },
      ]),
    );
    expect(scores!.values[0]).toBe(13);
    expect(() => scores!.receipt(1)).toThrow('Unexpected row: 1 of 1.');
    expect(() => scores!.outcome(1)).toThrow('Unexpected row: 1 of 1.');
  });
});

describe('methods, weights, parts and transforms', () => {
  const five = adHocInstrument({ items: ['a', 'b', 'c', 'd', 'e'], reverse: ['b'], minimum: 1, maximum: 5 });
  const scale = (changes: Partial<Instrument['scales'][number]>): Instrument['scales'][number] => ({
    ...five.scales[0]!,
    ...changes,
  });
  const of = (scales: Instrument['scales'], answers: ResponseRecord['answers']) =>
    scoreResponse({ ...five, scales }, answers);
  const answers = { a: 5, b: 1, c: 3, d: 2, e: 4 };

  test.each([
    [{ method: 'mean', weights: { a: 3 } }, (3 * 5 + 5 + 3 + 2 + 4) / 7],
    [{ method: 'sum', weights: { a: 0.5, e: 2 } }, 0.5 * 5 + 5 + 3 + 2 + 2 * 4],
    [{ method: 'count', countFrom: 4 }, 3],
    [{ method: 'mean', transform: 'percent-of-maximum' }, (100 * (19 / 5 - 1)) / 4],
    [{ method: 'sum', transform: 'percent-of-maximum' }, (100 * (19 - 5)) / 20],
    [{ method: 'count', countFrom: 4, transform: 'percent-of-maximum' }, 60],
  ] as const)('%j', (changes, expected) => {
    expect(of([scale(changes as never)], answers)[0]!.value).toBeCloseTo(expected, 12);
  });

  test.each([
    [{ rule: 'minimum-share', share: 0.6 }, ['a', 'b', 'c'], 13 / 3],
    [{ rule: 'minimum-share', share: 0.6 }, ['a', 'b'], null],
    [{ rule: 'minimum-share', share: 0.7 }, ['a', 'b', 'c'], null],
    [{ rule: 'person-mean' }, ['d'], 2],
    [{ rule: 'person-mean' }, [], null],
  ] as const)('missing rule %j with %j answered', (missing, answered, expected) => {
    const some = Object.fromEntries(answered.map((item) => [item, answers[item]]));
    const [receipt] = of([scale({ missing })], some);
    if (expected === null) expect(receipt!.value).toBeNull();
    else expect(receipt!.value).toBeCloseTo(expected, 12);
  });

  test('a weighted sum and a count are prorated by what was answered', () => {
    const some = { a: 5, b: 1, c: 3 };
    const missing = { rule: 'person-mean' } as const;
    const [sum] = of([scale({ method: 'sum', weights: { a: 2 }, missing })], some);
    expect(sum).toMatchObject({ value: ((2 * 5 + 5 + 3) / 4) * 6, prorated: true, weights: { a: 2 } });
    const [count] = of([scale({ method: 'count', countFrom: 4, missing })], some);
    expect(count!.value).toBeCloseTo((2 / 3) * 5, 12);
  });

  test('a total of parts averages their scores, turned round where they go the other way', () => {
    const scales = [
      scale({ id: 'total', items: ['a', 'b', 'c', 'd', 'e'], parts: ['up', 'down'], missing: { rule: 'complete' } }),
      scale({ id: 'up', items: ['a', 'b'] }),
      scale({ id: 'down', items: ['c', 'd', 'e'], direction: 'negative', transform: 'percent-of-maximum' }),
    ];
    const [total, up, down] = of(scales, answers);
    expect([up!.value, down!.value]).toEqual([5, 50]);
    expect(total).toMatchObject({
      value: (5 + 50) / 2,
      parts: [
        { scale: 'up', value: 5 },
        { scale: 'down', value: 50 },
      ],
    });
    expect(total!.possible).toEqual({ minimum: 0.5, maximum: 52.5 });
    const [without] = of(scales, { a: 5, b: 1 });
    expect(without).toMatchObject({ value: null, reason: 'incomplete', used: ['a', 'b'] });
  });

  test('a part that was prorated makes its total prorated', () => {
    const scales = [
      scale({ id: 'part', items: ['a', 'b'], missing: { rule: 'person-mean' } }),
      scale({ id: 'total', items: ['a', 'b'], parts: ['part'] }),
    ];
    expect(of(scales, { a: 4 }).map(({ prorated }) => prorated)).toEqual([true, true]);
  });

  test('a substitute stands for its reason, is reversed like an answer, and is said', () => {
    const [receipt] = of([scale({ substitutes: { 'dont-know': 2 } })], { ...answers, b: 'dont-know' });
    expect(receipt).toMatchObject({ value: (5 + 4 + 3 + 2 + 4) / 5, missing: [], prorated: false });
    expect(receipt!.substituted).toEqual([{ item: 'b', reason: 'dont-know', code: 2 }]);
    expect(receipt!.used).toHaveLength(5);
    const [other] = of([scale({ substitutes: { 'dont-know': 2 } })], { ...answers, b: 'refused' });
    expect(other).toMatchObject({ value: null, missing: [{ item: 'b', reason: 'refused' }] });
  });

  test('the possible range holds every score, and the ends are reached', () => {
    const shapes: Partial<Instrument['scales'][number]>[] = [
      { method: 'mean' },
      { method: 'sum', weights: { b: 2.5 } },
      { method: 'count', countFrom: 3 },
      { method: 'sum', transform: 'percent-of-maximum' },
    ];
    for (const shape of shapes) {
      const at = (a: number, b: number) => of([scale(shape)], { a, b, c: a, d: a, e: a })[0]!;
      expect(at(1, 5).value).toBeCloseTo(at(1, 5).possible.minimum, 12);
      expect(at(5, 1).value).toBeCloseTo(at(5, 1).possible.maximum, 12);
    }
  });
});

test('the range of a scale is known where only its wording says which way the codes run', () => {
  const told = adHocInstrument({ items: ['A1', 'A2'], reverse: ['A2'], minimum: 1, maximum: 6 });
  const untold = { ...told, responseScales: told.responseScales.map(({ highCodeMeans: _, ...scale }) => scale) };
  expect(possibleRange(untold, 'scale')).toEqual({ minimum: 1, maximum: 6 });
});

describe('norms and bands, on request', () => {
  const source = { citation: 'Made for this test', checkedOn: '2026-11-21' };
  const normed: Instrument = {
    ...adHocInstrument({ items: ['a'], minimum: 1, maximum: 5 }),
    norms: [
      { id: 'staff', scale: 'scale', sample: 'staff', n: 100, mean: 2.5, sd: 0.8, source },
      {
        id: 'table',
        scale: 'scale',
        sample: 'staff',
        percentiles: [
          { score: 1, percentile: 5 },
          { score: 3, percentile: 50 },
          { score: 4, percentile: 90 },
        ],
        source,
      },
    ],
    bands: [
      {
        id: 'thirds',
        scale: 'scale',
        bands: [
          { id: 'low', from: null, label: { en: 'low' } },
          { id: 'middle', from: 2, label: { en: 'middle' } },
          { id: 'high', from: 4, label: { en: 'high' } },
        ],
        caution: 'A convention.',
        source,
      },
    ],
  };
  test('z and T from the mean and sd of the sample', () => {
    expect(normedScore(normed, 'staff', 3.5, 'z').value).toBeCloseTo(1.25, 12);
    expect(normedScore(normed, 'staff', 3.5, 't')).toMatchObject({ value: 62.5, norm: { sample: 'staff' } });
  });
  test.each([
    [0, 5],
    [1, 5],
    [2, 27.5],
    [3, 50],
    [3.5, 70],
    [4, 90],
    [5, 90],
    [NaN, NaN],
  ])('percentile of %d: %d', (score, expected) => {
    expect(normedScore(normed, 'table', score, 'percentile').value).toBe(expected);
  });
  test.each([
    [1, 'low'],
    [1.99, 'low'],
    [2, 'middle'],
    [4, 'high'],
    [5, 'high'],
  ])('band of %d: %s', (score, id) => {
    expect(scoreBand(normed, 'thirds', score)).toMatchObject({ band: { id }, caution: 'A convention.', source });
  });
  test('what is not there is refused by name', () => {
    expect(() => normedScore(normed, 'nope', 3, 'z')).toThrow('Unexpected norm: nope');
    expect(() => normedScore(normed, 'table', 3, 't')).toThrow('has no mean and sd');
    expect(() => normedScore(normed, 'staff', 3, 'percentile')).toThrow('has no percentile table');
    expect(() => scoreBand(normed, 'nope', 3)).toThrow('Unexpected bands: nope');
    expect(() => scoreBand(normed, 'thirds', NaN)).toThrow('NaN is in no band');
  });
});

describe('answers that nobody can interpret are never scored', () => {
  test('a code that the response scale does not have', () => {
    const columns = ['a', 'b', 'c'].map((item) => ({ item, codes: [1, item === 'b' ? 6 : 2] }));
    expect(() => scoreResponses(instrument, tableOfColumns(2, columns))).toThrow('Unexpected code of b in row 1: 6.');
    expect(() => scoreResponse(instrument, { a: 0 })).toThrow('Unexpected code of a: 0.');
  });
  test('a code between the codes of a scale with gaps', () => {
    const gaps = { ...instrument, responseScales: [{ ...instrument.responseScales[0]!, codes: [0, 25, 50, 75, 100] }] };
    const columns = ['a', 'b', 'c'].map((item) => ({ item, codes: [30] }));
    expect(() => scoreResponses(gaps, tableOfColumns(1, columns))).toThrow('Unexpected code of a in row 0: 30.');
  });
  test('a column that is not there', () => {
    expect(() => scoreResponses(instrument, tableOfColumns(1, [{ item: 'a', codes: [1] }]))).toThrow(
      'Unexpected table: it has no column for item b.',
    );
  });
});

const answer = fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constantFrom('skipped' as const, 'refused' as const));
const records = fc.array(fc.record({ a: answer, b: answer, c: answer }), { minLength: 1, maxLength: 20 });

describe('properties', () => {
  test('the outcome of a row is its receipt in figures', () => {
    const parts: Instrument['scales'] = [
      { ...instrument.scales[0]!, id: 'ab', items: ['a', 'b'], missing: { rule: 'person-mean' } },
      { ...instrument.scales[0]!, id: 'c', items: ['c'], substitutes: { refused: 3 } },
      { ...instrument.scales[0]!, id: 'all', parts: ['ab', 'c'], missing: { rule: 'minimum-answered', minimum: 1 } },
    ];
    fc.assert(
      fc.property(records, (all) => {
        const table = tableOfRecords(
          instrument,
          all.map((answers) => ({ answers })),
        );
        for (const { receipt, outcome } of scoreResponses({ ...instrument, scales: parts }, table)) {
          all.forEach((_, row) => {
            const { value, used, prorated, reason } = receipt(row);
            expect(outcome(row)).toEqual({ value, used: used.length, prorated, reason });
          });
        }
      }),
    );
  });

  test('any number of items, over more rows than a block holds, gives the mean of the keyed answers', () => {
    const rows = 2 * 2048 + 5;
    const all = Array.from({ length: 9 }, (_, i) => `i${i}`);
    const wide = adHocInstrument({ items: all, reverse: all.filter((_, i) => i % 2 === 1), minimum: 1, maximum: 5 });
    const [mean] = wide.scales;
    const scales = all.map((_, i) => ({
      ...mean!,
      id: `first-${i + 1}`,
      items: all.slice(0, i + 1),
      missing: { rule: 'minimum-answered' as const, minimum: 1 },
    }));
    const codeOf = (row: number, i: number) => ((row * 7 + i * 5) % 11 === 0 ? null : 1 + ((row * 3 + i * i) % 5));
    const columns = all.map((item, i) => ({ item, codes: Array.from({ length: rows }, (_, row) => codeOf(row, i)) }));
    const table = tableOfColumns(rows, columns);
    const weights = Object.fromEntries(all.map((item) => [item, 2]));
    const weighted = scales.map((scale) => ({
      ...scale,
      weights: Object.fromEntries(scale.items.map((item) => [item, weights[item]!])),
    }));
    const [plain, double] = [scales, weighted].map((of) => scoreResponses({ ...wide, scales: of }, table));
    for (let row = 0; row < rows; row++) {
      let sum = 0;
      let n = 0;
      all.forEach((_, i) => {
        const code = codeOf(row, i);
        if (code !== null) {
          sum += i % 2 === 1 ? 6 - code : code;
          n++;
        }
        if (plain![i]!.answered[row] !== n || !Object.is(plain![i]!.values[row], n === 0 ? NaN : sum / n)) {
          expect([row, i, plain![i]!.answered[row], plain![i]!.values[row]]).toEqual([row, i, n, sum / n]);
        }
      });
    }
    // the same by the slow way, which weights take
    plain!.forEach(({ values }, i) => {
      expect(double![i]!.values).toEqual(values);
    });
  });

  test('one record at a time gives the same as the whole table', () => {
    fc.assert(
      fc.property(records, (all) => {
        const ruled = withRule('mean', { rule: 'minimum-answered', minimum: 2 });
        const [scores] = scoreResponses(
          ruled,
          tableOfRecords(
            ruled,
            all.map((answers) => ({ answers })),
          ),
        );
        all.forEach((answers, row) => {
          expect(scoreResponse(ruled, answers)[0]).toEqual(scores!.receipt(row));
        });
      }),
    );
  });

  test('answers and coding turned round together give the same score, and the receipt names the other items', () => {
    fc.assert(
      fc.property(records, (all) => {
        for (const answers of all) {
          const turned = Object.fromEntries(
            Object.entries(answers).map(([item, code]) => [item, typeof code === 'number' ? 6 - code : code]),
          );
          const [given] = scoreResponse(instrument, answers);
          const [opposite] = scoreResponse(instrument, turned, { codes: 'rejection' });
          expect(opposite!.value).toEqual(given!.value);
          expect([...given!.reversed, ...opposite!.reversed].sort()).toEqual(['a', 'b', 'c']);
        }
      }),
    );
  });

  test('a score lies within the response scale', () => {
    fc.assert(
      fc.property(records, (all) => {
        const ruled = withRule('mean', { rule: 'minimum-answered', minimum: 1 });
        for (const answers of all) {
          const value = scoreResponse(ruled, answers)[0]!.value;
          expect(value === null || (value >= 1 && value <= 5)).toBe(true);
        }
      }),
    );
  });

  test('listwise keeps exactly the complete respondents, keyed', () => {
    fc.assert(
      fc.property(records, (all) => {
        const complete = all.filter((answers) => Object.values(answers).every((code) => typeof code === 'number'));
        const { n, nDropped, columns, items, reversed } = completeKeyedColumns(
          instrument,
          tableOfRecords(
            instrument,
            all.map((answers) => ({ answers })),
          ),
          'scale',
        );
        expect({ n, nDropped }).toEqual({ n: complete.length, nDropped: all.length - complete.length });
        expect(items).toEqual(['a', 'b', 'c']);
        expect(reversed).toEqual([false, true, false]);
        expect([...columns[1]!]).toEqual(complete.map(({ b }) => 6 - (b as number)));
      }),
    );
  });
});
