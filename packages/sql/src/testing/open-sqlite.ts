import Database from 'better-sqlite3';
import type { SqlRow } from '../readers/sql-row.ts';
import type { TestEngine } from './test-engine.ts';

/** SQLite in memory. */
export async function openSqlite(): Promise<TestEngine> {
  const database = new Database(':memory:');
  return {
    dialect: 'sqlite',
    async query(sql) {
      const statement = database.prepare(sql);
      if (statement.reader) return statement.all() as SqlRow[];
      statement.run();
      return [];
    },
    async close() {
      database.close();
    },
  };
}
