import { sourceSql } from '../text/sql-source.ts';
import { type SqlVariable, valueSql } from '../text/sql-variable.ts';
import type { SqlSourceOptions } from './source-options.ts';
import { tableSuffix } from './table-suffix.ts';

/** The first common table of every statement. */
export interface AnswersTable {
  /** its definition: v0, v1, … are the values of the variables, doubles or NULL */
  readonly sql: string;
  /** what stands after the name of each common table */
  readonly suffix: string;
}

/**
 * The common table `answers`. It is never materialized: the rows are read again for each step, and are stored nowhere.
 *
 * @param more further columns of it
 */
export function answersTable(
  variables: readonly SqlVariable[],
  { dialect, from }: SqlSourceOptions,
  more: readonly string[] = [],
): AnswersTable {
  const source = sourceSql(from, dialect);
  const suffix = tableSuffix(source);
  const values = variables.map((variable, i) => `${valueSql(variable, dialect)} AS v${i}`);
  const sql = `answers${suffix} AS NOT MATERIALIZED (
  SELECT ${[...more, ...values].join(', ')}
  FROM ${source} AS source
)`;
  return { sql, suffix };
}
