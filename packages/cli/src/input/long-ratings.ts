import { badInput } from '../failure.ts';
import type { RatingsLayout } from '../options/ratings-request.ts';
import { quoted } from '../print/safe-text.ts';
import type { BadCells } from './bad-cells.ts';
import { findColumns } from './find-columns.ts';
import { naturalOrder } from './natural-order.ts';
import type { RatingCodes } from './rating-codes.ts';
import type { RatingRows } from './rating-rows.ts';

/** Subjects times raters, eight bytes each: 400 MB. */
const MOST_CELLS = 50_000_000;
/** Raters are numbered below this, so that a subject and a rater make one number. */
const MOST_RATERS = 2 ** 21;

/** What is wrong with a row, and in which of its cells. */
interface Mistake {
  readonly column: string;
  readonly value: string;
  readonly wrong: string;
}

/** Ratings with one row a rating; raters are put in their natural order at the end. */
export class LongRatings implements RatingRows {
  readonly #layout: Extract<RatingsLayout, { kind: 'long' }>;
  readonly #codes: RatingCodes;
  readonly #badCells: BadCells;
  readonly #name: string;
  readonly #subjects = new Map<string, number>();
  readonly #raters = new Map<string, number>();
  /** by subject and rater: where the rating is among `#ratings` */
  readonly #places = new Map<number, number>();
  readonly #ratings: number[] = [];
  readonly #lines: number[] = [];
  #indices: readonly [subject: number, rater: number, rating: number] = [0, 0, 0];

  constructor(layout: Extract<RatingsLayout, { kind: 'long' }>, codes: RatingCodes, badCells: BadCells, name: string) {
    this.#layout = layout;
    this.#codes = codes;
    this.#badCells = badCells;
    this.#name = name;
  }

  header(cells: readonly string[]): void {
    const { subject, rater, rating } = this.#layout;
    const wanted = [subject, rater, rating];
    const found = findColumns(cells, new Map(wanted.map((column) => [column, column])), this.#name);
    this.#indices = [found[0]!.index, found[1]!.index, found[2]!.index];
  }

  row(cells: readonly string[], line: number, row: number): void {
    const [subject, rater, rating] = this.#indices.map((index) => cells[index]!.trim()) as [string, string, string];
    const mistake = this.#add(subject, rater, rating, line);
    if (mistake !== undefined) this.#badCells.add({ line, row, kind: 'other', ...mistake });
  }

  #add(subject: string, rater: string, value: string, line: number): Mistake | undefined {
    const { subject: subjectColumn, rater: raterColumn, rating: column } = this.#layout;
    if (isNobody(subject)) return { column: subjectColumn, value: subject, wrong: 'names no subject' };
    if (isNobody(rater)) return { column: raterColumn, value: rater, wrong: 'names no rater' };
    const rating = this.#codes.read(value);
    if (typeof rating !== 'number') return { column, value, ...rating };
    const raterNumber = numberOf(rater, this.#raters);
    if (raterNumber >= MOST_RATERS) throw this.#tooMany();
    const key = numberOf(subject, this.#subjects) * MOST_RATERS + raterNumber;
    const before = this.#places.get(key);
    if (before !== undefined) {
      const wrong = `rates the subject ${quoted(subject)} a second time (first in line ${this.#lines[before]})`;
      return { column: raterColumn, value: rater, wrong };
    }
    this.#places.set(key, this.#ratings.length);
    this.#ratings.push(rating);
    this.#lines.push(line);
    return undefined;
  }

  columns(): ReturnType<RatingRows['columns']> {
    const subjects = this.#subjects.size;
    if (subjects * this.#raters.size > MOST_CELLS) throw this.#tooMany();
    const raters = [...this.#raters.keys()].sort(naturalOrder);
    const columns = raters.map(() => new Float64Array(subjects).fill(NaN));
    const columnOf = new Map(raters.map((rater, place) => [this.#raters.get(rater)!, columns[place]!]));
    for (const [key, place] of this.#places) {
      columnOf.get(key % MOST_RATERS)![Math.floor(key / MOST_RATERS)] = this.#ratings[place]!;
    }
    return { raters, columns };
  }

  #tooMany(): Error {
    const { subject, rater } = this.#layout;
    const counts = `${this.#subjects.size} subjects in column ${quoted(subject)}, ${this.#raters.size} raters in column ${quoted(rater)}`;
    return badInput(`${this.#name}: ${counts}: too many to be compared; are these the columns?`);
  }
}

const isNobody = (name: string): boolean => name === '' || name === 'NA';

function numberOf(name: string, numbers: Map<string, number>): number {
  const known = numbers.get(name);
  if (known !== undefined) return known;
  numbers.set(name, numbers.size);
  return numbers.size - 1;
}
