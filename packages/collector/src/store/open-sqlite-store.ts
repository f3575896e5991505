import SqliteDatabase from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import type { CollectorStore } from './collector-store.ts';
import type { Database } from './database.ts';
import { migrate } from './migrate.ts';
import { createSqlStore } from './sql-store.ts';

export interface SqliteStoreOptions {
  /** how long a write waits for another process to finish its own, in milliseconds; 5000 by default */
  readonly busyTimeout?: number;
}

/**
 * Opens a store in one SQLite file, which is created where there is none and brought to the present tables where it is
 * older. Every stored record is synced to the disk before it is acknowledged (`journal_mode=WAL`, `synchronous=FULL`).
 *
 * @param path of the file, or ':memory:' for a store that ends with the process
 * @throws Error that names the file: not openable, not a database, or written by a newer version
 * @example const store = await openSqliteStore('answers.db');
 */
export async function openSqliteStore(
  path: string,
  { busyTimeout = 5000 }: SqliteStoreOptions = {},
): Promise<CollectorStore> {
  let file: SqliteDatabase.Database | undefined;
  try {
    file = new SqliteDatabase(path, { timeout: busyTimeout });
    file.pragma('journal_mode = WAL');
    file.pragma('synchronous = FULL');
    file.pragma('foreign_keys = ON');
    const db = new Kysely<Database>({ dialect: new SqliteDialect({ database: file }) });
    // SQLite can take back changed tables, Kysely only does not count on it: this way an interrupted migration leaves
    // nothing behind, and of two processes that open a new file at once the second one finds it ready
    file.exec('begin immediate');
    await migrate(db);
    file.exec('commit');
    return createSqlStore(db);
  } catch (error) {
    file?.close();
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`Cannot open the answers database ${path}. ${reason}`, { cause: error });
  }
}
