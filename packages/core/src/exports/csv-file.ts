import { checkDataFile, type DataFile, type DataVariable } from './data-file.ts';

/** A cell of text that a spreadsheet would run as a formula gets an apostrophe in front; numbers stay numbers. */
const FORMULA = /^[=+\-@\t\r\n]/;
const ROWS_A_PIECE = 2_000;

export interface CsvFileOptions {
  /**
   * Whether codes that stand for a missing answer are written. Default false: an empty cell, so that nobody takes the mean of
   * them by mistake.
   */
  readonly reasons?: boolean;
}

/**
 * A data file as CSV (RFC 4180, UTF-8, comma, a header line), in pieces. Text that a spreadsheet would run as a formula is
 * defused by an apostrophe.
 *
 * @throws RangeError where the data file is none (`checkDataFile`)
 * @example
 * const values = [1, null];
 * const file = { label: 'A', rows: 2, variables: [{ name: 'a', label: 'A', type: 'number', measure: 'scale', values }] } as const;
 * [...csvFile(file)].join('') // 'a\n1\n\n'
 */
export function* csvFile(file: DataFile, { reasons = false }: CsvFileOptions = {}): Generator<string> {
  checkDataFile(file);
  const { rows, variables } = file;
  let piece = `${variables.map(({ name }) => name).join(',')}\n`;
  for (let row = 0; row < rows; row++) {
    const cells = variables.map((variable) => cellOf(variable, row, reasons));
    piece += `${cells.join(',')}\n`;
    if ((row + 1) % ROWS_A_PIECE !== 0) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

function cellOf({ values, missing }: DataVariable, row: number, reasons: boolean): string {
  const value = values[row]!;
  if (value === null) return '';
  if (typeof value === 'number') {
    const isReason = missing !== undefined && value >= missing.low && value <= missing.high;
    return isReason && !reasons ? '' : String(value);
  }
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
