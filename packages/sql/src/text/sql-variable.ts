import { numberLiteral } from './number-literal.ts';
import { quoteIdentifier } from './quote-identifier.ts';
import type { SqlDialect } from './sql-dialect.ts';

/** A variable of the statistics: the name of its column, or how its cells are to be read. */
export type SqlVariable = string | SqlVariableOptions;

export interface SqlVariableOptions {
  /** name of the column */
  readonly column: string;
  /** codes that mean "no answer", beside NULL and NaN; default none */
  readonly missingCodes?: readonly number[];
  /** codes that stand for another answer, such as "not applicable" for the middle; default none */
  readonly recodes?: readonly { readonly from: number; readonly to: number }[];
  /** the limits of the response scale of an item to be reversed: `minimum + maximum - code`; applied last */
  readonly reverse?: { readonly minimum: number; readonly maximum: number };
}

/**
 * The value of a variable, as a double or NULL, of the row called `source`: with the name of the row before it, SQLite
 * does not take the name of a column that is not there for a text.
 *
 * A cell that is no number stops PostgreSQL and DuckDB; SQLite would read it as 0, so it becomes infinite there and the
 * readers of rows refuse it.
 */
export function valueSql(variable: SqlVariable, dialect: SqlDialect): string {
  const {
    column,
    missingCodes = [],
    recodes = [],
    reverse,
  }: SqlVariableOptions = typeof variable === 'string' ? { column: variable } : variable;
  const cell = `source.${quoteIdentifier(column)}`;
  let value =
    dialect === 'sqlite'
      ? `CASE WHEN ${cell} = CAST(${cell} AS NUMERIC) THEN CAST(${cell} AS DOUBLE PRECISION) WHEN ${cell} IS NOT NULL THEN 9e999 END`
      : `NULLIF(CAST(${cell} AS DOUBLE PRECISION), CAST('NaN' AS DOUBLE PRECISION))`;
  for (const code of missingCodes) value = `NULLIF(${value}, ${numberLiteral(code)})`;
  if (recodes.length > 0) {
    const cases = recodes.map(
      ({ from, to }) => `WHEN ${numberLiteral(from)} THEN CAST(${numberLiteral(to)} AS DOUBLE PRECISION)`,
    );
    value = `CASE ${value} ${cases.join(' ')} ELSE ${value} END`;
  }
  return reverse === undefined ? value : `${numberLiteral(reverse.minimum + reverse.maximum)} - (${value})`;
}
