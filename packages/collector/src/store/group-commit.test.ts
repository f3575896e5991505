import { setTimeout as delay } from 'node:timers/promises';
import SqliteDatabase from 'better-sqlite3';
import { Kysely, sql } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import { testEngines } from '../test/engines.ts';
import { temporaryFile } from '../test/temporary-file.ts';
import type { Database } from './database.ts';
import { groupCommit } from './group-commit.ts';
import { migrate } from './migrate.ts';
import { openPostgresStore } from './open-postgres-store.ts';
import { openSqliteStore } from './open-sqlite-store.ts';
import { openStore } from './open-store.ts';
import { OwnSqliteDialect } from './sqlite-dialect.ts';
import type { Store } from './store.ts';
import { StoreUnavailableError } from './store-unavailable-error.ts';

const add = (store: Pick<Store, 'write'>, id: string) =>
  store.write(async (trx) => {
    await trx.insertInto('organisation').values({ id, name: id }).execute();
    return id;
  });

describe.each(testEngines())('%s', (engineName, engine) => {
  async function newStore(options: { maxGroup?: number; maxWaiting?: number } = {}) {
    const address = await engine.newAddress();
    const open = engineName === 'SQLite' ? openSqliteStore : openPostgresStore;
    const store = await open(address, options);
    onTestFinished(() => store.close());
    const ids = async () =>
      (await engine.query(address, 'select id from organisation order by id')).map(({ id }) => id);
    return { store, address, ids };
  }

  test('works are done in the order they came, and each gets its own result', async () => {
    const { store } = await newStore({ maxGroup: 7 });
    const order: number[] = [];
    const results = await Promise.all(
      Array.from({ length: 50 }, (_, i) =>
        store.write(async () => {
          order.push(i);
          return i;
        }),
      ),
    );
    expect(results).toEqual(Array.from({ length: 50 }, (_, i) => i));
    expect(order).toEqual(results);
  });

  test('works of one group share a transaction, and a later one sees what an earlier one wrote', async () => {
    const { store } = await newStore();
    const transaction = engineName === 'SQLite' ? sql<string>`'-'` : sql<string>`pg_current_xact_id()::text`;
    const seen = await Promise.all(
      ['a', 'b', 'c'].map((id) =>
        store.write(async (trx) => {
          await trx.insertInto('organisation').values({ id, name: id }).execute();
          const { n, xid } = await trx
            .selectFrom('organisation')
            .select([(eb) => eb.fn.countAll<number>().as('n'), transaction.as('xid')])
            .executeTakeFirstOrThrow();
          return { n: Number(n), xid };
        }),
      ),
    );
    expect(seen.map(({ n }) => n)).toEqual([1, 2, 3]);
    expect(new Set(seen.map(({ xid }) => xid)).size).toBe(1);
  });

  test('a work that throws is undone alone, wholly, and told what it threw', async () => {
    const { store, ids } = await newStore();
    const own = new RangeError('own reason');
    const results = await Promise.allSettled([
      add(store, 'a'),
      store.write(async (trx) => {
        await trx.insertInto('organisation').values({ id: 'half', name: 'half' }).execute();
        throw own;
      }),
      // a statement that fails, in PostgreSQL, spoils the transaction until it is undone
      add(store, 'a'),
      // and a work that does not say so has spoilt it all the same
      store.write(async (trx) => {
        await sql`insert into nowhere values (1)`.execute(trx).catch(() => {});
        await trx.insertInto('organisation').values({ id: 'b', name: 'b' }).execute();
      }),
      add(store, 'c'),
    ]);
    expect(results[0]).toEqual({ status: 'fulfilled', value: 'a' });
    expect(results[1]).toEqual({ status: 'rejected', reason: own });
    expect(results[2]).toMatchObject({ status: 'rejected', reason: { message: expect.stringMatching(/unique/i) } });
    expect(results[3]!.status).toBe(engineName === 'SQLite' ? 'fulfilled' : 'rejected');
    expect(results[4]).toEqual({ status: 'fulfilled', value: 'c' });
    expect(await ids()).toEqual(engineName === 'SQLite' ? ['a', 'b', 'c'] : ['a', 'c']);
  });

  test('nothing is acknowledged before the commit, and nothing is seen before it', async () => {
    const { store, ids } = await newStore();
    let acknowledged = false;
    let seenMeanwhile: unknown[] = [];
    const first = add(store, 'a').then(() => {
      acknowledged = true;
    });
    const second = store.write(async () => {
      await delay(30);
      expect(acknowledged).toBe(false);
      seenMeanwhile = await ids();
    });
    await Promise.all([first, second]);
    expect(seenMeanwhile).toEqual([]);
    expect(await ids()).toEqual(['a']);
  });

  test('where the commit fails, all works of the group are told, and the next ones are stored', async () => {
    const { store, address, ids } = await newStore();
    // a reference that is looked at only by the commit
    await engine.query(
      address,
      'create table late (organisation_id text references organisation (id) deferrable initially deferred)',
    );
    const results = await Promise.allSettled([
      add(store, 'a'),
      store.write((trx) => sql`insert into late values ('missing')`.execute(trx)),
      store.write(() => Promise.reject(new Error('own reason'))),
    ]);
    for (const result of results) {
      const { reason } = result as PromiseRejectedResult;
      expect(reason).toBeInstanceOf(StoreUnavailableError);
      expect(String(reason.cause)).toMatch(/foreign key/i);
    }
    expect(await ids()).toEqual([]);
    expect(await add(store, 'b')).toBe('b');
    expect(await ids()).toEqual(['b']);
  });

  test('beyond the bound a work is refused at once with a time to come back, and those before it are stored', async () => {
    const { store, ids } = await newStore({ maxWaiting: 5, maxGroup: 2 });
    const results = await Promise.allSettled(['a', 'b', 'c', 'd', 'e', 'f'].map((id) => add(store, id)));
    expect(results.map(({ status }) => status)).toEqual([...Array(5).fill('fulfilled'), 'rejected']);
    const { reason } = results[5] as PromiseRejectedResult;
    expect(reason).toBeInstanceOf(StoreUnavailableError);
    expect(reason.retryAfterSeconds).toBe(1);
    expect(await ids()).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(await add(store, 'f')).toBe('f');
  });

  test('closing finishes what waits and refuses what comes after', async () => {
    const address = await engine.newAddress();
    const store = await openStore(address);
    const waiting = Promise.all(['a', 'b', 'c'].map((id) => add(store, id)));
    const closing = store.close();
    await expect(add(store, 'late')).rejects.toBeInstanceOf(StoreUnavailableError);
    expect(await waiting).toEqual(['a', 'b', 'c']);
    await closing;
    expect(await engine.query(address, 'select count(*) as n from organisation')).toEqual([
      { n: expect.toSatisfy((n) => Number(n) === 3) },
    ]);
  });
});

test('works that arrive together take one commit, and no more than the bound share one', async () => {
  const file = new SqliteDatabase(temporaryFile());
  const begun: string[] = [];
  const db = new Kysely<Database>({
    dialect: new OwnSqliteDialect(file, { busyTimeout: 0 }),
    log: ({ query }) => void (query.sql === 'savepoint work' && begun.push(query.sql)),
  });
  await migrate(db);
  const group = groupCommit(db, { maxGroup: 40 });
  await Promise.all(Array.from({ length: 100 }, (_, i) => add(group, `o${i}`)));
  expect(group.statistics()).toEqual({ commits: 3, waiting: 0 });
  expect(begun).toHaveLength(100);
  await group.close();
  await db.destroy();
});
