import type SqliteDatabase from 'better-sqlite3';

/**
 * Empties the write-ahead log of a file at intervals in which something was written. Until it is emptied the log holds the
 * last changes in their order, and pages as they were before: which token went with which answer could be read in it.
 *
 * @param milliseconds between two looks
 * @returns ends it
 */
export function emptyLogRegularly(file: SqliteDatabase.Database, milliseconds: number): () => void {
  const written = file.prepare('select total_changes()').pluck();
  let emptied = 0;
  const timer = setInterval(() => {
    const now = written.get() as number;
    if (now === emptied || file.inTransaction) return;
    try {
      const [{ busy }] = file.pragma('wal_checkpoint(truncate)') as [{ busy: number }];
      // somebody still reads what is in it: next time
      if (busy === 0) emptied = now;
    } catch {
      // the disk is full, or fails: next time, for the thread must not end of it; a post hears of it by itself
    }
  }, milliseconds);
  timer.unref();
  return () => clearInterval(timer);
}
