import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adHocInstrument, formatPath } from '../instrument/index.ts';
import { checkResponseRecord, type ResponseRecord, tableOfColumns, tableOfRecords } from './index.ts';

const instrument = adHocInstrument({ items: ['a', 'b'], minimum: 1, maximum: 5 });
const record: ResponseRecord = {
  schema: 'peerscale/response@1',
  instrument: 'ad-hoc',
  version: '1.0.0',
  locale: 'cs',
  answers: { a: 3, b: 'refused' },
  startedAt: '2026-01-02T10:00:00.000Z',
  finishedAt: '2026-01-02T10:01:00.000Z',
  idempotencyKey: '6f1c1d0e-8c1b-4c8e-9a52-0d1f7f1f4f10',
};
const issuesOf = (input: unknown) => {
  const checked = checkResponseRecord(instrument, input);
  return checked.success ? [] : checked.issues.map(({ code, path }) => `${code} ${formatPath(path)}`);
};

describe('checkResponseRecord', () => {
  test('accepts a record, with a coding or without', () => {
    expect(checkResponseRecord(instrument, record)).toEqual({ success: true, value: record });
    expect(issuesOf({ ...record, coding: { codes: 'rejection' } })).toEqual([]);
  });

  test.each<[string, Record<string, unknown>, string[]]>([
    ['another instrument', { instrument: 'other' }, ['wrong-instrument instrument']],
    ['another version', { version: '1.0.1' }, ['wrong-version version']],
    ['an unknown item', { answers: { a: 1, b: 1, z: 1 } }, ['unknown-item answers.z']],
    [
      'a code out of range',
      { answers: { a: 6, b: 0 } },
      ['code-out-of-range answers.a', 'code-out-of-range answers.b'],
    ],
    ['a fraction', { answers: { a: 2.5, b: 1 } }, ['invalid-value answers.a']],
    ['text where a code belongs', { answers: { a: '3', b: 1 } }, ['invalid-value answers.a']],
    ['an item without answer or reason', { answers: { a: 1 } }, ['missing-answer answers.b']],
    ['a name', { name: 'Somebody' }, ['unknown-property name']],
    ['a finish before the start', { finishedAt: '2026-01-01T10:00:00.000Z' }, ['finished-before-started finishedAt']],
    ['an unknown response scale', { coding: { other: 'rejection' } }, ['unknown-response-scale coding.other']],
    ['a time that no clock can read', { startedAt: '2026-01-02T08:00:00+01' }, ['invalid-value startedAt']],
    ['no idempotency key', { idempotencyKey: 'x' }, ['invalid-value idempotencyKey']],
  ])('%s', (_, change, expected) => {
    expect(issuesOf({ ...record, ...change })).toEqual(expected);
  });

  test('says every issue at once', () => {
    expect(issuesOf({ ...record, answers: { a: 9, z: 1 }, coding: { other: 'rejection' } })).toEqual([
      'code-out-of-range answers.a',
      'missing-answer answers.b',
      'unknown-item answers.z',
      'unknown-response-scale coding.other',
    ]);
  });

  test('whatever is posted, there is an answer and no crash', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true, withBigInt: true }), (input) => {
        expect(checkResponseRecord(instrument, input).success).toBe(false);
      }),
    );
    expect(issuesOf({ ...record, answers: JSON.parse('{"__proto__":{"a":1},"a":1,"b":2}') })).not.toContain('crash');
  });
});

describe('tableOfRecords', () => {
  test('keeps codes and reasons apart', () => {
    const { rows, columns } = tableOfRecords(instrument, [record, { answers: { a: 'dont-know', b: 5 } }]);
    expect(rows).toBe(2);
    expect([...columns.get('a')!.codes]).toEqual([3, 0]);
    expect([...columns.get('a')!.missing]).toEqual([0, 4]);
    expect([...columns.get('b')!.missing]).toEqual([3, 0]);
  });
  test('mirrors records of the opposite coding into the one of the definition', () => {
    const { columns } = tableOfRecords(instrument, [
      { answers: { a: 2, b: 1 } },
      { answers: { a: 4, b: 5 }, coding: { codes: 'rejection' } },
    ]);
    expect([...columns.get('a')!.codes]).toEqual([2, 2]);
    expect([...columns.get('b')!.codes]).toEqual([1, 1]);
  });
});

describe('tableOfColumns', () => {
  test('null, undefined and NaN are missing, never zero', () => {
    const column = tableOfColumns(4, [{ item: 'a', codes: [0, null, undefined, NaN] }]).columns.get('a')!;
    expect([...column.missing]).toEqual([0, 2, 2, 2]);
  });
  test('keeps the reasons that are given', () => {
    const column = tableOfColumns(2, [{ item: 'a', codes: [7, 7], missing: [3, 0] }]).columns.get('a')!;
    expect([...column.missing]).toEqual([3, 0]);
    expect([...column.codes]).toEqual([0, 7]);
  });
  test.each([
    [{ item: 'a', codes: [1] }, 'Unexpected length of a: 1, the table has 2.'],
    [{ item: 'a', codes: [1, 2.5] }, 'Unexpected code of a in row 1: 2.5.'],
    [{ item: 'a', codes: [1, 40000] }, 'Unexpected code of a in row 1: 40000.'],
  ])('refuses %j', (column, message) => {
    expect(() => tableOfColumns(2, [column])).toThrow(message);
  });
  test('refuses an item twice', () => {
    const column = { item: 'a', codes: [1] };
    expect(() => tableOfColumns(1, [column, column])).toThrow('Unexpected columns: a is there twice.');
  });
});
