import { failedRun } from '../failure.ts';

/** What the program uses of `@duckdb/node-api`. */
export type Duckdb = typeof import('@duckdb/node-api');

/**
 * Loads DuckDB, which is large and which only shards need.
 *
 * @throws CommandFailure saying how to install it, where it is not there
 */
export async function loadDuckdb(load: () => Promise<Duckdb> = () => import('@duckdb/node-api')): Promise<Duckdb> {
  try {
    return await load();
  } catch {
    throw failedRun('several files, patterns and Parquet are read by DuckDB: npm install @duckdb/node-api');
  }
}
