import { parse } from 'csv-parse/sync';

/** The cells of a record without quotes. */
export function splitPlain(text: string, delimiter: string, trims: boolean): string[] {
  const cells = text.split(delimiter);
  if (trims) for (let i = 0; i < cells.length; i++) cells[i] = cells[i]!.trim();
  return cells;
}

/**
 * The cells of a record in which some are quoted from end to end with no quote inside, as nearly all programs write them;
 * undefined where there is more to it.
 */
function splitQuoted(text: string, delimiter: string): string[] | undefined {
  const cells: string[] = [];
  for (let start = 0; ; ) {
    let end: number;
    if (text[start] === '"') {
      const close = text.indexOf('"', start + 1);
      end = close + 1;
      if (close === -1 || (end < text.length && !text.startsWith(delimiter, end))) return undefined;
      cells.push(text.slice(start + 1, close));
    } else {
      const found = text.indexOf(delimiter, start);
      end = found === -1 ? text.length : found;
      const cell = text.slice(start, end).trim();
      if (cell.includes('"')) return undefined;
      cells.push(cell);
    }
    if (end === text.length) return cells;
    start = end + delimiter.length;
  }
}

/**
 * The cells of a record with quotes. What is not simple (quotes within quotes, spaces around them, mistakes) goes to
 * csv-parse, which reads a tenth as many rows a second.
 *
 * @param text one record; line ends within quotes belong to it
 * @throws CsvError for a record that is no CSV
 */
export function splitWithQuotes(text: string, delimiter: string, longest: number): string[] {
  const simple = splitQuoted(text, delimiter);
  if (simple !== undefined) return simple;
  const options = { delimiter, trim: true, relax_column_count: true, max_record_size: longest };
  const [cells = ['']] = parse(text, options) as string[][];
  return cells;
}
