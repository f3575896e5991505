import { setTimeout as delay } from 'node:timers/promises';
import type SqliteDatabase from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  type QueryResult,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
  type TransactionSettings,
} from 'kysely';
import { createTurns, type Turns } from './turns.ts';
import { isManyRuns } from './writer/many-parameters.ts';
import { preparedOnce } from './writer/prepared-once.ts';

export interface OwnSqliteDialectOptions {
  /** milliseconds that a transaction waits while another program writes to the file */
  readonly busyTimeout: number;
  /** whose turn it is to write; the transactions of one dialect follow one another by default */
  readonly turns?: Turns;
}

/**
 * Kysely's dialect for SQLite, as one long-lived process wants it: statements are prepared once, a transaction takes the
 * write lock when it begins and waits for it without holding up the event loop, and migrations run in a transaction.
 */
export class OwnSqliteDialect extends SqliteDialect {
  readonly #file: SqliteDatabase.Database;
  readonly #options: OwnSqliteDialectOptions;

  constructor(file: SqliteDatabase.Database, options: OwnSqliteDialectOptions) {
    super({ database: file });
    this.#file = file;
    this.#options = options;
  }

  override createDriver(): OwnSqliteDriver {
    return new OwnSqliteDriver(this.#file, this.#options);
  }

  override createAdapter(): SqliteAdapter {
    return new OwnSqliteAdapter();
  }
}

/** SQLite undoes a change of tables like any other; Kysely only says so of engines with more than one connection. */
class OwnSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

const BEGIN = CompiledQuery.raw('begin immediate');

/** Transactions of one connection, each waiting for its turn. */
export class OwnSqliteDriver extends SqliteDriver {
  readonly #busyTimeout: number;
  readonly #prepare: (sql: string) => SqliteDatabase.Statement;
  readonly #turns: Turns;

  constructor(file: SqliteDatabase.Database, { busyTimeout, turns = createTurns() }: OwnSqliteDialectOptions) {
    const prepare = preparedOnce(file);
    super({ database: { prepare, close: () => file.close() } });
    this.#busyTimeout = busyTimeout;
    this.#prepare = prepare;
    this.#turns = turns;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    return new OwnSqliteConnection(this.#prepare, this.#turns);
  }

  override async beginTransaction(connection: DatabaseConnection, settings?: TransactionSettings): Promise<void> {
    const own = connection as OwnSqliteConnection;
    await own.enter();
    if (settings?.accessMode === 'read only') return super.beginTransaction(connection);
    const end = performance.now() + this.#busyTimeout;
    for (;;) {
      try {
        await connection.executeQuery(BEGIN);
        return;
      } catch (error) {
        if ((error as { code?: unknown }).code !== 'SQLITE_BUSY' || performance.now() >= end) {
          own.leave();
          throw error;
        }
      }
      await delay(10);
    }
  }

  override async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await super.commitTransaction(connection);
    (connection as OwnSqliteConnection).leave();
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await super.rollbackTransaction(connection);
    } catch (error) {
      // after a full disk or a failed read SQLite has rolled back already
      if (!/no transaction is active/.test((error as Error).message)) throw error;
    } finally {
      (connection as OwnSqliteConnection).leave();
    }
  }
}

class OwnSqliteConnection implements DatabaseConnection {
  readonly #prepare: (sql: string) => SqliteDatabase.Statement;
  readonly #turns: Turns;
  /** in a transaction, lets the next one write */
  #leave: (() => void) | undefined;

  constructor(prepare: (sql: string) => SqliteDatabase.Statement, turns: Turns) {
    this.#prepare = prepare;
    this.#turns = turns;
  }

  async enter(): Promise<void> {
    this.#leave = await this.#turns();
  }

  leave(): void {
    this.#leave?.();
    this.#leave = undefined;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const statement = this.#prepare(query.sql);
    if (isManyRuns(query)) {
      return { rows: query.many.map((parameters) => ({ changed: statement.run(parameters).changes })) as R[] };
    }
    if (statement.reader) return { rows: statement.all(query.parameters) as R[] };
    return { rows: [], numAffectedRows: BigInt(statement.run(query.parameters).changes) };
  }

  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    for (const row of this.#prepare(query.sql).iterate(query.parameters)) yield { rows: [row as R] };
  }
}
