import { type Instrument, itemOf, type ResponseTable, responseScaleOf, tableOfColumns } from '@peerscale/core';
import type { CommandContext } from '../context.ts';
import type { AnswersRequest } from '../options/answers-request.ts';
import { fileLabel } from '../print/safe-text.ts';
import { BadCells } from './bad-cells.ts';
import { type Cell, cellDecoder } from './cell-decoder.ts';
import { checkedText } from './checked-text.ts';
import { findColumns } from './find-columns.ts';
import { GrowableColumn } from './growable-column.ts';
import { readCsv } from './read-csv.ts';
import { readSource } from './read-source.ts';
import { type RowConsumer, RowFeed } from './row-feed.ts';

/** Some rows of a CSV file, as the scoring and the statistics take them. */
export interface AnswerChunk {
  readonly table: ResponseTable;
  /** data rows of the file before these */
  readonly firstRow: number;
  /** cells of these rows read as "no answer" */
  readonly missingCells: number;
}

export interface AnswerChunkOptions {
  /** a chunk is handed out as soon as it has this many rows; it may have some thousands more */
  readonly rows: number;
  /** is told how many bytes have been read */
  readonly onBytes?: (count: number) => void;
  /** is given the same header and rows, for columns that hold no answers */
  readonly beside?: RowConsumer;
}

interface AnswerColumn {
  readonly item: string;
  readonly column: string;
  readonly index: number;
  readonly codes: readonly number[];
  readonly decode: (cell: string) => Cell;
  readonly answers: GrowableColumn;
}

const codesOf = (instrument: Instrument, item: string): readonly number[] =>
  responseScaleOf(instrument, itemOf(instrument, item).responseScale).codes;

/** Keeps typed columns of the rows that were not taken away yet. */
class AnswerColumns implements RowConsumer {
  readonly badCells = new BadCells();
  /** rows since the last `take` */
  held = 0;
  readonly #request: AnswersRequest;
  readonly #name: string;
  #columns: readonly AnswerColumn[] | undefined;
  #taken = 0;
  #missingCells = 0;

  constructor(request: AnswersRequest, name: string) {
    this.#request = request;
    this.#name = name;
  }

  header(cells: readonly string[]): void {
    const { instrument, columns, missingCodes } = this.#request;
    this.#columns = findColumns(cells, columns, this.#name).map((found) => {
      const codes = codesOf(instrument, found.item);
      return { ...found, codes, decode: cellDecoder(codes, missingCodes), answers: new GrowableColumn() };
    });
  }

  row(cells: readonly string[], line: number, row: number): void {
    this.held++;
    for (const { index, column, codes, decode, answers } of this.#columns!) {
      const value = cells[index]!;
      const cell = decode(value);
      if (typeof cell === 'number') answers.push(cell);
      else if (cell === 'outside' || cell === 'text') {
        answers.pushMissing('skipped');
        this.badCells.add({ line, row, column, value, kind: cell, codes });
      } else {
        answers.pushMissing(cell);
        this.#missingCells++;
      }
    }
  }

  /** The rows since the last time; their columns are copies. */
  take(): AnswerChunk {
    const { columns, coding } = this.#request;
    const read = this.#columns ?? [...columns.keys()].map((item) => ({ item, answers: new GrowableColumn() }));
    const table = tableOfColumns(
      this.held,
      read.map(({ item, answers }) => ({ item, ...answers.view() })),
      { coding },
    );
    const chunk = { table, firstRow: this.#taken, missingCells: this.#missingCells };
    this.#taken += this.held;
    this.#missingCells = 0;
    this.drop();
    return chunk;
  }

  /** Forgets the rows since the last time. */
  drop(): void {
    for (const { answers } of this.#columns ?? []) answers.clear();
    this.held = 0;
  }
}

const both = (first: RowConsumer, second: RowConsumer): RowConsumer => ({
  header(cells) {
    first.header(cells);
    second.header(cells);
  },
  row(cells, line, row) {
    first.row(cells, line, row);
    second.row(cells, line, row);
  },
});

/**
 * Reads the answers that an instrument needs from a CSV file, some rows at a time: one pass, of which nothing stays in
 * memory. There is always a chunk, if only one without rows. A file without a header has no rows; a blank line is no row,
 * except between the rows of a file with one column. From the first cell without a code on no more chunks are handed out:
 * the rest of the file is read to name such cells and to count them.
 *
 * @throws CommandFailure for a column that is missing or there twice, rows of another length, and cells without a code
 */
export async function* answerChunks(
  file: string,
  request: AnswersRequest,
  context: CommandContext,
  { rows, onBytes, beside }: AnswerChunkOptions,
): AsyncGenerator<AnswerChunk> {
  const name = fileLabel(file);
  const columns = new AnswerColumns(request, name);
  const feed = new RowFeed(name, beside === undefined ? columns : both(columns, beside));
  const text = checkedText(readSource(file, context, onBytes), name);
  let isFirst = true;
  for await (const records of readCsv(text, { name, delimiter: request.delimiter })) {
    for (const record of records) feed.add(record);
    if (columns.badCells.count > 0) columns.drop();
    else if (columns.held >= rows) {
      isFirst = false;
      yield columns.take();
    }
  }
  const failure = columns.badCells.failure(name);
  if (failure !== undefined) throw failure;
  if (isFirst || columns.held > 0) yield columns.take();
}
