import { expect, test } from 'vitest';
import { cellDecoder } from './cell-decoder.ts';
import { ColumnTally } from './column-tally.ts';

function tally(cells: readonly string[], codes?: readonly number[]) {
  const item = codes === undefined ? null : 'A';
  const column = new ColumnTally('a', item, cellDecoder(codes ?? [], [{ cell: '99', reason: 'refused' }]));
  for (const cell of cells) column.add(cell);
  return column.describe();
}
const upTo = (n: number, write: (i: number) => string = String) => Array.from({ length: n }, (_, i) => write(i));

test('the codes of an item are counted however they are written, and what is none of them stands apart', () => {
  expect(tally(['1', '1.0', ' 2', '', 'NA', '99', '7', 'often', '7'], [1, 2, 3])).toEqual({
    column: 'a',
    item: 'A',
    n: 6,
    missing: 3,
    kind: 'codes',
    values: [
      { value: '1', count: 2 },
      { value: '2', count: 1 },
    ],
    strange: [
      { value: '7', count: 2 },
      { value: 'often', count: 1 },
    ],
    range: null,
  });
});

test('any other column: up to 20 values are listed, in their order', () => {
  expect(tally(['10', '9', '9', '99'])).toMatchObject({
    n: 3,
    missing: 1,
    kind: 'codes',
    values: [
      { value: '9', count: 2 },
      { value: '10', count: 1 },
    ],
    range: { minimum: 9, maximum: 10 },
  });
  const twenty = upTo(20);
  expect(tally([...twenty, ...twenty])).toMatchObject({ kind: 'codes', n: 40 });
  expect(tally([...twenty, ...twenty]).values).toHaveLength(20);
});

test('more than 20 values are not listed: of numbers the range is said', () => {
  expect(tally([...upTo(21), '3'])).toMatchObject({ kind: 'numbers', values: [], range: { minimum: 0, maximum: 20 } });
  expect(tally([...upTo(21, (i) => `t${i}`), 't1'])).toMatchObject({ kind: 'text', values: [], range: null });
});

test('values of which none comes twice are names or identifiers, and are not listed', () => {
  expect(tally(['anna', 'bert', ''])).toMatchObject({ kind: 'unique', values: [], n: 2, missing: 1 });
  expect(tally(['', ''])).toMatchObject({ kind: 'empty', n: 0, missing: 2, range: null });
  expect(tally([''], [1, 2])).toMatchObject({ kind: 'empty' });
});

test('of many strange values 20 are kept', () => {
  const found = tally(
    upTo(100, (i) => `x${i}`),
    [1, 2],
  );
  expect([found.n, found.strange.length]).toEqual([100, 20]);
});
