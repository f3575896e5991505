import { numberIn, type SqlRow } from './sql-row.ts';

/**
 * The mean that a statement took off a variable.
 *
 * @param variable its place among the columns, for the message
 * @throws RangeError unless it is finite
 */
export function finiteCentre(row: SqlRow, column: string, variable: number): number {
  const centre = numberIn(row, column);
  if (Number.isFinite(centre)) return centre;
  throw new RangeError(
    `Unexpected mean of variable ${variable}: ${centre}. An answer is infinite, too large to add up or, in SQLite, no number.`,
  );
}
