import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, fstatSync, openSync, readFileSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import SqliteDatabase from 'better-sqlite3';
import { sql } from 'kysely';
import { expect, onTestFinished, type TestContext, test } from 'vitest';
import { answeringPeople } from '../test/answering-people.ts';
import { testEngines } from '../test/engines.ts';
import { startKillTestServer } from '../test/kill-test-server.ts';
import { queryPostgres } from '../test/postgres-server.ts';
import { rowsOf } from '../test/rows-of.ts';
import { json, problemOf, teaCollector } from '../test/tea-collector.ts';
import { teaRecord, teaStudy } from '../test/tea-study.ts';
import { temporaryFile } from '../test/temporary-file.ts';
import { mountTinyDisk, type TinyDisk } from '../test/tiny-disk.ts';
import { DAY as ANSWERED_ON, type Guest, type Query, storedGuests, wardCrowd } from '../test/ward-crowd.ts';
import { openSqliteStore } from './open-sqlite-store.ts';
import { openStore } from './open-store.ts';
import { StoreUnavailableError } from './store-unavailable-error.ts';

const [, postgres] = testEngines().find(([name]) => name === 'PostgreSQL')!;
const DAY = '2026-11-21';

/** A file with so many responses, closed. */
async function fileWithResponses(count: number): Promise<string> {
  const path = temporaryFile();
  const store = await openSqliteStore(path);
  await store.createStudy(teaStudy);
  await Promise.all(Array.from({ length: count }, (_, i) => store.addResponse(teaStudy.id, teaRecord(i), DAY)));
  await store.close();
  return path;
}

test('on a full disk nothing is acknowledged that is not stored, and there is room again afterwards', async () => {
  const path = await fileWithResponses(1);
  const store = await openSqliteStore(path);
  const { page_count: pages } = (await sql<{ page_count: number }>`pragma page_count`.execute(store.db)).rows[0]!;
  const most = (count: number) => store.write((trx) => sql.raw(`pragma max_page_count = ${count}`).execute(trx));
  await most(pages + 12);
  const post = (from: number, count: number) =>
    Promise.allSettled(
      Array.from({ length: count }, (_, i) => store.addResponse(teaStudy.id, teaRecord(from + i), DAY)),
    );
  // few at a time, so that some are stored before the disk is full
  let stored = 1;
  let refused: unknown;
  for (let from = 1; refused === undefined; from += 10) {
    const results = await post(from, 10);
    stored += results.filter(({ status }) => status === 'fulfilled').length;
    refused = results.find((result) => result.status === 'rejected')?.reason;
  }
  expect(stored).toBeGreaterThan(10);
  expect(refused).toBeInstanceOf(StoreUnavailableError);
  expect((refused as Error).cause).toMatchObject({ code: 'SQLITE_FULL' });
  expect(rowsOf(path)).toHaveLength(stored);
  await most(1_000_000);
  expect((await post(10_000, 50)).every(({ status }) => status === 'fulfilled')).toBe(true);
  expect(rowsOf(path)).toHaveLength(stored + 50);
  await store.close();
  await (await openSqliteStore(path)).close();
});

test('on a full disk a post is answered with 503 that says when to come back, and the same post is taken then', async () => {
  const path = await fileWithResponses(1);
  const store = await openSqliteStore(path);
  const told: Error[] = [];
  const { app } = await teaCollector({ store, onInternalError: (error) => void told.push(error) });
  onTestFinished(() => store.close());
  const { page_count: pages } = (await sql<{ page_count: number }>`pragma page_count`.execute(store.db)).rows[0]!;
  const most = (count: number) => store.write((trx) => sql.raw(`pragma max_page_count = ${count}`).execute(trx));
  const post = (number: number) => app.request(`/studies/${teaStudy.id}/responses`, json(teaRecord(number)));
  await most(pages + 4);
  let number = 1;
  let response = await post(number);
  while (response.status === 201) response = await post(++number);
  expect([response.status, response.headers.get('Retry-After')]).toEqual([503, '5']);
  expect(await problemOf(response)).toMatchObject({ type: 'urn:peerscale:problem:storage-unavailable' });
  expect(told.map(({ cause }) => (cause as { code: string }).code)).toEqual(['SQLITE_FULL']);
  expect(rowsOf(path)).toHaveLength(number);
  // what is there already is said to be there, disk or no disk
  if (number > 1) expect((await post(number - 1)).status).toBe(200);
  await most(1_000_000);
  expect([(await post(number)).status, (await post(number)).status]).toEqual([201, 200]);
  expect(rowsOf(path)).toHaveLength(number + 1);
});

const MEGABYTE = 1_048_576;

/** Skips, and says why, where there is none. */
function tinyDisk(context: TestContext): TinyDisk {
  const disk = mountTinyDisk(64 * MEGABYTE);
  if (typeof disk === 'string') {
    process.stderr.write(`Not checked with a full file system: ${disk}.\n`);
    return context.skip(disk);
  }
  onTestFinished(() => disk.remove());
  return disk;
}

test('where there is no room to empty the log of the file either, answers are taken when there is room again', async (context) => {
  const disk = tinyDisk(context);
  const path = join(disk.folder, 'answers.db');
  const store = await openSqliteStore(path, { emptyLogEvery: 500 });
  onTestFinished(() => store.close());
  await store.createStudy(teaStudy);
  const post = (from: number, count: number) =>
    Promise.all(Array.from({ length: count }, (_, i) => store.addResponse(teaStudy.id, teaRecord(from + i), DAY)));
  const log = () => statSync(`${path}-wal`).size;
  let stored = 0;
  for (let isKept = false; !isKept; ) {
    await post(stored, 300);
    stored += 300;
    disk.fill(0);
    await delay(1_200);
    // it was looked at twice, and did not go into the file, which has no room to grow; unless it had gone there just before
    isKept = log() > 0;
    disk.empty();
  }
  expect(await post(stored, 10)).toEqual(Array(10).fill('stored'));
  expect(rowsOf(path)).toHaveLength(stored + 10);
});

test('where a file system is really full, nothing is acknowledged that is not there; with room again the server goes on', async (context) => {
  const disk = tinyDisk(context);
  const path = join(disk.folder, 'answers.db');
  const guests = await wardCrowd(path, 600);
  const server = await startKillTestServer(path, ANSWERED_ON);
  const query: Query = async (text) => {
    const file = new SqliteDatabase(path, { readonly: true });
    try {
      return file.prepare(text).all() as Record<string, unknown>[];
    } finally {
      file.close();
    }
  };
  disk.fill(200_000);
  const crowd = answeringPeople(guests);
  const answering = crowd.answer(server.api, { together: 8, isPatient: true });
  while (crowd.refusals.size === 0 && !crowd.isOver()) await delay(5);
  crowd.stop();
  await answering;
  // whoever heard that the answers are there finds them there, and the others have their tokens
  const stored = await storedGuests(query, guests);
  expect(([...crowd.statuses().keys()] as Guest[]).filter((guest) => !stored.has(guest))).toEqual([]);
  expect(crowd.statuses().size).toBeLessThan(guests.length);
  expect([...crowd.refusals]).toEqual(['503, again in 5']);
  expect(server.complaints()).toContain('SQLITE_FULL');
  // the health of the process is no matter of the disk
  expect(server.exitCode()).toBeNull();
  disk.empty();
  await crowd.answer(server.api, { together: 8, isPatient: true });
  expect((await storedGuests(query, guests)).size).toBe(guests.length);
  await server.kill();
  await (await openSqliteStore(path)).close();
});

test('what was written is gone from the log of the file soon after, and nothing is lost by that', async () => {
  const path = temporaryFile();
  const store = await openSqliteStore(path, { emptyLogEvery: 20 });
  onTestFinished(() => store.close());
  await store.createStudy(teaStudy);
  const log = () => statSync(`${path}-wal`).size;
  for (const number of [1, 2]) {
    await store.addResponse(teaStudy.id, teaRecord(number), DAY);
    const end = performance.now() + 10_000;
    while (log() > 0 && performance.now() < end) await delay(5);
    expect(log()).toBe(0);
  }
  expect(rowsOf(path)).toHaveLength(2);
  // while a work is under way the log stays
  await store.write(async (trx) => {
    await trx.insertInto('organisation').values({ id: 'a', name: 'A' }).execute();
    await delay(100);
  });
  expect(await store.db.selectFrom('organisation').select('id').execute()).toHaveLength(1);
});

test('while another program holds the file a post waits, and others are served meanwhile', async () => {
  const { app, path } = await teaCollector();
  const other = new SqliteDatabase(path);
  onTestFinished(() => void other.close());
  other.exec('begin immediate');
  const posting = app.request(`/studies/${teaStudy.id}/responses`, json(teaRecord(1)));
  // the event loop is free
  let turns = 0;
  for (const end = performance.now() + 200; performance.now() < end; turns++) await delay(5);
  expect(turns).toBeGreaterThan(5);
  other.exec('rollback');
  expect((await posting).status).toBe(201);
  expect(rowsOf(path)).toHaveLength(1);
});

test('a post that waits too long for another program is refused with 503 and can be sent again', async () => {
  const path = temporaryFile();
  const store = await openSqliteStore(path, { busyTimeout: 50 });
  onTestFinished(() => store.close());
  await store.createStudy(teaStudy);
  const told: Error[] = [];
  const { app } = await teaCollector({ store, onInternalError: (error) => void told.push(error) });
  const other = new SqliteDatabase(path);
  other.exec('begin immediate');
  const response = await app.request(`/studies/${teaStudy.id}/responses`, json(teaRecord(1)));
  expect(response.status).toBe(503);
  expect(response.headers.get('Retry-After')).toBe('5');
  expect(await problemOf(response)).toMatchObject({ type: 'urn:peerscale:problem:storage-unavailable' });
  expect(told.map(({ cause }) => (cause as { code: string }).code)).toEqual(['SQLITE_BUSY']);
  other.close();
  expect((await app.request(`/studies/${teaStudy.id}/responses`, json(teaRecord(1)))).status).toBe(201);
});

test('a clock that jumps neither loses nor repeats an answer', async () => {
  const days = ['2026-11-21', '1970-01-01', '2099-12-31', '2026-11-20'];
  let asked = 0;
  const { app, path } = await teaCollector({ now: () => new Date(`${days[asked++ % days.length]}T12:00:00Z`) });
  const statuses: number[] = [];
  for (const number of [1, 1, 2, 1, 2, 3]) {
    statuses.push((await app.request(`/studies/${teaStudy.id}/responses`, json(teaRecord(number)))).status);
  }
  expect(statuses).toEqual([201, 200, 201, 200, 200, 201]);
  expect(
    rowsOf(path)
      .map(({ day }) => day)
      .sort(),
  ).toEqual(['1970-01-01', '2026-11-21', '2099-12-31'].sort());
});

async function waitingForLock(address: string): Promise<number> {
  const [row] = await queryPostgres(
    address,
    "select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event = 'advisory'",
  );
  return row!.n as number;
}

test('a wait for the lock of PostgreSQL that is cancelled spoils nothing for those who come next', async () => {
  const address = await postgres.newAddress();
  const store = await openStore(address);
  onTestFinished(() => store.close());
  await store.createStudy(teaStudy);
  await store.write(async () => {
    const waiting = store.addResponse(teaStudy.id, teaRecord(1), DAY);
    const refused = expect(waiting).rejects.toBeInstanceOf(StoreUnavailableError);
    while ((await waitingForLock(address)) === 0) await delay(5);
    await queryPostgres(address, "select pg_cancel_backend(pid) from pg_stat_activity where wait_event = 'advisory'");
    await refused;
  });
  // over the same connection
  expect(await store.addResponse(teaStudy.id, teaRecord(1), DAY)).toBe('stored');
});

test('PostgreSQL connections that break are told and made anew', async () => {
  const address = await postgres.newAddress();
  const store = await openStore(address);
  onTestFinished(() => store.close());
  await store.createStudy(teaStudy);
  const cut = () =>
    queryPostgres(
      address,
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );
  await cut();
  // whoever finds the broken connection is refused, nobody is left hanging
  await Promise.allSettled([1, 2, 3].map((n) => store.addResponse(teaStudy.id, teaRecord(n), DAY)));
  const midway = store.write(async (trx) => {
    await trx.insertInto('organisation').values({ id: 'half', name: 'half' }).execute();
    // an answer that waits for this work, on the connection of its own thread
    const beside = store.addResponse(teaStudy.id, teaRecord(4), DAY);
    const refused = expect(beside).rejects.toBeInstanceOf(StoreUnavailableError);
    while ((await waitingForLock(address)) === 0) await delay(5);
    await cut();
    await refused;
    await trx.insertInto('organisation').values({ id: 'other', name: 'other' }).execute();
  });
  await expect(midway).rejects.toBeInstanceOf(StoreUnavailableError);
  expect(await queryPostgres(address, 'select * from organisation')).toEqual([]);
  const results = await Promise.all([1, 2, 3, 4].map((n) => store.addResponse(teaStudy.id, teaRecord(n), DAY)));
  expect(results.every((result) => result === 'stored' || result === 'repeated')).toBe(true);
  expect(await queryPostgres(address, 'select count(*)::int as n from response')).toEqual([{ n: 4 }]);
});

test('a letter that changed inside an answer is found when the file is opened', async () => {
  const path = await fileWithResponses(300);
  const bytes = readFileSync(path);
  const at = bytes.indexOf('"tea-calms":4', Math.floor(bytes.length / 2));
  bytes[at + '"tea-calms":'.length] = '5'.charCodeAt(0);
  writeFileSync(path, bytes);
  const said =
    'The file is damaged: 1 of the responses are not as they were stored. Nothing was changed; restore a backup.';
  await expect(openSqliteStore(path)).rejects.toThrow(`Cannot open the answers database ${path}. ${said}`);
  expect(readFileSync(path)).toEqual(bytes);
});

test.each([0.1, 0.3, 0.5, 0.7, 0.9])(
  'a page overwritten at %d of the file is found when it is opened',
  async (part) => {
    const path = await fileWithResponses(600);
    const descriptor = openSync(path, 'r+');
    const { size } = fstatSync(descriptor);
    writeSync(descriptor, Buffer.alloc(4096, 0xa5), 0, 4096, Math.floor((size * part) / 4096) * 4096);
    closeSync(descriptor);
    await expect(openSqliteStore(path)).rejects.toThrow(/Cannot open the answers database .* The file is damaged: /);
  },
);

test('a file that was cut short is found when it is opened', async () => {
  const path = await fileWithResponses(600);
  writeFileSync(path, readFileSync(path).subarray(0, 60_000));
  await expect(openSqliteStore(path)).rejects.toThrow(/damaged|malformed/);
});

test('the lock of a process goes with it, however it ends', async () => {
  const path = temporaryFile();
  const lock = new URL('./owner-lock.ts', import.meta.url).href;
  const owner = spawn(
    process.execPath,
    [
      '--input-type=module-typescript',
      '--eval',
      `import { takeOwnerLock } from ${JSON.stringify(lock)};
       globalThis.unlock = takeOwnerLock(${JSON.stringify(path)});
       console.log('locked');
       setInterval(() => {}, 1000);`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  onTestFinished(() => void owner.kill('SIGKILL'));
  await once(owner.stdout, 'data');
  await expect(openSqliteStore(path)).rejects.toThrow(`It is in use by process ${owner.pid} on `);
  owner.kill('SIGKILL');
  await once(owner, 'close');
  await (await openSqliteStore(path)).close();
});
