import { StringDecoder } from 'node:string_decoder';
import { CsvError } from 'csv-parse/sync';
import { badInput } from '../failure.ts';
import { LineSplitter } from './line-splitter.ts';
import { sniffDelimiter } from './sniff-delimiter.ts';
import { splitPlain, splitWithQuotes } from './split-cells.ts';

/** One record of a CSV file: first the header, then the rows. */
export interface CsvRecord {
  readonly cells: readonly string[];
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

/** Whether quotes that are open before `text` are closed after it, or the other way round. */
function turnsQuotes(text: string): boolean {
  let turns = false;
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at + 1)) turns = !turns;
  return turns;
}

/** Puts lines together to records: a record ends at the first line end outside quotes. */
class RecordReader {
  readonly #name: string;
  readonly #delimiter: string;
  readonly #decoder = new StringDecoder('utf8');
  readonly #lines = new LineSplitter();
  #records: CsvRecord[] = [];
  #line = 1;
  #blankLines = 0;
  /** the lines so far of a record with a line end in quotes */
  #open: { text: string; lines: number } | undefined;
  #hasSpaces = false;
  /** what is wrong after the records that were read; nothing more is read then */
  failure: Error | undefined;

  constructor(name: string, delimiter: string) {
    this.#name = name;
    this.#delimiter = delimiter;
  }

  /** The records that end in this chunk. */
  read(chunk: Buffer): readonly CsvRecord[] {
    const piece = this.#decoder.write(chunk);
    this.#hasSpaces ||= /[^\S\r\n]/.test(piece);
    this.#lines.push(piece, this.#addLine);
    if (this.#lines.held > LONGEST_ROW) this.#fail('CSV_MAX_RECORD_SIZE');
    return this.#taken();
  }

  /** What is left at the end of the file. */
  finish(): readonly CsvRecord[] {
    this.#lines.finish(this.#addLine);
    if (this.#open !== undefined && this.failure === undefined) this.#addQuoted(this.#open.text, this.#open.lines);
    return this.#taken();
  }

  #taken(): readonly CsvRecord[] {
    const records = this.#records;
    this.#records = [];
    return records;
  }

  readonly #addLine = (text: string, end: string): void => {
    if (this.failure !== undefined) return;
    if (this.#open === undefined && !text.includes('"')) {
      if (text.length > LONGEST_ROW) this.#fail('CSV_MAX_RECORD_SIZE');
      else if (!this.#isBlank(text)) this.#add(splitPlain(text, this.#delimiter, this.#hasSpaces), 1);
      else {
        this.#blankLines++;
        this.#line++;
      }
      return;
    }
    const whole = (this.#open?.text ?? '') + text;
    const lines = (this.#open?.lines ?? 0) + 1;
    const isOpen = turnsQuotes(text) !== (this.#open !== undefined);
    if (isOpen && whole.length <= LONGEST_ROW) this.#open = { text: whole + end, lines };
    else this.#addQuoted(whole, lines);
  };

  #isBlank(text: string): boolean {
    return text === '' || (this.#hasSpaces && text.trim() === '' && !text.includes(this.#delimiter));
  }

  #addQuoted(text: string, lines: number): void {
    this.#open = undefined;
    try {
      this.#add(splitWithQuotes(text, this.#delimiter, LONGEST_ROW), lines);
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
      this.#fail(error.code);
    }
  }

  #add(cells: readonly string[], lines: number): void {
    this.#records.push({ cells, line: this.#line, blankLinesBefore: this.#blankLines });
    this.#line += lines;
    this.#blankLines = 0;
  }

  #fail(code: string): void {
    this.failure ??= badInput(`${this.#name}: the row in line ${this.#line} ${WRONG[code] ?? 'is not CSV'}`);
  }
}

/**
 * Reads CSV as a stream: the header's cells first and then each row's, in batches as large as the chunks; nothing is kept.
 * Line ends may be of any kind, also mixed; space around cells is cut; blank lines are no records.
 *
 * @throws CommandFailure for text that is no CSV
 */
export async function* readCsv(
  chunks: AsyncIterable<Buffer>,
  { name, delimiter }: ReadCsvOptions,
): AsyncGenerator<readonly CsvRecord[]> {
  const iterator = chunks[Symbol.asyncIterator]();
  try {
    const { head, delimiter: found } = await readHead(iterator);
    const reader = new RecordReader(name, delimiter ?? found);
    for (let next: IteratorResult<Buffer> = { value: head }; ; next = await iterator.next()) {
      // what stands before a mistake comes first
      yield next.done ? reader.finish() : reader.read(next.value);
      if (reader.failure !== undefined) throw reader.failure;
      if (next.done) return;
    }
  } finally {
    await iterator.return?.();
  }
}
