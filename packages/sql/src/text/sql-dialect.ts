/** The engines whose SQL is written and tested here. Others run the same statements with small changes: docs/scale.md. */
export type SqlDialect = 'sqlite' | 'postgresql' | 'duckdb';

export const SQL_DIALECTS: readonly SqlDialect[] = ['sqlite', 'postgresql', 'duckdb'];

/** @throws RangeError for a dialect that is not one of `SQL_DIALECTS` */
export function checkDialect(dialect: SqlDialect): void {
  if (!SQL_DIALECTS.includes(dialect)) throw new RangeError(`Unexpected dialect: ${dialect}.`);
}
