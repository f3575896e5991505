import { momentsParts, type Pair } from '../layout/triangle-parts.ts';
import { fenceSql } from '../text/fence-sql.ts';
import type { SqlVariable } from '../text/sql-variable.ts';
import { answersTable } from './answers-table.ts';
import { centreSql } from './centre-sql.ts';
import { completeSql } from './complete-sql.ts';
import { deviationSql } from './deviation-sql.ts';
import { NO_NUMBER } from './no-number.ts';
import type { RowKey } from './row-key.ts';
import type { SqlSourceOptions } from './source-options.ts';

export interface CentredMomentsOptions extends SqlSourceOptions {
  /** by what rows are told apart; default: all rows together */
  readonly key?: RowKey;
  /** whether rows with a hole are left out */
  readonly onlyComplete: boolean;
}

/**
 * Two steps: the centres, next to the means, and then the sums of the deviations from them and of the products of those.
 * The sums of the deviations say what is left of the means; the readers of the rows take it off.
 */
export function centredMomentsSql(variables: readonly SqlVariable[], options: CentredMomentsOptions): string {
  const { dialect, key, onlyComplete } = options;
  const ifKeyed = (text: string) => (key === undefined ? '' : text);
  const each = (text: (i: number) => string) => variables.map((_, i) => text(i)).join(', ');
  const { sql, suffix } = answersTable(variables, options, key?.ofSource === undefined ? [] : [key.ofSource]);
  const parts = momentsParts(variables.length);
  const width = parts[0]!.length;
  const select = (pairs: readonly Pair[], part: number) => {
    const products = pairs.map(({ i, j }, p) => `SUM(d${i} * d${j}) AS c${p}`);
    const unused = Array.from({ length: width - pairs.length }, (_, p) => `${NO_NUMBER} AS c${pairs.length + p}`);
    return `SELECT ${part} AS part, ${ifKeyed(`${key?.shown} AS group_name, `)}CAST(COUNT(*) AS DOUBLE PRECISION) AS n,
  ${each((i) => `MIN(m${i}) AS m${i}`)},
  ${each((i) => `SUM(d${i}) AS s${i}`)},
  ${[...products, ...unused].join(', ')}
FROM deviations${suffix}${ifKeyed('\nGROUP BY row_key')}`;
  };
  return `WITH ${sql}, used${suffix} AS NOT MATERIALIZED (
  SELECT ${ifKeyed(`${key?.ofAnswers} AS row_key, `)}${each((i) => `v${i}`)}
  FROM answers${suffix}${onlyComplete ? `\n  WHERE ${completeSql(variables.length)}` : ''}
), centre${suffix} AS MATERIALIZED (
  SELECT ${ifKeyed('row_key AS centre_key, ')}${each((i) => `${centreSql(`v${i}`)} AS m${i}`)}
  FROM used${suffix}${ifKeyed('\n  GROUP BY row_key')}
), deviations${suffix} AS NOT MATERIALIZED (
  SELECT ${ifKeyed('row_key, ')}${each((i) => `m${i}, ${deviationSql(`v${i}`, `m${i}`, dialect)} AS d${i}`)}
  FROM used${suffix} ${key === undefined ? 'CROSS JOIN' : 'JOIN'} centre${suffix}${ifKeyed(' ON row_key = centre_key')}${fenceSql(dialect)}
)
${parts.map(select).join('\nUNION ALL\n')}`;
}
