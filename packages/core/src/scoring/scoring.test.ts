import { expectRelative, loadFixture } from '@peerscale/test-utils';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adHocInstrument, type Instrument } from '../instrument/index.ts';
import { type ResponseRecord, tableOfColumns, tableOfRecords } from '../responses/index.ts';
import { completeKeyedColumns, scoreResponse, scoreResponses } from './index.ts';

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
      used: ['a', 'b'],
      missing: [{ item: 'c', reason: 'refused' }],
      reversed: ['b'],
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
