import type SqliteDatabase from 'better-sqlite3';

/** How every connection that writes is set. */
export function writingPragmas(file: SqliteDatabase.Database): void {
  // a commit returns when the operating system says that the log is on the disk
  file.pragma('journal_mode = wal');
  file.pragma('synchronous = full');
  // Under load a page is changed many times; carried over from the log every 32 MB and not every 4, it is written to the
  // file less often. In quieter times the log is emptied by the clock (`emptyLogRegularly`).
  file.pragma('wal_autocheckpoint = 8000');
  // what is deleted, like a used token, is overwritten
  file.pragma('secure_delete = on');
}
