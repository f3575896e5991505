import { csvLine } from '../output/csv-line.ts';
import type { CodebookSheet, SheetCell } from './codebook-sheet.ts';

const flat = (cell: SheetCell | undefined): string => (typeof cell === 'string' ? cell : (cell ?? []).join('; '));

/** A codebook as CSV, a line a variable; lists are joined by semicolons, and no cell can run as a formula. */
export function codebookCsv({ columns, rows, perRow }: CodebookSheet): string {
  const header = csvLine([...columns.map(({ id }) => id), ...Object.keys(perRow)]);
  const lines = rows.map((row) => csvLine([...columns.map(({ id }) => flat(row[id])), ...Object.values(perRow)]));
  return header + lines.join('');
}
