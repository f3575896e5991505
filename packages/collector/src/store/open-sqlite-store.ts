import { realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { Kysely } from 'kysely';
import { BesideWriterDialect } from './beside-writer-dialect.ts';
import { checkPages, checkRows } from './check-integrity.ts';
import type { CollectorStore } from './collector-store.ts';
import { collectorStoreOf } from './collector-store-of.ts';
import { createForOwner } from './create-for-owner.ts';
import type { Database } from './database.ts';
import { type GroupCommitOptions, groupCommit } from './group-commit.ts';
import { checkHistory, migrate } from './migrate.ts';
import { takeOwnerLock } from './owner-lock.ts';
import { OwnSqliteDialect } from './sqlite-dialect.ts';
import type { Store } from './store.ts';
import { startWriter, statisticsWith, type WriterOptions } from './writer/start-writer.ts';
import { writingPragmas } from './writer/writing-pragmas.ts';

export interface SqliteStoreOptions extends Pick<GroupCommitOptions, 'maxGroup' | 'maxWaiting'> {
  /** milliseconds that a write waits while another program writes to the file; 5000 by default */
  readonly busyTimeout?: number;
  /** milliseconds after which what was written is gone from the file's log; 5000 by default */
  readonly emptyLogEvery?: number;
}

/**
 * A store in one SQLite file, which is created where there is none, or in memory (`:memory:`). One process serves a file;
 * other programs may read it meanwhile. The file is checked for damage first, which takes about seven seconds for a
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
    if (inMemory) return storeInMemory(first, options);
    file.pragma('query_only = on');
    return storeOfFile(file, { engine: 'sqlite', address: realPath(path), busyTimeout, ...options }, unlock);
  } catch (error) {
    file?.close();
    unlock?.();
    throw new Error(`Cannot open the answers database ${path}. ${(error as Error).message}`, { cause: error });
  }
}

function storeInMemory(db: Store['db'], options: GroupCommitOptions): CollectorStore {
  const { write, statistics, close } = groupCommit(db, options);
  return collectorStoreOf({
    db,
    engine: 'sqlite',
    write,
    statistics,
    async close() {
      await close();
      await db.destroy();
    },
  });
}

function storeOfFile(
  file: SqliteDatabase.Database,
  options: WriterOptions,
  unlock: (() => void) | undefined,
): CollectorStore {
  const writer = startWriter(options);
  const db = new Kysely<Database>({ dialect: new BesideWriterDialect(file, writer) });
  const group = groupCommit(db, options);
  const store: Store = {
    db,
    engine: 'sqlite',
    file: options.address,
    write: group.write,
    statistics: () => statisticsWith(group, writer),
    async close() {
      writer.refuse();
      await group.close();
      await db.destroy();
      // the last connection tidies up the log, and only one that writes can
      file.close();
      await writer.close();
      unlock?.();
    },
  };
  return collectorStoreOf(store, writer.answers);
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
