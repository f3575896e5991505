import { readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import SqliteDatabase from 'better-sqlite3';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
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

test('every commit is synced: WAL, synchronous FULL; foreign keys hold; what is deleted is overwritten', async () => {
  const path = temporaryFile();
  const store = await openSqliteStore(path);
  const settings = await store.write(async (trx) => {
    const of = async (name: string) =>
      Object.values((await sql.raw<Record<string, unknown>>(`pragma ${name}`).execute(trx)).rows[0]!)[0];
    return [await of('journal_mode'), await of('synchronous'), await of('foreign_keys'), await of('secure_delete')];
  });
  expect(settings).toEqual(['wal', 2, 1, 1]);
  await store.close();
  // the log is tidied up when the last one lets go, so nobody has it open any more
  expect(readdirSync(dirname(path)).filter((name) => name.endsWith('-wal'))).toEqual([]);
});

test('what is read is what was committed, and nothing is written outside of the thread that writes', async () => {
  const path = temporaryFile();
  const store = await openSqliteStore(path);
  onTestFinished(() => store.close());
  const names = async () =>
    (await store.db.selectFrom('organisation').select('name').execute()).map(({ name }) => name);
  await store.write(async (trx) => {
    await trx.insertInto('organisation').values({ id: 'a', name: 'A' }).execute();
    expect(await trx.selectFrom('organisation').selectAll().execute()).toHaveLength(1);
    expect(await names()).toEqual([]);
  });
  expect(await names()).toEqual(['A']);
  // a statement outside of `write` waits for its turn too
  await Promise.all(
    ['b', 'c', 'd'].map((id) => store.db.insertInto('organisation').values({ id, name: id }).execute()),
  );
  expect(await names()).toEqual(['A', 'b', 'c', 'd']);
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

test('one process serves a file, and the one that comes second is told so by name', async () => {
  const path = temporaryFile();
  const first = await openSqliteStore(path);
  await first.createStudy(teaStudy);
  const alias = join(dirname(path), 'alias.db');
  symlinkSync(path, alias);
  for (const name of [path, alias]) {
    await expect(openSqliteStore(name)).rejects.toThrow(
      `Cannot open the answers database ${name}. It is in use by process ${process.pid} on ${hostname()}.`,
    );
  }
  // the first one was not disturbed, and who only reads is welcome
  expect(await first.addResponse('tea-2026', teaRecord(1), '2026-11-21')).toBe('stored');
  expect(rowsOf(path)).toHaveLength(1);
  await first.close();
  const second = await openSqliteStore(path);
  expect(await second.records('tea-2026')).toHaveLength(1);
  await second.close();
});

test('a new file is for its owner alone', async () => {
  const path = temporaryFile();
  const store = await openSqliteStore(path);
  await store.createStudy(teaStudy);
  for (const name of readdirSync(dirname(path))) {
    expect(statSync(join(dirname(path), name)).mode & 0o077, name).toBe(0);
  }
  await store.close();
});

test('a store in memory works the same', async () => {
  const store = await openSqliteStore(':memory:');
  await store.createStudy(teaStudy);
  expect(await store.addResponse('tea-2026', teaRecord(1), '2026-11-21')).toBe('stored');
  expect(await store.records('tea-2026')).toHaveLength(1);
  await store.close();
});
