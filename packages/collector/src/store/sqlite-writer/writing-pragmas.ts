import type SqliteDatabase from 'better-sqlite3';

/** How every connection that writes is set. */
export function writingPragmas(file: SqliteDatabase.Database): void {
  // a commit returns when the operating system says that the log is on the disk
  file.pragma('journal_mode = wal');
  file.pragma('synchronous = full');
  // what is deleted, like a used token, is overwritten
  file.pragma('secure_delete = on');
}
