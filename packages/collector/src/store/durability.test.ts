import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as delay } from 'node:timers/promises';
import SqliteDatabase from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answeringPeople, type Person } from '../test/answering-people.ts';
import { startKillTestServer } from '../test/kill-test-server.ts';
import { type PostgresServer, queryPostgres, startPostgresServer } from '../test/postgres-server.ts';
import { rowsOf } from '../test/rows-of.ts';
import { teaRecord, teaStudy } from '../test/tea-study.ts';
import { temporaryFile } from '../test/temporary-file.ts';
import { DAY, type Guest, type Query, storedGuests, wardCrowd } from '../test/ward-crowd.ts';
import { openSqliteStore } from './open-sqlite-store.ts';
import { openStore } from './open-store.ts';
import { responseRow } from './response-row.ts';

/** `npm run kill` sets 100. */
const ROUNDS = Number(process.env.KILL_ROUNDS ?? 10);
/** of what is killed more rarely */
const FEW = Math.max(2, Math.round(ROUNDS / 5));
const TOGETHER = 24;
const MOST_ACKNOWLEDGED = 100;
/** Many enough for a round, however late the signal comes. */
const PEOPLE_A_ROUND = 2 * MOST_ACKNOWLEDGED;

/** Rows of a file as it was left, read in a copy: the next server finds the log of the one that died. */
function queryCopy(path: string): Query {
  return async (text) => {
    const folder = mkdtempSync(join(tmpdir(), 'peerscale-copy-'));
    try {
      for (const end of ['', '-wal']) {
        if (existsSync(`${path}${end}`)) copyFileSync(`${path}${end}`, join(folder, `copy.db${end}`));
      }
      const file = new SqliteDatabase(join(folder, 'copy.db'));
      const rows = file.prepare(text).all() as Record<string, unknown>[];
      file.close();
      return rows;
    } finally {
      rmSync(folder, { recursive: true });
    }
  };
}

/** Kills a server while people answer, as long after the start as chance will have it. */
async function killWhile(address: string, day: string, crowd: ReturnType<typeof answeringPeople>): Promise<void> {
  const server = await startKillTestServer(address, day);
  const answering = crowd.answer(server.api, { together: TOGETHER });
  const enough = crowd.statuses().size + Math.floor(Math.random() * MOST_ACKNOWLEDGED);
  while (crowd.statuses().size < enough && !crowd.isOver()) await delay(1);
  await delay(Math.random() * 30);
  expect(server.exitCode()).toBeNull();
  await server.kill();
  await answering;
}

/** Invited people answer while the server dies again and again. */
async function invitedPeople(address: string, rounds: number, query: Query): Promise<void> {
  const guests = await wardCrowd(address, rounds * PEOPLE_A_ROUND);
  const crowd = answeringPeople(guests);
  let unheard = 0;
  let storedUnheard: Guest[] = [];
  for (let round = 0; round < rounds; round++) {
    await killWhile(address, DAY, crowd);
    // a token is gone where the answers are, and only there
    const stored = await storedGuests(query, guests);
    expect(([...crowd.statuses().keys()] as Guest[]).filter((guest) => !stored.has(guest))).toEqual([]);
    // who was stored when the last server died, and did not hear it, has heard from this one that it is so
    for (const guest of storedUnheard) expect([undefined, 200]).toContain(crowd.statuses().get(guest));
    const left = crowd.unheard() as readonly Guest[];
    storedUnheard = left.filter((guest) => stored.has(guest));
    unheard += left.length;
    expect(left.length).toBeLessThanOrEqual(TOGETHER);
  }
  expect(unheard).toBeGreaterThan(0);
  expect(crowd.statuses().size).toBeGreaterThan(rounds);
  // those who have not heard send once more, and nobody is there twice
  const server = await startKillTestServer(address, DAY);
  const answered = crowd.answer(server.api, { together: TOGETHER });
  while (crowd.unheard().length > 0 && !crowd.isOver()) await delay(1);
  crowd.stop();
  await answered;
  // nor are those who have heard and send it all again, by the token that is gone
  const again = answeringPeople([...crowd.statuses().keys()].slice(0, 50));
  await again.answer(server.api, { together: TOGETHER });
  expect(new Set(again.statuses().values())).toEqual(new Set([200]));
  await server.kill();
  const stored = await storedGuests(query, guests);
  expect([...crowd.statuses().keys()].every((guest) => stored.has(guest as Guest))).toBe(true);
  expect(stored.size).toBe(crowd.statuses().size);
}

test(`after kill -9 at ${ROUNDS} random moments a token is gone exactly where the answers are, and everybody is there once`, {
  timeout: 60_000 + ROUNDS * 20_000,
}, async () => {
  const path = temporaryFile();
  await invitedPeople(path, ROUNDS, queryCopy(path));
  // opening checks the file from end to end
  await (await openSqliteStore(path)).close();
});

test(`after kill -9 at ${FEW} random moments records of an open study are there, whole and once, whatever the clock says`, {
  timeout: 60_000 + FEW * 20_000,
}, async () => {
  const path = temporaryFile();
  const store = await openSqliteStore(path);
  await store.createStudy(teaStudy);
  await store.close();
  const records = Array.from(
    { length: FEW * PEOPLE_A_ROUND },
    (_, number): Person => ({
      number,
      path: `/studies/${teaStudy.id}/responses`,
      body: JSON.stringify(teaRecord(number)),
    }),
  );
  const crowd = answeringPeople(records);
  for (let round = 0; round < FEW; round++) await killWhile(path, 'jumping', crowd);
  await (await openSqliteStore(path)).close();
  const rows = new Map(rowsOf(path).map((row) => [row.key_digest, row]));
  for (const { number } of crowd.statuses().keys()) {
    const expected = responseRow(teaStudy.id, teaRecord(number), '');
    expect(rows.get(expected.key_digest)).toEqual({ ...expected, day: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
  }
  // beside the acknowledged ones there can be those that were on the way when the last server died
  expect(rows.size).toBeLessThanOrEqual(crowd.statuses().size + crowd.unheard().length);
  expect(rowsOf(path)).toHaveLength(rows.size);
});

describe('in PostgreSQL', () => {
  let postgres: PostgresServer;
  beforeAll(async () => {
    postgres = await startPostgresServer({ durable: true });
  }, 60_000);
  afterAll(() => postgres?.stop());

  test(`after kill -9 of the collector at ${FEW} random moments the same holds`, {
    timeout: 60_000 + FEW * 20_000,
  }, async () => {
    const address = await postgres.newDatabase();
    await invitedPeople(address, FEW, (text) => queryPostgres(address, text));
  });

  test(`after kill -9 of PostgreSQL itself at ${FEW} random moments the collector goes on, and everybody is there once`, {
    timeout: 60_000 + FEW * 20_000,
  }, async () => {
    const address = await postgres.newDatabase();
    const query: Query = (text) => queryPostgres(address, text);
    const guests = await wardCrowd(address, FEW * PEOPLE_A_ROUND);
    const crowd = answeringPeople(guests);
    const server = await startKillTestServer(address, DAY);
    const answering = crowd.answer(server.api, { together: TOGETHER, isPatient: true });
    for (let round = 0; round < FEW; round++) {
      const enough = crowd.statuses().size + 1 + Math.floor(Math.random() * MOST_ACKNOWLEDGED);
      while (crowd.statuses().size < enough && !crowd.isOver()) await delay(1);
      await delay(Math.random() * 30);
      const heard = [...crowd.statuses().keys()] as Guest[];
      if (crowd.isOver()) break;
      await postgres.killAndRestart();
      // what was acknowledged before it died is there
      const responses = new Set((await query('select key_digest from response')).map(({ key_digest }) => key_digest));
      expect(heard.filter(({ key }) => !responses.has(key))).toEqual([]);
    }
    await answering;
    // nobody was told anything but that it is stored, or to come back
    expect(crowd.refusals.size).toBeGreaterThan(0);
    for (const refusal of crowd.refusals) expect(refusal).toMatch(/^503, again in [15]$/);
    expect(server.exitCode()).toBeNull();
    expect((await storedGuests(query, guests)).size).toBe(guests.length);
    await server.kill();
    await (await openStore(address)).close();
  });
});
