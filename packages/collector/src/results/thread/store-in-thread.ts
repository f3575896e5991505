import SqliteDatabase from 'better-sqlite3';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type Transaction,
} from 'kysely';
import type { Database } from '../../store/database.ts';
import { OwnSqliteDialect } from '../../store/sqlite-dialect.ts';
import type { Store } from '../../store/store.ts';
import type { DatabaseRequest, DatabaseRows, ThreadDatabase } from './thread-messages.ts';

/** A request to the thread that has the database, which failed there. */
export class RequestFailure extends Error {
  override readonly name = 'RequestFailure';
  readonly id: number;

  constructor(id: number) {
    super(`Request ${id} to the database failed.`);
    this.id = id;
  }
}

/** Asks the other thread; `id` is that of the request. @throws RequestFailure */
export type Ask = (request: DatabaseRequest) => Promise<DatabaseRows & { readonly id: number }>;

/**
 * The store of another thread: each statement is run there, but for those that only read an SQLite file. These run here,
 * over a connection of its own, so that the other thread is free meanwhile. To be closed, or it keeps the file open.
 */
export function storeInThread({ engine, file }: ThreadDatabase, ask: Ask): Store {
  const kysely = (transaction: number | null) =>
    new Kysely<Database>({ dialect: dialectOf(engine, new AskingConnection(ask, transaction)) });
  const db = file === undefined ? kysely(null) : new Kysely<Database>({ dialect: readingDialect(file) });
  return {
    db,
    engine,
    async write(work) {
      const { id: transaction } = await ask({ do: 'begin' });
      let result: Awaited<ReturnType<typeof work>>;
      try {
        result = await work(kysely(transaction) as Transaction<Database>);
      } catch (error) {
        await ask({ do: 'end', transaction, undo: true });
        throw error;
      }
      await ask({ do: 'end', transaction, undo: false });
      return result;
    },
    statistics: () => ({ commits: 0, waiting: 0 }),
    close: () => db.destroy(),
  };
}

/** Milliseconds that a reader waits while the log of the file is being emptied. */
const BUSY_TIMEOUT = 5000;

function readingDialect(path: string): Dialect {
  const file = new SqliteDatabase(path, { readonly: true, fileMustExist: true, timeout: BUSY_TIMEOUT });
  return new OwnSqliteDialect(file, { busyTimeout: BUSY_TIMEOUT });
}

class AskingConnection implements DatabaseConnection {
  readonly #ask: Ask;
  readonly #transaction: number | null;

  constructor(ask: Ask, transaction: number | null) {
    this.#ask = ask;
    this.#transaction = transaction;
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const { rows, changes } = await this.#ask({ do: 'query', sql, parameters, transaction: this.#transaction });
    return { rows: rows as R[], ...(changes === null ? {} : { numAffectedRows: BigInt(changes) }) };
  }

  // biome-ignore lint/correctness/useYield: there is nothing to give
  async *streamQuery(): AsyncIterableIterator<never> {
    throw new RangeError('Unexpected stream: the other thread gives whole results.');
  }
}

function dialectOf(engine: Store['engine'], connection: DatabaseConnection): Dialect {
  const driver = Object.assign(new DummyDriver(), { acquireConnection: async () => connection });
  return engine === 'sqlite'
    ? {
        createDriver: () => driver,
        createAdapter: () => new SqliteAdapter(),
        createIntrospector: (db) => new SqliteIntrospector(db),
        createQueryCompiler: () => new SqliteQueryCompiler(),
      }
    : {
        createDriver: () => driver,
        createAdapter: () => new PostgresAdapter(),
        createIntrospector: (db) => new PostgresIntrospector(db),
        createQueryCompiler: () => new PostgresQueryCompiler(),
      };
}
