import { expect, test } from 'vitest';
import { findColumns } from './find-columns.ts';

const wanted = (...names: string[]) => new Map(names.map((name) => [name, name]));

test('columns are found by name, spaces around names not counted', () => {
  const columns = findColumns(
    ['id', ' A2 ', 'first'],
    new Map([
      ['A1', 'first'],
      ['A2', 'A2'],
    ]),
    'a.csv',
  );
  expect(columns).toEqual([
    { item: 'A1', column: 'first', index: 2 },
    { item: 'A2', column: 'A2', index: 1 },
  ]);
});

test.each([
  ['one missing', ['A1', 'B2'], wanted('A1', 'LEAD'), 'a.csv: has no column "LEAD"'],
  ['a near name', ['lead01'], wanted('LEAD01'), 'a.csv: has no column "LEAD01"; near "LEAD01" there is "lead01"'],
  [
    'many missing',
    ['x'],
    wanted('A', 'B', 'C', 'D', 'E', 'F', 'G'),
    'a.csv: has no column "A", "B", "C", "D", "E" and 2 more',
  ],
  ['twice', ['A1', 'A2', 'A1'], wanted('A1'), 'a.csv: has the column "A1" 2 times; which one is meant?'],
])('%s', (_, header, columns, message) => {
  expect(() => findColumns(header, columns, 'a.csv')).toThrow(message);
});

test('a column that nobody needs may be there twice', () => {
  expect(findColumns(['x', 'A1', 'x'], wanted('A1'), 'a.csv')).toHaveLength(1);
});
