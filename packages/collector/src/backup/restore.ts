import { constants, copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import SqliteDatabase from 'better-sqlite3';
import { checkIntegrity } from '../store/check-integrity.ts';
import { isPostgresAddress } from '../store/open-store.ts';
import { takeOwnerLock } from '../store/owner-lock.ts';
import { readChecksum, sha256OfFile } from './checksum-file.ts';
import { copyToPostgres } from './copy-to-postgres.ts';
import { syncFile, syncFolderOf } from './sync-file.ts';

export interface RestoreOptions {
  /** whether what is in the database now is replaced; false by default */
  readonly force?: boolean;
}

/**
 * Puts a backup that `backUp` made in the place of a database, after its checksum and its content have been checked. A
 * backup of either engine can be restored to either, which is also how a collector moves from SQLite to PostgreSQL.
 *
 * @param address the path of an SQLite file or postgres://…
 * @throws Error where the backup is damaged, the database is not empty or is in use; nothing was changed then
 */
export async function restore(file: string, address: string, { force = false }: RestoreOptions = {}): Promise<void> {
  const expected = readChecksum(file);
  if (isPostgresAddress(address)) {
    const digest = await sha256OfFile(file);
    checkBackup(file, file, digest, expected);
    await copyToPostgres(file, address, { force });
    return;
  }
  if (!force && existsSync(address)) throw new Error(`${address} is there already; --force replaces it.`);
  const unlock = takeOwnerLock(address);
  const arriving = `${address}.restoring`;
  try {
    rmSync(arriving, { force: true });
    copyFileSync(file, arriving, constants.COPYFILE_EXCL);
    // what is checked is the copy: the very bytes that will be served
    checkBackup(file, arriving, await sha256OfFile(arriving), expected);
    syncFile(arriving);
    settle(address);
    renameSync(arriving, address);
    syncFolderOf(address);
  } finally {
    rmSync(arriving, { force: true });
    unlock();
  }
}

function checkBackup(name: string, path: string, digest: string, expected: string): void {
  if (digest !== expected) {
    throw new Error(`${name} is damaged: its SHA-256 checksum is ${digest}, and was ${expected} when it was made.`);
  }
  const backup = new SqliteDatabase(path, { readonly: true });
  try {
    const findings = checkIntegrity(backup);
    if (findings.length > 0) throw new Error(`${name} is damaged: ${findings.join('; ')}.`);
  } finally {
    backup.close();
  }
}

/** Leaves no log beside the file that is replaced: SQLite would play it back into the one that takes its place. */
function settle(path: string): void {
  if (existsSync(path)) {
    try {
      const old = new SqliteDatabase(path);
      // the last one that closes a file takes its log in; a reader elsewhere would stop it, and be told
      old.pragma('journal_mode = delete');
      old.close();
    } catch (error) {
      if ((error as { code?: unknown }).code === 'SQLITE_BUSY') {
        throw new Error(`${path} is in use by another program, which must let go of it first.`, { cause: error });
      }
      // a damaged file, which is why it is replaced
    }
  }
  for (const log of [`${path}-wal`, `${path}-shm`]) rmSync(log, { force: true });
}
