import { hostname } from 'node:os';
import process from 'node:process';
import SqliteDatabase from 'better-sqlite3';
import { createForOwner } from './create-for-owner.ts';

/**
 * Makes this process the only one that serves a file, until the returned function is called or the process ends, however
 * it ends: the lock is a write transaction held open on a small database beside the file, and the operating system lets
 * go of it with the process. The file itself stays free for those who only read it, and for an online backup.
 *
 * @throws Error that names the process that has it
 */
export function takeOwnerLock(path: string): () => void {
  const lockPath = `${path}-owner`;
  createForOwner(lockPath);
  const lock = new SqliteDatabase(lockPath, { timeout: 0 });
  const me = `process ${process.pid} on ${hostname()}`;
  try {
    // the lock goes with the process, so nothing here has to outlive a power cut
    lock.pragma('synchronous = off');
    for (;;) {
      lock.exec('begin immediate');
      lock.exec('create table if not exists owner (name text not null)');
      const { name } = (lock.prepare('select name from owner').get() ?? {}) as { name?: string };
      // an owner's name must be committed before the lock is held, so that others can read it beside the lock
      if (name === me) return () => lock.close();
      lock.exec('delete from owner');
      lock.prepare('insert into owner values (?)').run(me);
      lock.exec('commit');
    }
  } catch (error) {
    const owner = (error as { code?: unknown }).code === 'SQLITE_BUSY' ? ownerOf(lock) : undefined;
    lock.close();
    if (owner === undefined) throw error;
    throw new Error(
      `It is in use by ${owner}. One file is served by one process: stop that one first, or give this one another file.`,
      { cause: error },
    );
  }
}

function ownerOf(lock: SqliteDatabase.Database): string {
  try {
    return (lock.prepare('select name from owner').get() as { name: string }).name;
  } catch {
    // at this very moment the other one is writing its name
    return 'another process';
  }
}
