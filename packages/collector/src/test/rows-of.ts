import SqliteDatabase from 'better-sqlite3';
import type { ResponseRow } from '../store/database.ts';

/** The stored rows, read past the store by another connection. */
export function rowsOf(path: string): ResponseRow[] {
  const file = new SqliteDatabase(path, { readonly: true });
  try {
    return file.prepare('select * from response').all() as ResponseRow[];
  } finally {
    file.close();
  }
}
