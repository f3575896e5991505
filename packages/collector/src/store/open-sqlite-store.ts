import { realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { Kysely } from 'kysely';
import { checkPages, checkRows } from './check-integrity.ts';
import type { CollectorStore } from './collector-store.ts';
import { collectorStoreOf } from './collector-store-of.ts';
import { createForOwner } from './create-for-owner.ts';
import type { Database } from './database.ts';
import { type GroupCommitOptions, groupCommit } from './group-commit.ts';
import { checkHistory, migrate } from './migrate.ts';
import { takeOwnerLock } from './owner-lock.ts';
import { OwnSqliteDialect } from './sqlite-dialect.ts';
import { startSqliteWriter } from './sqlite-writer/sqlite-writer.ts';
import { writingPragmas } from './sqlite-writer/writing-pragmas.ts';

export interface SqliteStoreOptions extends Pick<GroupCommitOptions, 'maxGroup' | 'maxWaiting'> {
  /** milliseconds that a write waits while another program writes to the file; 5000 by default */
  readonly busyTimeout?: number;
}

/**
 * A store in one SQLite file, which is created where there is none, or in memory (`:memory:`). One process serves a file;
 * other programs may read it meanwhile. The file is checked for damage first, which takes about five seconds for a
 * million responses.
 *
 * @throws Error that says why the file cannot be used
 */
export async function openSqliteStore(
  path: string,
  { busyTimeout = 5000, ...options }: SqliteStoreOptions = {},
): Promise<CollectorStore> {
  const inMemory = path === ':memory:';
  let unlock: (() => void) | undefined;
  let file: SqliteDatabase.Database | undefined;
  try {
    // the same file under two names is still one file
    if (!inMemory) {
      unlock = takeOwnerLock(realPath(path));
      createForOwner(path);
    }
    file = new SqliteDatabase(path, { timeout: busyTimeout });
    writingPragmas(file);
    refuseDamage(checkPages(file));
    const first = new Kysely<Database>({ dialect: new OwnSqliteDialect(file, { busyTimeout }) });
    await checkHistory(first);
    refuseDamage(checkRows(file));
    await migrate(first);
    // SQLite itself would wait with the whole process; `write` waits without holding up the others
    file.pragma('busy_timeout = 0');
    // a database in memory cannot be shared by threads, and has no disk to wait for
    if (!inMemory) file.pragma('query_only = on');
    const db = inMemory
      ? first
      : new Kysely<Database>({
          dialect: new OwnSqliteDialect(file, { busyTimeout, writer: startSqliteWriter(realPath(path)) }),
        });
    const { write, statistics, close } = groupCommit(db, options);
    return collectorStoreOf({
      db,
      engine: 'sqlite',
      write,
      statistics,
      async close() {
        await close();
        await db.destroy();
        unlock?.();
      },
    });
  } catch (error) {
    file?.close();
    unlock?.();
    throw new Error(`Cannot open the answers database ${path}. ${(error as Error).message}`, { cause: error });
  }
}

function refuseDamage(findings: readonly string[]): void {
  if (findings.length === 0) return;
  throw new Error(`The file is damaged: ${findings.join('; ')}. Nothing was changed; restore a backup.`);
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    // a new file in a folder that may itself be a link
    return join(realpathSync(dirname(path)), basename(path));
  }
}
