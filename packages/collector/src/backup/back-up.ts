import { closeSync, existsSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import SqliteDatabase from 'better-sqlite3';
import { checkIntegrity } from '../store/check-integrity.ts';
import { isPostgresAddress } from '../store/open-store.ts';
import { NOT_BACKED_UP } from './backed-up-tables.ts';
import { checksumPath, checksumText, sha256OfFile } from './checksum-file.ts';
import { copyFromPostgres } from './copy-from-postgres.ts';
import { syncFile, syncFolderOf } from './sync-file.ts';

export interface BackUpOptions {
  /** whether a file of that name is replaced; false by default */
  readonly force?: boolean;
}

/**
 * Writes all of a database, as it is at one moment, to one SQLite file with its SHA-256 checksum beside it
 * (`FILE.sha256`). The collector goes on serving meanwhile. The backup has the same form whichever engine it comes from.
 * It appears under its name only when it is complete, checked and on the disk.
 *
 * @param address the path of an SQLite file or postgres://…
 * @returns the checksum
 * @throws Error where there is nothing to back up, the file is there already, or what was read is damaged
 */
export async function backUp(address: string, file: string, { force = false }: BackUpOptions = {}): Promise<string> {
  if (!force && existsSync(file)) throw new Error(`${file} is there already; --force replaces it.`);
  const partial = `${file}.partial`;
  rmSync(partial, { force: true });
  try {
    // made here, for the owner alone to read: it holds people's answers
    closeSync(openSync(partial, 'wx', 0o600));
    if (isPostgresAddress(address)) await copyFromPostgres(address, partial);
    else await copyFile(address, partial);
    finishCopy(address, partial);
    syncFile(partial);
    const digest = await sha256OfFile(partial);
    writeFileSync(`${checksumPath(file)}.partial`, checksumText(file, digest), { mode: 0o600 });
    syncFile(`${checksumPath(file)}.partial`);
    // the checksum first: where the two do not belong together, restoring refuses
    renameSync(`${checksumPath(file)}.partial`, checksumPath(file));
    renameSync(partial, file);
    syncFolderOf(file);
    return digest;
  } finally {
    for (const rest of [partial, `${partial}-wal`, `${partial}-shm`, `${checksumPath(file)}.partial`]) {
      rmSync(rest, { force: true });
    }
  }
}

/** Copies a file page by page while others write to it, as it was when the copying began. */
async function copyFile(path: string, to: string): Promise<void> {
  const source = new SqliteDatabase(path, { readonly: true, fileMustExist: true });
  try {
    // without a reader's view of its own, each write of another process would start the copying anew
    source.exec('begin');
    source.prepare('select count(*) from sqlite_master').get();
    await source.backup(to);
  } finally {
    source.close();
  }
}

function finishCopy(address: string, path: string): void {
  const copy = new SqliteDatabase(path);
  try {
    // one file, without a log beside it
    copy.pragma('journal_mode = delete');
    const findings = checkIntegrity(copy);
    if (findings.length > 0) throw new Error(`${address} is damaged: ${findings.join('; ')}.`);
    copy.pragma('secure_delete = on');
    for (const table of NOT_BACKED_UP) {
      // a database that was not opened since an update may lack the table
      const known = copy.prepare("select 1 from sqlite_master where type = 'table' and name = ?").get(table);
      if (known !== undefined) copy.exec(`delete from ${table}`);
    }
  } finally {
    copy.close();
  }
}
