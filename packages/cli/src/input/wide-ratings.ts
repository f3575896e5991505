import type { BadCells } from './bad-cells.ts';
import { type FoundColumn, findColumns } from './find-columns.ts';
import type { RatingCodes } from './rating-codes.ts';
import type { RatingRows } from './rating-rows.ts';

/** Ratings with one row a subject and one column a rater. */
export class WideRatings implements RatingRows {
  readonly #raters: readonly string[];
  readonly #codes: RatingCodes;
  readonly #badCells: BadCells;
  readonly #name: string;
  readonly #ratings: number[][];
  #found: readonly FoundColumn[] = [];

  constructor(raters: readonly string[], codes: RatingCodes, badCells: BadCells, name: string) {
    this.#raters = raters;
    this.#codes = codes;
    this.#badCells = badCells;
    this.#name = name;
    this.#ratings = raters.map(() => []);
  }

  header(cells: readonly string[]): void {
    this.#found = findColumns(cells, new Map(this.#raters.map((rater) => [rater, rater])), this.#name);
  }

  row(cells: readonly string[], line: number, row: number): void {
    this.#found.forEach(({ column, index }, rater) => {
      const value = cells[index]!;
      const rating = this.#codes.read(value);
      if (typeof rating === 'number') this.#ratings[rater]!.push(rating);
      else this.#badCells.add({ line, row, column, value, kind: 'other', ...rating });
    });
  }

  columns(): ReturnType<RatingRows['columns']> {
    return { raters: this.#raters, columns: this.#ratings.map((ratings) => Float64Array.from(ratings)) };
  }
}
