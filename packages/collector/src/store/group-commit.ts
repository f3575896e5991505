import { setImmediate as nextTurn } from 'node:timers/promises';
import { CompiledQuery, type Kysely, type Transaction } from 'kysely';
import type { Database } from './database.ts';
import type { Store } from './store.ts';
import { StoreUnavailableError } from './store-unavailable-error.ts';

export interface GroupCommitOptions {
  /** how many works share one commit; 256 by default */
  readonly maxGroup?: number;
  /** how many works wait before further ones are refused; 4096 by default */
  readonly maxWaiting?: number;
}

export interface GroupCommit extends Pick<Store, 'write' | 'statistics'> {
  /** Refuses further works and resolves when the last one that waited is done. */
  close(): Promise<void>;
}

interface Waiting {
  readonly work: (trx: Transaction<Database>) => Promise<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

const SAVEPOINT = CompiledQuery.raw('savepoint work');
const RELEASE = CompiledQuery.raw('release savepoint work');
const UNDO = CompiledQuery.raw('rollback to savepoint work');
const ROLLBACK = CompiledQuery.raw('rollback');

/** `Store.write` over any engine: see there. */
export function groupCommit(
  db: Kysely<Database>,
  { maxGroup = 256, maxWaiting = 4096 }: GroupCommitOptions = {},
): GroupCommit {
  let waiting: Waiting[] = [];
  let running: Promise<void> | undefined;
  let closed = false;
  let commits = 0;

  async function run(): Promise<void> {
    do {
      // what has arrived with this turn of the event loop, and during the last commit, comes along
      await nextTurn();
      const group = waiting.slice(0, maxGroup);
      waiting = waiting.slice(maxGroup);
      if (await commitGroup(db, group)) commits++;
    } while (waiting.length > 0);
    running = undefined;
  }

  return {
    write<T>(work: (trx: Transaction<Database>) => Promise<T>) {
      if (closed) return Promise.reject(new StoreUnavailableError('The store is closing.'));
      if (waiting.length >= maxWaiting) {
        const message = `${waiting.length} works wait to be stored already.`;
        return Promise.reject(new StoreUnavailableError(message, { retryAfterSeconds: 1 }));
      }
      return new Promise<T>((resolve, reject) => {
        waiting.push({ work, resolve: resolve as (value: unknown) => void, reject });
        running ??= run();
      });
    },
    statistics: () => ({ commits, waiting: waiting.length }),
    async close() {
      closed = true;
      await running;
    },
  };
}

/** Whether it was committed. Never rejects: every work of the group is told what became of it. */
async function commitGroup(db: Kysely<Database>, group: readonly Waiting[]): Promise<boolean> {
  let tell: (() => void)[];
  let committed = true;
  try {
    tell = await db.transaction().execute(async (trx) => {
      if (group.length === 1) return [await runAlone(trx, group[0]!)];
      const done: (() => void)[] = [];
      for (const waiting of group) done.push(await runWithin(trx, waiting));
      return done;
    });
  } catch (cause) {
    committed = false;
    const error =
      cause instanceof Undone
        ? cause.cause
        : new StoreUnavailableError('Nothing was stored: the database did not take it.', { cause });
    tell = group.map(
      ({ reject }) =>
        () =>
          reject(error),
    );
  }
  // also a work that failed is told only now: it may have failed because of another one that is stored only now
  for (const one of tell) one();
  return committed;
}

/** Runs one work and says how to tell of it. @throws where the whole transaction is lost */
async function runWithin(trx: Transaction<Database>, { work, resolve, reject }: Waiting): Promise<() => void> {
  await trx.executeQuery(SAVEPOINT);
  try {
    const value = await work(trx);
    await trx.executeQuery(RELEASE);
    return () => resolve(value);
  } catch (error) {
    try {
      await trx.executeQuery(UNDO);
      await trx.executeQuery(RELEASE);
    } catch {
      // the engine has undone everything by itself (a full disk, a broken connection): the first error says why
      throw error;
    }
    return () => reject(error);
  }
}

/** A work failed by itself, and what it did is undone. */
class Undone extends Error {}

/** A work that shares with nobody needs no savepoint, which would be two more journeys. @throws Undone */
async function runAlone(trx: Transaction<Database>, { work, resolve }: Waiting): Promise<() => void> {
  try {
    const value = await work(trx);
    return () => resolve(value);
  } catch (error) {
    try {
      await trx.executeQuery(ROLLBACK);
    } catch {
      throw error;
    }
    throw new Undone(undefined, { cause: error });
  }
}
