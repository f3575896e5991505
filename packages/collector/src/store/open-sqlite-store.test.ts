import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { expect, test, vi } from 'vitest';
import { rowsOf } from '../test/rows-of.ts';
import { teaRecord, teaStudy } from '../test/tea-study.ts';
import { temporaryFile } from '../test/temporary-file.ts';
import { openSqliteStore } from './open-sqlite-store.ts';

test('studies and answers are there again after closing and opening the file', async () => {
  const path = temporaryFile();
  const first = await openSqliteStore(path);
  await first.createStudy(teaStudy);
  await first.addResponse('tea-2026', teaRecord(1), '2026-11-21');
  await first.close();
  const second = await openSqliteStore(path);
  expect(await second.study('tea-2026')).toEqual(teaStudy);
  expect(await second.records('tea-2026')).toEqual([{ answers: teaRecord().answers }]);
  expect(await second.addResponse('tea-2026', teaRecord(1), '2026-11-22')).toBe('repeated');
  await second.close();
});

test('every commit is synced: WAL, synchronous FULL, foreign keys, a busy timeout', async () => {
  const pragma = vi.spyOn(SqliteDatabase.prototype, 'pragma');
  const path = temporaryFile();
  const store = await openSqliteStore(path, { busyTimeout: 1234 });
  const file = pragma.mock.contexts[0] as SqliteDatabase.Database;
  pragma.mockRestore();
  expect(file.pragma('journal_mode', { simple: true })).toBe('wal');
  expect(file.pragma('synchronous', { simple: true })).toBe(2);
  expect(file.pragma('foreign_keys', { simple: true })).toBe(1);
  expect(file.pragma('busy_timeout', { simple: true })).toBe(1234);
  await store.close();
  expect(file.open).toBe(false);
});

test('an answer to a study that does not exist cannot be stored', async () => {
  const path = temporaryFile();
  const store = await openSqliteStore(path);
  await expect(store.addResponse('nowhere', teaRecord(), '2026-11-21')).rejects.toThrow('FOREIGN KEY');
  expect(rowsOf(path)).toEqual([]);
  await store.close();
});

test('a database of a newer version is refused and left as it was', async () => {
  const path = temporaryFile();
  await (await openSqliteStore(path)).close();
  const file = new SqliteDatabase(path);
  file.exec("insert into kysely_migration values ('9999-from-the-future', '2030-01-01T00:00:00.000Z')");
  const before = file.prepare('select * from kysely_migration').all();
  await expect(openSqliteStore(path)).rejects.toThrow(/answers\.db.*newer version.*9999-from-the-future/);
  expect(file.prepare('select * from kysely_migration').all()).toEqual(before);
  // the refused attempt holds no lock
  file.exec('create table still_writable (a)');
  file.close();
});

test('a file that is no database and a folder that is not there are refused by name', async () => {
  const path = temporaryFile();
  writeFileSync(path, 'item,answer\n'.repeat(200));
  await expect(openSqliteStore(path)).rejects.toThrow(
    `Cannot open the answers database ${path}. file is not a database`,
  );
  const nowhere = join(dirname(path), 'missing', 'answers.db');
  await expect(openSqliteStore(nowhere)).rejects.toThrow(`Cannot open the answers database ${nowhere}.`);
});

test('two stores on one file share its rows and its keys', async () => {
  const path = temporaryFile();
  const a = await openSqliteStore(path);
  const b = await openSqliteStore(path);
  await a.createStudy(teaStudy);
  const results = await Promise.all(
    [a, b, a, b].map((store) => store.addResponse('tea-2026', teaRecord(1), '2026-11-21')),
  );
  expect(results.sort()).toEqual(['repeated', 'repeated', 'repeated', 'stored']);
  await b.addResponse('tea-2026', teaRecord(2), '2026-11-21');
  await a.close();
  expect(await b.records('tea-2026')).toHaveLength(2);
  await b.close();
});

test('a store in memory works the same', async () => {
  const store = await openSqliteStore(':memory:');
  await store.createStudy(teaStudy);
  expect(await store.addResponse('tea-2026', teaRecord(1), '2026-11-21')).toBe('stored');
  expect(await store.records('tea-2026')).toHaveLength(1);
  await store.close();
});
