import type { SqlDialect } from '../text/sql-dialect.ts';

/**
 * A value less its mean. PostgreSQL stops where a product is too small for a double, the others give 0; so deviations
 * whose products could be are 0 there from the start.
 */
export function deviationSql(value: string, mean: string, dialect: SqlDialect): string {
  const deviation = `${value} - ${mean}`;
  return dialect === 'postgresql' ? `CASE WHEN ABS(${deviation}) < 1e-153 THEN 0 ELSE ${deviation} END` : deviation;
}
