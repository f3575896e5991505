import type { Kysely, Transaction } from 'kysely';
import type { Database } from './database.ts';

/** The database, whichever engine it is in. */
export interface Store {
  /**
   * For reading. A statement that changes something belongs into `write`: outside of it nothing holds it together with
   * others, and it waits for a sync of its own.
   */
  readonly db: Kysely<Database>;

  readonly engine: 'sqlite' | 'postgres';

  /** the SQLite file, which another thread may read through a connection of its own; there is none in memory */
  readonly file?: string;

  /**
   * Runs `work` in a transaction and resolves with its result when that is on the disk. Works run one after another in
   * the order they came, never two at once; those that arrive while a commit is under way share the next one, each within
   * its own savepoint, so that one that throws is undone alone and its promise rejects with what it threw. What people send
   * (`AnswerWriter`) is written by a thread of its own, between works and never within one.
   *
   * Within `work` use `trx` and nothing else of the store: what waits for the store from inside waits for ever.
   *
   * @throws StoreUnavailableError when nothing was stored for a reason that passes: too many works are waiting, the disk
   * is full, another program holds the database, the connection broke, the store is closing
   * @example await store.write((trx) => trx.insertInto('organisation').values({ id: 'ward', name: 'Ward' }).execute());
   */
  write<T>(work: (trx: Transaction<Database>) => Promise<T>): Promise<T>;

  /** How many transactions were committed since the store was opened, and how many works and answers wait now. */
  statistics(): { readonly commits: number; readonly waiting: number };

  /** Finishes the works that wait, then lets go of the database. Nothing else may be called afterwards. */
  close(): Promise<void>;
}
