import { badInput } from '../failure.ts';
import type { CsvRecord } from './read-csv.ts';

/** What a feed hands on: the header once, then row by row. */
export interface RowConsumer {
  header(cells: readonly string[]): void;
  /** @param line in the file, from 1; `row` counts the data rows, from 1 */
  row(cells: readonly string[], line: number, row: number): void;
}

/**
 * Tells the header from the rows and refuses rows of another length. A blank line is no row, except between the rows of a
 * file with one column, where it is a row with an empty cell.
 */
export class RowFeed {
  /** data rows so far */
  rows = 0;
  readonly #name: string;
  readonly #consumer: RowConsumer;
  #width: number | undefined;

  /** @param name how messages name the file */
  constructor(name: string, consumer: RowConsumer) {
    this.#name = name;
    this.#consumer = consumer;
  }

  /** @throws CommandFailure for a row of another length than the header */
  add({ cells, line, blankLinesBefore }: CsvRecord): void {
    if (this.#width === undefined) {
      this.#width = cells.length;
      this.#consumer.header(cells);
      return;
    }
    if (this.#width === 1) {
      for (let blank = blankLinesBefore; blank > 0; blank--) this.#consumer.row([''], line - blank, ++this.rows);
    }
    if (cells.length !== this.#width) {
      const place = `line ${line} (row ${this.rows + 1})`;
      throw badInput(`${this.#name}: ${place} has ${cells.length} cells, the header has ${this.#width}`);
    }
    this.#consumer.row(cells, line, ++this.rows);
  }
}
