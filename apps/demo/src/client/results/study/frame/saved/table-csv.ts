import type { Cell, TableData } from '../table-data.ts';

/** Text that a spreadsheet would run as a formula gets an apostrophe in front; numbers stay numbers. */
const FORMULA = /^[=+\-@\t\r\n]/;

/**
 * A table as CSV (RFC 4180): comma, decimal points, a header line, shares from 0 to 1, as many digits as there are. A figure
 * that is not shown says why, in the place where it would be. The mark at the beginning tells spreadsheets that it is UTF-8.
 *
 * @param word what stands before the reason of a figure that is not shown
 * @param source further columns that are the same in every row: what the table is from, so that rows of several files can be
 *   put below each other
 * @example tableCsv({ caption: '', headings: ['Team', 'n'], rows: [['=A', whole(5)]] }, 'not shown', [['Wave', '2']])
 *   // '\uFEFFTeam,n,Wave\r\n\'=A,5,2\r\n'
 */
export function tableCsv(
  { headings, rows }: TableData,
  word: string,
  source: readonly (readonly [heading: string, text: string])[],
): string {
  const line = (cells: readonly string[]) => `${cells.join(',')}\r\n`;
  const same = source.map(([, text]) => quoted(text));
  const heading = line([...headings, ...source.map(([name]) => name)].map(quoted));
  return `\uFEFF${heading}${rows.map((row) => line([...row.map((cell) => csvCell(cell, word)), ...same])).join('')}`;
}

function csvCell(cell: Cell, word: string): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return quoted(cell);
  if ('hidden' in cell) return quoted(`${word}: ${cell.hidden}`);
  return cell.number === null ? '' : String(cell.number);
}

function quoted(value: string): string {
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
