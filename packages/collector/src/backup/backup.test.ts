import { existsSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import SqliteDatabase from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openSqliteStore } from '../store/open-sqlite-store.ts';
import { openStore } from '../store/open-store.ts';
import { responseRow } from '../store/response-row.ts';
import { testEngines } from '../test/engines.ts';
import { rowsOf } from '../test/rows-of.ts';
import { teaRecord, teaStudy } from '../test/tea-study.ts';
import { temporaryFile } from '../test/temporary-file.ts';
import { backUp } from './back-up.ts';
import { BACKED_UP_TABLES, NOT_BACKED_UP } from './backed-up-tables.ts';
import { sha256OfFile } from './checksum-file.ts';
import { restore } from './restore.ts';

const DAY = '2026-11-21';
const engines = testEngines();

/** A row in every table, a team that stands before the one above it, a number beyond 32 bits. */
const rowsOfEveryTable = [
  "insert into organisation values ('ward', 'Ward')",
  "insert into account values ('a', 'ward', 'a@example.org', 'Žofie', 'owner', null, 'hash', 'cs', 0, 1800000000000)",
  "insert into passkey values ('p', 'a', 'key', 4000000000, '[]', 'phone', 1800000000001)",
  "insert into session values ('s', 'a', 'c', 1, 2, 3)",
  "insert into known_device values ('d', 'a', 3)",
  "insert into one_time_link values ('l', 'reset', 'a', null, 3)",
  "insert into idempotency_key values ('i', 'a', 'f', null, 1800000000000)",
  "insert into audit values (1, 1800000000000, 'ward', 'a', 'login', 'a', '{}', '', 'h1')",
  "insert into study (id, title, state, locales, organisation_id) values ('w', '{}', 'open', '[]', 'ward')",
  "insert into team values ('a-child', 'w', 'Child', null, null)",
  "insert into team values ('z-parent', 'w', 'Parent', null, 'home')",
  "update team set parent_id = 'z-parent' where id = 'a-child'",
  // more of them below it than are copied at a time
  `insert into team with recursive n(i) as (select 1 union all select i + 1 from n where i < 1100)
   select 'b-' || i, 'w', 'Below', 'z-parent', null from n`,
  "insert into respondent_group values ('staff', 'w', 'Staff', '{}')",
  "insert into wave values ('w1', 'w', 1, 'First', '2026-01-01', '2026-02-01', '[]', 'open', null)",
  "insert into wave_cell values ('w1', 'a-child', 'staff', 7)",
  "insert into link values ('k', 'w1', null, null, 'open')",
  "insert into token values ('t', 'w1', 'a-child', 'staff')",
  "insert into submission values ('f', 'w', 'plan', '1.0.0', 'en', '{}', '{}', '2026-01-03', 60, 'digest')",
  "insert into other_answer values ('o', 'w', 'w1', 'a-child', 'staff', 'free', 'text', 'a \u{1F375} of tea')",
  "insert into cell_tally values ('w', 'w1', '', '', 'tea', '1.2.0', '[1]', '[2]')",
  "insert into action values ('n', 'w', 'a-child', 'w1', 'talk', 'open', null, 'a', '2026-01-05')",
  "insert into report_release values ('r', 'w', 'f', '{}', 1800000000000)",
  "insert into staff_letter values ('w1', 'reminder', '2026-01-08', 'a', 'sent', 1)",
];

async function filled(engine: (typeof engines)[number][1]): Promise<string> {
  const address = await engine.newAddress();
  const store = await openStore(address);
  await store.createStudy(teaStudy);
  await Promise.all(Array.from({ length: 20 }, (_, i) => store.addResponse(teaStudy.id, teaRecord(i), DAY)));
  await store.close();
  for (const row of rowsOfEveryTable) await engine.query(address, row);
  return address;
}

async function contentOf(engine: (typeof engines)[number][1], address: string): Promise<unknown> {
  const content: Record<string, unknown> = {};
  for (const table of [...BACKED_UP_TABLES, ...NOT_BACKED_UP]) {
    const rows = await engine.query(address, `select * from ${table}`);
    // node-postgres gives 64 bits as text
    const plain = rows.map((row) =>
      JSON.stringify(Object.entries(row).map(([k, v]) => [k, v === null ? null : `${v}`])),
    );
    content[table] = plain.sort();
  }
  return content;
}

describe.each(engines)('from %s', (_, from) => {
  test.each(engines)('to %s: every row is there again, and no way in that was closed', async (_, to) => {
    const source = await filled(from);
    const file = temporaryFile('backup.db');
    const digest = await backUp(source, file);
    expect(readdirSync(dirname(file)).sort()).toEqual(['backup.db', 'backup.db.sha256']);
    expect(readFileSync(`${file}.sha256`, 'utf8')).toBe(`${digest}  backup.db\n`);
    expect(await sha256OfFile(file)).toBe(digest);
    expect(statSync(file).mode & 0o077).toBe(0);
    const target = await to.newAddress();
    await restore(file, target);
    const expected = (await contentOf(from, source)) as Record<string, unknown[]>;
    expect(BACKED_UP_TABLES.filter((table) => expected[table]?.length === 0)).toEqual([]);
    for (const table of NOT_BACKED_UP) {
      expect(expected[table]).toHaveLength(1);
      expected[table] = [];
    }
    expect(await contentOf(to, target)).toEqual(expected);
    const store = await openStore(target);
    expect(await store.addResponse(teaStudy.id, teaRecord(0), DAY)).toBe('repeated');
    expect(await store.addResponse(teaStudy.id, teaRecord(99), DAY)).toBe('stored');
    await store.close();
  });
});

test.each(engines)(
  'a backup taken from %s under load holds what was acknowledged before it, and restores',
  async (_, engine) => {
    const address = await engine.newAddress();
    const store = await openStore(address);
    onTestFinished(() => store.close());
    await store.createStudy(teaStudy);
    const acknowledged: number[] = [];
    let number = 0;
    let stop = false;
    const posting = Promise.all(
      Array.from({ length: 8 }, async () => {
        while (!stop) {
          const posted = number++;
          await store.addResponse(teaStudy.id, teaRecord(posted), DAY);
          acknowledged.push(posted);
          await nextTurn();
        }
      }),
    );
    for (let round = 0; round < 3; round++) {
      while (acknowledged.length < 300 * (round + 1)) await nextTurn();
      const before = [...acknowledged];
      const file = temporaryFile('backup.db');
      await backUp(address, file);
      expect(number).toBeGreaterThan(before.length);
      const restored = temporaryFile();
      await restore(file, restored);
      // opening checks the file from end to end
      await (await openSqliteStore(restored)).close();
      const kept = new Set(rowsOf(restored).map(({ key_digest }) => key_digest));
      const missing = before.filter((posted) => !kept.has(responseRow(teaStudy.id, teaRecord(posted), DAY).key_digest));
      expect(missing).toEqual([]);
    }
    stop = true;
    await posting;
  },
);

test('what is written to the file after copying began is not in the backup', async () => {
  const [, sqlite] = engines[0]!;
  const source = await filled(sqlite);
  const writer = new SqliteDatabase(source);
  onTestFinished(() => void writer.close());
  // more pages than are copied at a time
  writer.exec("insert into organisation values ('large', printf('%.*c', 2000000, 'x'))");
  const file = temporaryFile('backup.db');
  const backing = backUp(source, file);
  writer.exec("insert into organisation values ('late', 'Late')");
  await backing;
  expect(await sqlite.query(file, 'select id from organisation order by id')).toEqual([
    { id: 'large' },
    { id: 'ward' },
  ]);
});

test('nothing is overwritten unasked', async () => {
  const [, sqlite] = engines[0]!;
  const source = await filled(sqlite);
  const file = temporaryFile('backup.db');
  await backUp(source, file);
  await expect(backUp(source, file)).rejects.toThrow(`${file} is there already; --force replaces it.`);
  await backUp(source, file, { force: true });
  await expect(restore(file, source)).rejects.toThrow(`${source} is there already; --force replaces it.`);
  const store = await openStore(source);
  await store.addResponse(teaStudy.id, teaRecord(1000), DAY);
  // not under a collector that runs
  await expect(restore(file, source, { force: true })).rejects.toThrow('It is in use by process');
  expect(await store.addResponse(teaStudy.id, teaRecord(1000), DAY)).toBe('repeated');
  await store.close();
  await restore(file, source, { force: true });
  expect(rowsOf(source)).toHaveLength(20);
});

test('a PostgreSQL database with rows is replaced only when asked, its audit log with it', async () => {
  const [, sqlite] = engines[0]!;
  const [, postgres] = engines[1]!;
  const file = temporaryFile('backup.db');
  const source = await filled(sqlite);
  await backUp(source, file);
  const target = await filled(postgres);
  await postgres.query(target, "insert into organisation values ('more', 'More')");
  await expect(restore(file, target)).rejects.toThrow(/is not empty; --force replaces what is in it/);
  await restore(file, target, { force: true });
  const expected = await contentOf(sqlite, source);
  expect(await contentOf(postgres, target)).toEqual({
    ...(expected as object),
    session: [],
    known_device: [],
    one_time_link: [],
    idempotency_key: [],
  });
  await expect(postgres.query(target, 'delete from audit')).rejects.toThrow('append-only');
});

test('the log of a file that was not closed is not played into the one that takes its place', async () => {
  const [, sqlite] = engines[0]!;
  const source = await filled(sqlite);
  const file = temporaryFile('backup.db');
  await backUp(source, file);
  // as after kill -9: a file with a log beside it
  const writer = new SqliteDatabase(source);
  writer.pragma('wal_autocheckpoint = 0');
  writer.exec("insert into organisation values ('late', 'Late')");
  const log = readFileSync(`${source}-wal`);
  const main = readFileSync(source);
  writer.close();
  writeFileSync(source, main);
  writeFileSync(`${source}-wal`, log);
  await restore(file, source, { force: true });
  expect(await sqlite.query(source, 'select id from organisation')).toEqual([{ id: 'ward' }]);
  await (await openStore(source)).close();
});

test.each<[string, (file: string) => void, string]>([
  [
    'one byte is another',
    (file) => {
      const bytes = readFileSync(file);
      bytes[5000]! ^= 1;
      writeFileSync(file, bytes);
    },
    'is damaged: its SHA-256 checksum is',
  ],
  [
    'it was cut short',
    (file) => writeFileSync(file, readFileSync(file).subarray(0, 8192)),
    'is damaged: its SHA-256 checksum is',
  ],
  ['its checksum is missing', (file) => renameSync(`${file}.sha256`, `${file}.lost`), 'Its checksum is missing'],
  ['its checksum is none', (file) => writeFileSync(`${file}.sha256`, 'hello\n'), 'holds no SHA-256 checksum'],
])('a backup is refused where %s, and nothing is touched', async (_, damage, said) => {
  const [, sqlite] = engines[0]!;
  const source = await filled(sqlite);
  const file = temporaryFile('backup.db');
  await backUp(source, file);
  damage(file);
  const target = join(dirname(file), 'answers.db');
  await expect(restore(file, target)).rejects.toThrow(said);
  expect(existsSync(target)).toBe(false);
  const before = readFileSync(source);
  await expect(restore(file, source, { force: true })).rejects.toThrow(said);
  expect(readFileSync(source)).toEqual(before);
  expect(readdirSync(dirname(source)).filter((name) => !name.startsWith(basename(source)))).toEqual([]);
});

test('a damaged file is not backed up as if it were whole', async () => {
  const [, sqlite] = engines[0]!;
  const source = await filled(sqlite);
  const bytes = readFileSync(source);
  const at = bytes.indexOf('"tea-calms":4');
  bytes[at + '"tea-calms":'.length] = '5'.charCodeAt(0);
  writeFileSync(source, bytes);
  const file = temporaryFile('backup.db');
  await expect(backUp(source, file)).rejects.toThrow(`${source} is damaged: 1 of the responses`);
  expect(readdirSync(dirname(file))).toEqual([]);
  await expect(backUp(join(dirname(file), 'none.db'), file)).rejects.toThrow();
  expect(readdirSync(dirname(file))).toEqual([]);
});
