import { checkVariables } from '../layout/check-variables.ts';
import { codeSumsParts, type Pair } from '../layout/triangle-parts.ts';
import { fenceSql } from '../text/fence-sql.ts';
import { checkDialect } from '../text/sql-dialect.ts';
import type { SqlVariable } from '../text/sql-variable.ts';
import { answersTable } from './answers-table.ts';
import { completeSql } from './complete-sql.ts';
import { NO_NUMBER } from './no-number.ts';
import { groupKey } from './row-key.ts';
import type { SqlSourceOptions } from './source-options.ts';

export interface CodeSumsSqlOptions extends SqlSourceOptions {
  /** column of the team, wave or site: its values as text are the groups; default: all rows together */
  readonly groupBy?: string;
}

/**
 * One SQL statement for whole-number codes: the sums of the codes and of their products over complete rows, which are exact
 * and so need no centring; `codeSumsOfRows` reads them, `groupedCodeSumsOfRows` where `groupBy` is given. One reading of the
 * rows up to 55 variables, and the same digits whatever the engine and however the rows are spread over shards. For anything
 * but whole numbers there is `momentsSql`.
 *
 * @param columns the items as they were answered; reversed later, by `momentsOfCodeSums`
 * @returns the statement, without a semicolon at its end
 * @throws RangeError for less than 1 or more than 300 columns, or a name, number or source that cannot be written
 * @example codeSumsSql(['q1', 'q2'], { dialect: 'duckdb', from: { csv: ['shards/*.csv'] } })
 */
export function codeSumsSql(columns: readonly SqlVariable[], options: CodeSumsSqlOptions): string {
  checkDialect(options.dialect);
  checkVariables(columns.length);
  const key = options.groupBy === undefined ? undefined : groupKey(options.groupBy);
  const ifKeyed = (text: string) => (key === undefined ? '' : text);
  const { sql, suffix } = answersTable(columns, options, key?.ofSource === undefined ? [] : [key.ofSource]);
  const parts = codeSumsParts(columns.length);
  const width = parts[0]!.length;
  const values = columns.map((_, i) => `v${i}`);
  const select = (pairs: readonly Pair[], part: number) => {
    const products = pairs.map(({ i, j }, p) => `SUM(v${i} * v${j}) AS p${p}`);
    const unused = Array.from({ length: width - pairs.length }, (_, p) => `${NO_NUMBER} AS p${pairs.length + p}`);
    return `SELECT ${part} AS part, ${ifKeyed(`${key?.shown} AS group_name, `)}CAST(COUNT(*) AS DOUBLE PRECISION) AS n,
  ${values.map((value) => `SUM(${value}) AS ${value}`).join(', ')},
  ${[...products, ...unused].join(', ')}
FROM complete${suffix}${ifKeyed('\nGROUP BY row_key')}`;
  };
  return `WITH ${sql}, complete${suffix} AS NOT MATERIALIZED (
  SELECT ${ifKeyed(`${key?.ofAnswers} AS row_key, `)}${values.join(', ')}
  FROM answers${suffix}
  WHERE ${completeSql(columns.length)}${fenceSql(options.dialect)}
)
${parts.map(select).join('\nUNION ALL\n')}`;
}
