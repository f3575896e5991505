import type { SqlDialect } from './sql-dialect.ts';

/**
 * Ends a subquery so that its expressions are worked out once a row, not once for each use: PostgreSQL and SQLite would
 * otherwise write the expressions into the outer query. DuckDB works out a common expression once by itself, and would
 * lose its parallel scan.
 */
export const fenceSql = (dialect: SqlDialect): string =>
  ({ sqlite: '\n  LIMIT -1', postgresql: '\n  OFFSET 0', duckdb: '' })[dialect];
