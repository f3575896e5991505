import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addToContingencyTable, contingencyTableOf, emptyContingencyTable, mergeContingencyTables } from './index.ts';

const codes = [1, 2, 3, 4];
const pairs = fc.array(fc.tuple(fc.constantFrom(...codes), fc.constantFrom(...codes)), { maxLength: 40 });
const tableOf = (rows: [number, number][]) =>
  contingencyTableOf(
    rows.map(([first]) => first),
    rows.map(([, second]) => second),
    codes,
  );

describe('contingency tables', () => {
  test('count pairs row by row, a code that nobody used included', () => {
    const table = contingencyTableOf(Object.freeze([1, 2, 2]), Uint8Array.of(1, 2, 1), [1, 2, 3]);
    expect([...table.counts]).toEqual([1, 0, 0, 1, 1, 0, 0, 0, 0]);
    expect(table.rowCodes).toEqual([1, 2, 3]);
    expect(contingencyTableOf([], [], [1, 2]).counts).toEqual(new Float64Array(4));
  });

  test('may have other codes in columns than in rows', () => {
    const table = addToContingencyTable(emptyContingencyTable([1, 2], [7, 8, 9]), 2, 8, 5);
    expect([...table.counts]).toEqual([0, 0, 0, 0, 5, 0]);
  });

  test('any split merged equals the whole, and so does adding one by one', () => {
    fc.assert(
      fc.property(pairs, fc.nat(), (rows, pick) => {
        const cut = pick % (rows.length + 1);
        const whole = tableOf(rows);
        expect(mergeContingencyTables(tableOf(rows.slice(0, cut)), tableOf(rows.slice(cut)))).toEqual(whole);
        let added = emptyContingencyTable(codes);
        for (const [first, second] of rows) added = addToContingencyTable(added, first, second);
        expect(added).toEqual(whole);
        expect(mergeContingencyTables(emptyContingencyTable(codes), whole)).toEqual(whole);
      }),
    );
  });

  test('leave what they are given as it is', () => {
    const empty = emptyContingencyTable([1, 2]);
    addToContingencyTable(empty, 1, 2);
    mergeContingencyTables(empty, contingencyTableOf([1], [1], [1, 2]));
    expect(empty.counts).toEqual(new Float64Array(4));
  });

  test('refuse what does not fit, and say what came', () => {
    const table = emptyContingencyTable([1, 2]);
    expect(() => contingencyTableOf([1], [1, 2], [1, 2])).toThrow('Unexpected column length: 2, expected 1.');
    expect(() => contingencyTableOf([1, NaN], [1, 1], [1, 2])).toThrow('Unexpected code: NaN, the codes being 1,2.');
    expect(() => addToContingencyTable(table, 3, 1)).toThrow('Unexpected code: 3, the codes being 1,2.');
    expect(() => addToContingencyTable(table, 1, 0)).toThrow('Unexpected code: 0, the codes being 1,2.');
    expect(() => addToContingencyTable(table, 1, 1, -1)).toThrow('Unexpected number of pairs: -1.');
    expect(() => emptyContingencyTable([1, 1])).toThrow('Unexpected code: 1, the codes being 1,1.');
    expect(() => emptyContingencyTable([1, NaN])).toThrow(RangeError);
    expect(() => mergeContingencyTables(table, emptyContingencyTable([2, 1]))).toThrow(
      'Unexpected codes: 2,1, expected 1,2.',
    );
    expect(() => mergeContingencyTables(table, emptyContingencyTable([1, 2], [1, 2, 3]))).toThrow(RangeError);
  });
});
