/** A cell of text that a spreadsheet would run as a formula gets an apostrophe in front; numbers stay numbers. */
const FORMULA = /^[=+\-@\t\r]/;

function csvCell(value: string | number | boolean | null): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * One line of CSV (RFC 4180, line feed at its end); null is an empty cell.
 *
 * @example csvLine(['=1+1', -1, null]) // "'=1+1,-1,\n"
 */
export const csvLine = (cells: readonly (string | number | boolean | null)[]): string =>
  `${cells.map(csvCell).join(',')}\n`;
