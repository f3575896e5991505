import { BadCells } from './bad-cells.ts';
import type { MissingCode } from './cell-decoder.ts';
import { type FoundColumn, findColumns } from './find-columns.ts';
import { numberCell } from './number-cell.ts';
import type { RowConsumer } from './row-feed.ts';

/** Which columns are wanted beside the answers, by their names in the file. */
export interface SideColumnNames {
  /** teams, identifiers, codes: kept as they stand, an empty cell and `NA` as '' */
  readonly texts?: readonly string[];
  /** times, scores: NaN for an empty cell, `NA` and missing codes */
  readonly numbers?: readonly string[];
}

/** The same columns, read. */
export interface SideColumnValues {
  /** @throws RangeError for a column that was not asked for, as `numbers` does */
  texts(column: string): readonly string[];
  numbers(column: string): Float64Array;
}

/** Keeps columns of a file that hold no answers to items. */
export class SideColumns implements RowConsumer, SideColumnValues {
  readonly badCells = new BadCells();
  readonly #names: Required<SideColumnNames>;
  readonly #name: string;
  readonly #missing: ReadonlySet<string>;
  readonly #texts: Map<string, string[]>;
  readonly #numbers: Map<string, number[]>;
  /** one string for each different cell: a team's name is there many times */
  readonly #known = new Map<string, string>();
  #textPlaces: readonly FoundColumn[] = [];
  #numberPlaces: readonly FoundColumn[] = [];

  /** @param name how messages name the file */
  constructor({ texts = [], numbers = [] }: SideColumnNames, name: string, missingCodes: readonly MissingCode[] = []) {
    this.#names = { texts, numbers };
    this.#name = name;
    this.#missing = new Set(['NA', ...missingCodes.map(({ cell }) => cell)]);
    this.#texts = new Map(texts.map((column) => [column, []]));
    this.#numbers = new Map(numbers.map((column) => [column, []]));
  }

  header(cells: readonly string[]): void {
    const places = (names: readonly string[]) =>
      findColumns(cells, new Map(names.map((name) => [name, name])), this.#name);
    this.#textPlaces = places(this.#names.texts);
    this.#numberPlaces = places(this.#names.numbers);
  }

  row(cells: readonly string[], line: number, row: number): void {
    for (const { column, index } of this.#textPlaces) {
      const cell = cells[index]!.trim();
      this.#texts.get(column)!.push(this.#missing.has(cell) ? '' : this.#shared(cell));
    }
    for (const { column, index } of this.#numberPlaces) {
      const value = cells[index]!;
      const number = this.#missing.has(value.trim()) ? NaN : numberCell(value);
      if (typeof number === 'number') this.#numbers.get(column)!.push(number);
      else this.badCells.add({ line, row, column, value, kind: 'other', ...number });
    }
  }

  texts(column: string): readonly string[] {
    const found = this.#texts.get(column);
    if (found === undefined) throw new RangeError(`Unexpected column: ${column}.`);
    return found;
  }

  numbers(column: string): Float64Array {
    const found = this.#numbers.get(column);
    if (found === undefined) throw new RangeError(`Unexpected column: ${column}.`);
    return Float64Array.from(found);
  }

  #shared(cell: string): string {
    const known = this.#known.get(cell);
    if (known !== undefined) return known;
    this.#known.set(cell, cell);
    return cell;
  }
}
