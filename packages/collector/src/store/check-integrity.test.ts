import SqliteDatabase from 'better-sqlite3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkIntegrity } from './check-integrity.ts';

const TABLES = [
  'create table ward (house text, name text, primary key (house, name))',
  'create table person (id text primary key, boss text references person)',
  `create table "team of" (house text, ward text, lead text references person (id), "own ""house""" text,
     foreign key (house, ward) references ward, foreign key ("own ""house""", ward) references ward (house, name))`,
];

function fileWith(statements: readonly string[]): SqliteDatabase.Database {
  const file = new SqliteDatabase(':memory:');
  file.pragma('foreign_keys = off');
  for (const statement of [...TABLES, ...statements]) file.exec(statement);
  return file;
}

const key = fc.constantFrom("'a'", "'b'", "'c'", 'null');
const rowsOf = (columns: number) => fc.array(fc.tuple(...new Array<typeof key>(columns).fill(key)), { maxLength: 6 });
const insert = (table: string, rows: readonly (readonly string[])[]) =>
  rows.map((row) => `insert or ignore into ${table} values (${row.join(', ')})`);

test('rows that refer to nothing are found where SQLite itself finds them', () => {
  const found: number[] = [];
  fc.assert(
    fc.property(rowsOf(2), rowsOf(2), rowsOf(4), fc.boolean(), (wards, people, teams, isIndexed) => {
      const file = fileWith([
        ...(isIndexed ? ['create index team_ward on "team of" (house, ward)'] : []),
        ...insert('ward', wards),
        ...insert('person', people),
        ...insert('"team of"', teams),
      ]);
      const expected = (file.pragma('foreign_key_check') as { table: string; parent: string }[]).map(
        ({ table, parent }) => `a row of ${table} refers to a ${parent} that is not there`,
      );
      expect(new Set(checkIntegrity(file))).toEqual(new Set(expected));
      found.push(new Set(expected).size);
      file.close();
    }),
  );
  // there were files with no such rows, with some, and with all kinds
  expect(new Set(found)).toEqual(new Set([0, 1, 2, 3]));
});

test('a table that is not there at all is missed', () => {
  const file = fileWith(['create table guest (host text references house (id))', 'insert into guest values (null)']);
  expect(checkIntegrity(file)).toEqual([]);
  file.exec("insert into guest values ('a')");
  expect(checkIntegrity(file)).toEqual(['a row of guest refers to a house that is not there']);
  file.close();
});
