import type SqliteDatabase from 'better-sqlite3';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type QueryResult,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
  type TransactionSettings,
} from 'kysely';
import { createTurns, type Turns } from './turns.ts';
import { preparedOnce } from './writer/prepared-once.ts';
import type { Writer } from './writer/start-writer.ts';

/**
 * Kysely's dialect for an SQLite file to which another thread writes: transactions and statements that change something go
 * there, one after another; what only reads is done here, and sees what is committed.
 */
export class BesideWriterDialect extends SqliteDialect {
  readonly #file: SqliteDatabase.Database;
  readonly #writer: Writer;

  /** @param file for reading */
  constructor(file: SqliteDatabase.Database, writer: Writer) {
    super({ database: file });
    this.#file = file;
    this.#writer = writer;
  }

  override createDriver(): SqliteDriver {
    return new BesideWriterDriver(this.#file, this.#writer);
  }

  override createAdapter(): SqliteAdapter {
    return new BesideWriterAdapter();
  }
}

class BesideWriterAdapter extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

class BesideWriterDriver extends SqliteDriver {
  readonly #writer: Writer;
  readonly #prepare: (sql: string) => SqliteDatabase.Statement;
  readonly #turns = createTurns();

  constructor(file: SqliteDatabase.Database, writer: Writer) {
    const prepare = preparedOnce(file);
    super({ database: { prepare, close: () => file.close() } });
    this.#writer = writer;
    this.#prepare = prepare;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    return new BesideWriterConnection(this.#prepare, this.#writer, this.#turns);
  }

  override async beginTransaction(connection: DatabaseConnection, settings?: TransactionSettings): Promise<void> {
    const own = connection as BesideWriterConnection;
    await own.enter();
    try {
      await this.#writer.connection.begin({ readOnly: settings?.accessMode === 'read only' });
    } catch (error) {
      own.leave();
      throw error;
    }
  }

  override async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await this.#writer.connection.commit();
    (connection as BesideWriterConnection).leave();
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await this.#writer.connection.rollback();
    } finally {
      (connection as BesideWriterConnection).leave();
    }
  }
}

class BesideWriterConnection implements DatabaseConnection {
  readonly #prepare: (sql: string) => SqliteDatabase.Statement;
  readonly #writer: Writer;
  readonly #turns: Turns;
  /** in a transaction, lets the next one write */
  #leave: (() => void) | undefined;

  constructor(prepare: (sql: string) => SqliteDatabase.Statement, writer: Writer, turns: Turns) {
    this.#prepare = prepare;
    this.#writer = writer;
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
    if (this.#leave !== undefined) return this.#writer.connection.executeQuery(query);
    const statement = this.#prepare(query.sql);
    if (!statement.readonly) {
      const leave = await this.#turns();
      return this.#writer.connection.executeQuery<R>(query).finally(leave);
    }
    return { rows: statement.all(query.parameters) as R[] };
  }

  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    for (const row of this.#prepare(query.sql).iterate(query.parameters)) yield { rows: [row as R] };
  }
}
