import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import { badInput, CommandFailure } from '../failure.ts';
import { sniffDelimiter } from './sniff-delimiter.ts';

/** Where a record stands in its file. */
export interface RecordPlace {
  /** the line it starts in, as an editor counts: from 1, the header, blank lines and lines within quotes included */
  readonly line: number;
  /** blank lines between this record and the one before it */
  readonly blankLinesBefore: number;
}

export interface ReadCsvOptions {
  /** how messages name the file */
  readonly name: string;
  /** default: found in the header line */
  readonly delimiter?: string | undefined;
}

/** A row longer than this is taken for a quote that never closes. */
const LONGEST_ROW = 1_000_000;
const LONGEST_HEADER = 1 << 20;

const WRONG: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'has a quote that never closes',
  CSV_INVALID_CLOSING_QUOTE: 'has text after a closing quote',
  CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE: 'has text after a closing quote',
  INVALID_OPENING_QUOTE: 'has a quote inside a cell that does not begin with one',
  CSV_MAX_RECORD_SIZE: `goes on for more than ${LONGEST_ROW} characters: is a quote not closed?`,
};

/** Chunks up to the end of the header line, and the delimiter found there. */
async function readHead(chunks: AsyncIterator<Buffer>): Promise<{ head: Buffer; delimiter: string }> {
  const parts: Buffer[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await chunks.next();
    if (!done) {
      parts.push(value);
      length += value.length;
      // a chunk without a line end cannot end the header
      if (length < LONGEST_HEADER && !value.includes(0x0a) && !value.includes(0x0d)) continue;
    }
    const head = Buffer.concat(parts);
    const delimiter = sniffDelimiter(head, done === true || length >= LONGEST_HEADER);
    if (delimiter !== undefined) return { head, delimiter };
  }
}

function countLineEnds(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) {
    if (cell.length > 1 || cell === '\n' || cell === '\r') count += cell.match(/\r\n|\n|\r/g)?.length ?? 0;
  }
  return count;
}

/**
 * Reads CSV as a stream: `onRecord` gets the header's cells first and then each row's, and nothing is kept. Line ends may
 * be of any kind, also mixed; space around cells is cut; blank lines are no records.
 *
 * @param onRecord may throw, which ends the reading with that error
 * @throws CommandFailure for text that is no CSV
 */
export async function readCsv(
  chunks: AsyncIterable<Buffer>,
  { name, delimiter }: ReadCsvOptions,
  onRecord: (cells: readonly string[], place: RecordPlace) => void,
): Promise<void> {
  const iterator = chunks[Symbol.asyncIterator]();
  const { head, delimiter: found } = await readHead(iterator);
  let nextLine = 1;
  let blankLines = 0;
  const parser = parse({
    delimiter: delimiter ?? found,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true, // told apart by whoever knows the header
    skip_empty_lines: true,
    trim: true,
    max_record_size: LONGEST_ROW,
    // the parser's own count of lines is off where a quoted cell has Windows line ends, so lines are counted here
    on_record: (cells, info) => {
      const blankLinesBefore = info.empty_lines - blankLines;
      const line = nextLine + blankLinesBefore;
      blankLines = info.empty_lines;
      nextLine = line + 1 + countLineEnds(cells);
      onRecord(cells, { line, blankLinesBefore });
      return null; // nothing is queued
    },
  });
  parser.resume();
  try {
    await pipeline(async function* () {
      yield head;
      yield* { [Symbol.asyncIterator]: () => iterator };
    }, parser);
  } catch (error) {
    if (error instanceof CommandFailure || !(error instanceof CsvError)) throw error;
    const line = nextLine + parser.info.empty_lines - blankLines;
    throw badInput(`${name}: the row in line ${line} ${WRONG[error.code] ?? 'is not CSV'}`);
  }
}
