import { openDuckdb } from './open-duckdb.ts';
import { openPostgresql } from './open-postgresql.ts';
import { openSqlite } from './open-sqlite.ts';

/** Every engine that the statements are tested in. */
export const ENGINES = [
  ['SQLite', openSqlite],
  ['PostgreSQL', openPostgresql],
  ['DuckDB', openDuckdb],
] as const;
