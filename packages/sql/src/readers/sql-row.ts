/** A row as the drivers of the engines give it: an object with the names of the columns. */
export type SqlRow = Readonly<Record<string, unknown>>;

/**
 * The number in a column: as it is, or from the bigint or text that some drivers make of numbers; NaN for NULL.
 *
 * @throws RangeError where there is no such column, or no number in it
 */
export function numberIn(row: SqlRow, column: string): number {
  const value = row[column];
  if (typeof value === 'number') return value;
  if (value === null) return NaN;
  if (value === undefined) throw new RangeError(`Unexpected rows: they have no column ${column}.`);
  const number = typeof value === 'bigint' || (typeof value === 'string' && value !== '') ? Number(value) : NaN;
  if (Number.isNaN(number)) throw new RangeError(`Unexpected value in column ${column}: ${String(value)}.`);
  return number;
}

/** @throws RangeError where the column holds no text and no NULL */
export function textIn(row: SqlRow, column: string): string | null {
  const value = row[column];
  if (value === undefined) throw new RangeError(`Unexpected rows: they have no column ${column}.`);
  if (value !== null && typeof value !== 'string') {
    throw new RangeError(`Unexpected value in column ${column}: ${String(value)}.`);
  }
  return value;
}
