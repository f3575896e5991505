import { setTimeout as delay } from 'node:timers/promises';
import type SqliteDatabase from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
  type TransactionSettings,
} from 'kysely';

export interface OwnSqliteDialectOptions {
  /** milliseconds that a transaction waits while another program writes to the file */
  readonly busyTimeout: number;
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

class OwnSqliteDriver extends SqliteDriver {
  readonly #file: SqliteDatabase.Database;
  readonly #busyTimeout: number;

  constructor(file: SqliteDatabase.Database, { busyTimeout }: OwnSqliteDialectOptions) {
    const prepare = preparedOnce(file);
    super({ database: { prepare, close: () => file.close() } });
    this.#file = file;
    this.#busyTimeout = busyTimeout;
  }

  override async beginTransaction(connection: DatabaseConnection, settings?: TransactionSettings): Promise<void> {
    if (settings?.accessMode === 'read only') return super.beginTransaction(connection);
    const end = performance.now() + this.#busyTimeout;
    for (;;) {
      try {
        await connection.executeQuery(BEGIN);
        return;
      } catch (error) {
        if ((error as { code?: unknown }).code !== 'SQLITE_BUSY' || performance.now() >= end) throw error;
      }
      await delay(10);
    }
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // after a full disk or a failed read SQLite has rolled back already
    if (this.#file.inTransaction) await super.rollbackTransaction(connection);
  }
}

/** Enough for all statements of the collector; the oldest goes, because some are made with a list of any length. */
const MAX_STATEMENTS = 200;

function preparedOnce(file: SqliteDatabase.Database): (sql: string) => SqliteDatabase.Statement {
  const statements = new Map<string, SqliteDatabase.Statement>();
  return (sql) => {
    const known = statements.get(sql);
    // a statement that is being read from cannot be used a second time
    if (known !== undefined && !known.busy) return known;
    const statement = file.prepare(sql);
    statements.set(sql, statement);
    if (statements.size > MAX_STATEMENTS) statements.delete(statements.keys().next().value!);
    return statement;
  };
}
