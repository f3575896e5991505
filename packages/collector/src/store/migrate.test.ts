import SqliteDatabase from 'better-sqlite3';
import { Kysely, SqliteDialect, sql } from 'kysely';
import { expect, test } from 'vitest';
import { temporaryFile } from '../test/temporary-file.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations.ts';

function open(path: string) {
  const file = new SqliteDatabase(path);
  return { file, db: new Kysely<unknown>({ dialect: new SqliteDialect({ database: file }) }) };
}

test('an older database gets the steps that it lacks and keeps its rows', async () => {
  const { file, db } = open(temporaryFile());
  const [first] = Object.entries(migrations);
  await migrate(db, Object.fromEntries([first!]));
  file.exec(`insert into study values ('old', '{"en":"Old"}', 'tea', '1.2.0', '["en"]', 5, 0)`);
  const newer = {
    ...migrations,
    '9999-colour': {
      up: async (d: Kysely<unknown>) => void (await sql`alter table study add column colour text`.execute(d)),
    },
  };
  await migrate(db, newer);
  await migrate(db, newer);
  expect(file.prepare('select id, colour from study').all()).toEqual([{ id: 'old', colour: null }]);
  await expect(migrate(db)).rejects.toThrow('9999-colour');
  await db.destroy();
});

test('a step that fails is told, with its reason', async () => {
  const { db } = open(temporaryFile());
  const broken = { ...migrations, '9999-broken': { up: () => Promise.reject(new Error('no such luck')) } };
  await expect(migrate(db, broken)).rejects.toThrow('no such luck');
  await db.destroy();
});

test('rows are not numbered in order of arrival', async () => {
  const { file, db } = open(temporaryFile());
  await migrate(db);
  expect(() => file.prepare('select rowid from response')).toThrow('no such column: rowid');
  await db.destroy();
});
