import { checkVariables } from '../layout/check-variables.ts';
import { checkDialect } from '../text/sql-dialect.ts';
import type { SqlVariable } from '../text/sql-variable.ts';
import { answersTable } from './answers-table.ts';
import { groupKey } from './row-key.ts';
import type { SqlSourceOptions } from './source-options.ts';

export interface CountsSqlOptions extends SqlSourceOptions {
  /** whether answers are counted variable by variable, or in their combinations; default false */
  readonly joint?: boolean;
  /** column of the team, wave or site: its values as text are the groups; default: all rows together; not with `joint` */
  readonly groupBy?: string;
}

/**
 * One SQL statement that counts answers, rows with a missing one too. By default variable by variable: its rows become
 * category counts (`categoryCountsOfRows`; `groupedCategoryCountsOfRows` where `groupBy` is given). With `joint` it counts
 * each combination of answers to all the variables: of two of them its rows become a contingency table
 * (`contingencyTableOfRows`); of more they are the different rows there are, which may be nearly all.
 *
 * @param columns the variables
 * @returns the statement, without a semicolon at its end; the rows come in any order
 * @throws RangeError for less than 1 or more than 300 columns, groups of combinations, or a name, number or source that
 *   cannot be written
 * @example countsSql(['before', 'after'], { dialect: 'postgresql', from: 'answers', joint: true })
 */
export function countsSql(columns: readonly SqlVariable[], options: CountsSqlOptions): string {
  checkDialect(options.dialect);
  checkVariables(columns.length);
  const { joint = false, groupBy } = options;
  if (joint && groupBy !== undefined) {
    throw new RangeError('Unexpected groups: answers are counted by group variable by variable, not jointly.');
  }
  const key = groupBy === undefined ? undefined : groupKey(groupBy);
  const ifKeyed = (text: string) => (key === undefined ? '' : text);
  const { sql, suffix } = answersTable(columns, options, key?.ofSource === undefined ? [] : [key.ofSource]);
  const values = columns.map((_, i) => `v${i}`);
  const count = 'CAST(COUNT(*) AS DOUBLE PRECISION) AS n';
  const keyed = `, used${suffix} AS NOT MATERIALIZED (
  SELECT ${key?.ofAnswers} AS row_key, ${values.join(', ')}
  FROM answers${suffix}
)`;
  const rows = `${key === undefined ? 'answers' : 'used'}${suffix}`;
  const selects = joint
    ? [`SELECT ${values.join(', ')}, ${count}\nFROM ${rows}\nGROUP BY ${values.join(', ')}`]
    : values.map(
        (value, i) =>
          `SELECT ${i} AS variable, ${ifKeyed(`${key?.shown} AS group_name, `)}${value} AS code, ${count}\nFROM ${rows}\nGROUP BY ${ifKeyed('row_key, ')}${value}`,
      );
  return `WITH ${sql}${ifKeyed(keyed)}
${selects.join('\nUNION ALL\n')}`;
}
