import { checkVariables } from '../layout/check-variables.ts';
import { checkDialect } from '../text/sql-dialect.ts';
import { type SqlVariable, valueSql } from '../text/sql-variable.ts';
import { answersTable } from './answers-table.ts';
import { completeSql } from './complete-sql.ts';
import type { SqlSourceOptions } from './source-options.ts';

export interface ScoreGroupsSqlOptions extends SqlSourceOptions {
  /** the score where it is a column of its own; default: the sum of the variables */
  readonly score?: SqlVariable;
}

/**
 * One SQL statement that counts complete rows by their score, and adds up the answers to each variable among those of
 * the same score: its rows become score groups (`scoreGroupsOfRows`).
 *
 * @param columns the items, reversed where the scale has it so; of other than whole numbers, sums that are equal on
 *   paper may differ by rounding
 * @returns the statement, without a semicolon at its end; the rows come in any order
 * @throws RangeError for less than 1 or more than 300 columns, or a name, number or source that cannot be written
 * @example scoreGroupsSql(['q1', 'q2', 'q3'], { dialect: 'duckdb', from: { parquet: ['answers.parquet'] } })
 */
export function scoreGroupsSql(columns: readonly SqlVariable[], options: ScoreGroupsSqlOptions): string {
  checkDialect(options.dialect);
  checkVariables(columns.length);
  const { score, dialect } = options;
  const own = score === undefined ? [] : [`${valueSql(score, dialect)} AS own_score`];
  const { sql, suffix } = answersTable(columns, options, own);
  const values = columns.map((_, i) => `v${i}`);
  return `WITH ${sql}, complete${suffix} AS NOT MATERIALIZED (
  SELECT ${score === undefined ? values.join(' + ') : 'own_score'} AS score, ${values.join(', ')}
  FROM answers${suffix}
  WHERE ${completeSql(columns.length)}${score === undefined ? '' : ' AND own_score IS NOT NULL'}
)
SELECT score, CAST(COUNT(*) AS DOUBLE PRECISION) AS n, ${values.map((value) => `SUM(${value}) AS ${value}`).join(', ')}
FROM complete${suffix}
GROUP BY score`;
}
