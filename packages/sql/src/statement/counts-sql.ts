import { checkVariables } from '../layout/check-variables.ts';
import { checkDialect } from '../text/sql-dialect.ts';
import type { SqlVariable } from '../text/sql-variable.ts';
import { answersTable } from './answers-table.ts';
import type { SqlSourceOptions } from './source-options.ts';

export interface CountsSqlOptions extends SqlSourceOptions {
  /** whether answers are counted variable by variable, or in their combinations; default false */
  readonly joint?: boolean;
}

/**
 * One SQL statement that counts answers, rows with a missing one too. By default variable by variable: its rows become
 * category counts (`categoryCountsOfRows`). With `joint` it counts each combination of answers to all the variables: of
 * two of them its rows become a contingency table (`contingencyTableOfRows`); of more they are the different rows there
 * are, which may be nearly all.
 *
 * @param columns the variables
 * @returns the statement, without a semicolon at its end; the rows come in any order
 * @throws RangeError for less than 1 or more than 300 columns, or a name, number or source that cannot be written
 * @example countsSql(['before', 'after'], { dialect: 'postgresql', from: 'answers', joint: true })
 */
export function countsSql(columns: readonly SqlVariable[], options: CountsSqlOptions): string {
  checkDialect(options.dialect);
  checkVariables(columns.length);
  const { sql, suffix } = answersTable(columns, options);
  const values = columns.map((_, i) => `v${i}`);
  const count = 'CAST(COUNT(*) AS DOUBLE PRECISION) AS n';
  const selects =
    options.joint === true
      ? [`SELECT ${values.join(', ')}, ${count}\nFROM answers${suffix}\nGROUP BY ${values.join(', ')}`]
      : values.map(
          (value, i) => `SELECT ${i} AS variable, ${value} AS code, ${count}\nFROM answers${suffix}\nGROUP BY ${value}`,
        );
  return `WITH ${sql}
${selects.join('\nUNION ALL\n')}`;
}
