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
import { isManyRuns } from './sqlite-writer/many-parameters.ts';
import { preparedOnce } from './sqlite-writer/prepared-once.ts';
import type { SqliteWriter } from './sqlite-writer/sqlite-writer.ts';

export interface OwnSqliteDialectOptions {
  /** milliseconds that a transaction waits while another program writes to the file */
  readonly busyTimeout: number;
  /**
   * writes and transactions go there, and `file` is for reading: it sees what is committed. By default all is done with
   * `file`, in the thread of the caller.
   */
  readonly writer?: SqliteWriter;
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

  override createDriver(): SqliteDriver {
    return new OwnSqliteDriver(this.#file, this.#options);
  }

  override createAdapter(): SqliteAdapter {
    return new OwnSqliteAdapter(this.#options.writer !== undefined);
  }
}

/** SQLite undoes a change of tables like any other; Kysely only says so of engines with more than one connection. */
class OwnSqliteAdapter extends SqliteAdapter {
  readonly #readsBesideWriter: boolean;

  constructor(readsBesideWriter: boolean) {
    super();
    this.#readsBesideWriter = readsBesideWriter;
  }

  override get supportsMultipleConnections(): boolean {
    return this.#readsBesideWriter;
  }

  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

const BEGIN = CompiledQuery.raw('begin immediate');

class OwnSqliteDriver extends SqliteDriver {
  readonly #file: SqliteDatabase.Database;
  readonly #busyTimeout: number;
  readonly #writer: SqliteWriter | undefined;
  readonly #prepare: (sql: string) => SqliteDatabase.Statement;
  /** whoever writes waits for those before */
  #writing: Promise<unknown> = Promise.resolve();

  constructor(file: SqliteDatabase.Database, { busyTimeout, writer }: OwnSqliteDialectOptions) {
    const prepare = preparedOnce(file);
    super({ database: { prepare, close: () => file.close() } });
    this.#file = file;
    this.#busyTimeout = busyTimeout;
    this.#writer = writer;
    this.#prepare = prepare;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    return new OwnSqliteConnection(this.#prepare, this.#writer, () => this.#turn());
  }

  /** Waits until nobody writes; the function it gives lets the next one. */
  async #turn(): Promise<() => void> {
    const before = this.#writing;
    let done = () => {};
    this.#writing = new Promise<void>((resolve) => {
      done = resolve;
    });
    await before;
    return done;
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

  override async destroy(): Promise<void> {
    // the last connection tidies up the log, and only one that writes can
    if (this.#writer !== undefined) this.#file.close();
    await this.#writer?.close();
    if (this.#writer === undefined) await super.destroy();
  }
}

class OwnSqliteConnection implements DatabaseConnection {
  readonly #prepare: (sql: string) => SqliteDatabase.Statement;
  readonly #writer: SqliteWriter | undefined;
  readonly #turn: () => Promise<() => void>;
  /** in a transaction, lets the next one write */
  #leave: (() => void) | undefined;

  constructor(
    prepare: (sql: string) => SqliteDatabase.Statement,
    writer: SqliteWriter | undefined,
    turn: () => Promise<() => void>,
  ) {
    this.#prepare = prepare;
    this.#writer = writer;
    this.#turn = turn;
  }

  async enter(): Promise<void> {
    this.#leave = await this.#turn();
  }

  leave(): void {
    this.#leave?.();
    this.#leave = undefined;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (this.#writer !== undefined) {
      if (this.#leave !== undefined) return this.#writer.executeQuery(query);
      if (!this.#prepare(query.sql).readonly) {
        const leave = await this.#turn();
        return this.#writer.executeQuery<R>(query).finally(leave);
      }
    }
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
