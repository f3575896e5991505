import SqliteDatabase from 'better-sqlite3';
import { type Dialect, Kysely, PostgresDialect, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import pg from 'pg';
import { describe, expect, onTestFinished, test } from 'vitest';
import { testEngines } from '../test/engines.ts';
import { temporaryFile } from '../test/temporary-file.ts';
import { migrate } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { OwnSqliteDialect } from './sqlite-dialect.ts';

type Steps = Record<string, Migration>;

const first: Steps = { '0001-studies-and-responses': migrations['0001-studies-and-responses']! };

const step = (text: string): Migration => ({
  up: async (db: Kysely<unknown>) => void (await sql.raw(text).execute(db)),
});

function dialectOf(address: string): Dialect {
  return address.startsWith('postgres')
    ? new PostgresDialect({ pool: new pg.Pool({ connectionString: address, max: 2 }) })
    : new OwnSqliteDialect(new SqliteDatabase(address), { busyTimeout: 1000 });
}

describe.each(testEngines())('%s', (_, engine) => {
  async function open() {
    const address = await engine.newAddress();
    const db = new Kysely<unknown>({ dialect: dialectOf(address) });
    onTestFinished(() => db.destroy());
    const rows = (text: string) => engine.query(address, text);
    return { db, rows };
  }

  test('a database of the first tables keeps its studies and answers in the present ones', async () => {
    const { db, rows } = await open();
    await migrate(db, first);
    await rows(`insert into study values ('old', '{"en":"Old"}', 'tea', '1.2.0', '["en"]', 6, 1)`);
    for (const key of ['b', 'a', 'c']) {
      await rows(
        `insert into response values ('${key}', 'old', 'tea', '1.2.0', 'en', null, '{"x":1}', '2026-11-20', 90, 'digest')`,
      );
    }
    await migrate(db);
    expect(await rows('select * from study')).toEqual([
      {
        id: 'old',
        organisation_id: null,
        title: '{"en":"Old"}',
        state: 'open',
        instrument: 'tea',
        version: '1.2.0',
        locales: '["en"]',
        minimum_group_size: 6,
        minimum_text_size: 10,
        linkage: 'none',
        linkage_key: null,
        show_scores: 0,
        help_contacts: null,
        retention_days: null,
        simulated: 1,
        plan: null,
      },
    ]);
    expect(await rows('select * from response order by key_digest')).toEqual(
      ['a', 'b', 'c'].map((key) => ({
        key_digest: key,
        study_id: 'old',
        wave_id: null,
        team_id: null,
        group_id: null,
        part: null,
        instrument: 'tea',
        version: '1.2.0',
        locale: 'en',
        coding: null,
        answers: '{"x":1}',
        day: '2026-11-20',
        duration_seconds: 90,
        content_digest: 'digest',
        submission_digest: null,
        code: null,
        receipt_digest: null,
        reuse: null,
        folded: 0,
      })),
    );
  });

  test('an older database gets the steps that it lacks, once', async () => {
    const { db, rows } = await open();
    await migrate(db);
    const newer = { ...migrations, '0099-colour': step('alter table study add column colour text') };
    await migrate(db, newer);
    await migrate(db, newer);
    expect(await rows('select id, colour from study')).toEqual([]);
    await expect(migrate(db)).rejects.toThrow('newer version of @peerscale/collector: the migration 0099-colour');
  });

  test('a database whose steps had other SQL is refused and left as it was', async () => {
    const { db, rows } = await open();
    await migrate(db, { ...first, '0002-colour': step('alter table study add column colour text') });
    const edited = {
      ...first,
      '0002-colour': step('alter table study add column colour varchar'),
      '0003-more': step('alter table study add column more text'),
    };
    await expect(migrate(db, edited)).rejects.toThrow('Its migration 0002-colour was made with other SQL');
    await expect(rows('select more from study')).rejects.toThrow('more');
    const checksums = await rows('select * from migration_checksum order by name');
    expect(checksums).toEqual([
      { name: '0001-studies-and-responses', checksum: expect.stringMatching(/^[0-9a-f]{64}$/) },
      { name: '0002-colour', checksum: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ]);
  });

  test('a step that fails is told, with its reason, and nothing of it stays', async () => {
    const { db, rows } = await open();
    await migrate(db, first);
    const halfway: Migration = {
      async up(d: Kysely<unknown>) {
        await sql`alter table study add column colour text`.execute(d);
        await sql`insert into nowhere values (1)`.execute(d);
      },
    };
    await expect(migrate(db, { ...first, '0002-halfway': halfway })).rejects.toThrow('nowhere');
    await expect(rows('select colour from study')).rejects.toThrow('colour');
    await migrate(db);
    expect(await rows('select count(*) as n from migration_checksum')).toEqual([
      { n: expect.toSatisfy((n) => Number(n) === Object.keys(migrations).length) },
    ]);
  });

  test('the audit log takes new entries and refuses every change of one', async () => {
    const { db, rows } = await open();
    await migrate(db);
    const entry = (sequence: number, hash: string) =>
      `into audit values (${sequence}, 0, null, null, 'login', 'a', '{}', '', '${hash}')`;
    await rows(`insert ${entry(1, 'h1')}`);
    await rows(`insert ${entry(2, 'h2')}`);
    for (const change of [
      "update audit set action = 'none'",
      'delete from audit where sequence = 1',
      'delete from audit',
    ]) {
      await expect(rows(change)).rejects.toThrow('append-only');
    }
    await expect(rows(`insert ${entry(2, 'h3')}`)).rejects.toThrow();
    if (_ === 'SQLite') await expect(rows(`insert or replace ${entry(2, 'h3')}`)).rejects.toThrow('append-only');
    else await expect(rows('truncate audit')).rejects.toThrow('append-only');
    expect(await rows('select hash from audit order by sequence')).toEqual([{ hash: 'h1' }, { hash: 'h2' }]);
  });

  test('what belongs to a study goes with it', async () => {
    const { db, rows } = await open();
    await migrate(db);
    await rows(`insert into study (id, title, state, locales) values ('s', '{}', 'open', '[]')`);
    await rows(`insert into team (study_id, id, name) values ('s', 'parent', 'Parent')`);
    await rows(`insert into team (study_id, id, name, parent_id) values ('s', 'child', 'Child', 'parent')`);
    await rows(`insert into wave values ('w', 's', 1, 'First', '2026-01-01', '2026-02-01', '[]', 'open', null)`);
    await rows(`insert into token values ('t', 'w', 'child', 'staff')`);
    await rows(`insert into organisation values ('o', 'Ward')`);
    await rows(`insert into account values ('a', 'o', 'a@example.org', 'Ada', 'owner', null, null, 'en', 0, 0)`);
    await rows(`insert into staff_letter values ('w', 'reminder', '2026-01-08', 'a', 'sent', 1)`);
    await rows(`insert into response (key_digest, study_id, wave_id, team_id, group_id, instrument, version, locale,
      answers, day, duration_seconds, content_digest) values ('k', 's', 'w', 'child', 'staff', 'tea', '1.2.0', 'en',
      '{}', '2026-01-02', 3, 'd')`);
    await rows(`delete from study where id = 's'`);
    for (const table of ['team', 'wave', 'token', 'response', 'staff_letter']) {
      expect(await rows(`select * from ${table}`), table).toEqual([]);
    }
  });
});

test('in SQLite no row of people is numbered in order of arrival', async () => {
  const path = temporaryFile();
  const file = new SqliteDatabase(path);
  const db = new Kysely<unknown>({ dialect: new OwnSqliteDialect(file, { busyTimeout: 1000 }) });
  await migrate(db);
  for (const table of ['response', 'other_answer', 'token', 'cell_tally', 'session']) {
    expect(() => file.prepare(`select rowid from ${table}`), table).toThrow('no such column: rowid');
  }
  await db.destroy();
});
