import { fenceSql } from '../text/fence-sql.ts';
import type { SqlDialect } from '../text/sql-dialect.ts';
import type { StepColumn } from './step-columns.ts';

/**
 * Subqueries in one another, a step each, so that every column is worked out once a row however often it is used: each
 * hands on what it made and what later steps need. The last one is not fenced: it only has names to give.
 *
 * @param results the columns that come out, with their names as they stand after AS
 * @param source where the rows are, as it stands after FROM
 */
export function stepwiseSelect(
  results: readonly { readonly column: StepColumn; readonly as: string }[],
  source: string,
  dialect: SqlDialect,
): string {
  const all = new Set<StepColumn>();
  const lastUse = new Map<StepColumn, number>();
  const last = 1 + Math.max(...results.map(({ column }) => column.step));
  const add = (column: StepColumn, usedIn: number): void => {
    lastUse.set(column, Math.max(usedIn, lastUse.get(column) ?? 0));
    if (all.has(column)) return;
    for (const used of column.uses) add(used, column.step);
    all.add(column);
  };
  for (const { column } of results) add(column, last);
  let rows = source;
  for (let step = 0; step < last; step++) {
    const handed = [...all].flatMap((column) => {
      if (column.step === step) return [`${column.sql} AS ${column.name}`];
      return column.step < step && lastUse.get(column)! > step ? [column.name] : [];
    });
    rows = `(SELECT ${handed.join(', ')}\nFROM ${rows} AS source${fenceSql(dialect)})`;
  }
  return `SELECT ${results.map(({ column, as }) => `${column.name} AS ${as}`).join(', ')}\nFROM ${rows} AS source`;
}
