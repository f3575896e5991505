import { DuckDBInstance } from '@duckdb/node-api';
import type { TestEngine } from './test-engine.ts';

/** DuckDB in memory. */
export async function openDuckdb(): Promise<TestEngine> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
  const connection = await instance.connect();
  return {
    dialect: 'duckdb',
    query: async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJS(),
    async close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
