import type { MeasurementLevel } from '@peerscale/core';
import { quoted, safeText } from '../print/safe-text.ts';
import type { MissingCode } from './cell-decoder.ts';

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const WHOLE_NUMBER = /^[+-]?\d{1,15}(?:\.0*)?$/;
const DECIMAL_COMMA = /^[+-]?\d+,\d+$/;

export interface RatingCodesOptions {
  readonly scale: MeasurementLevel;
  /** ordinal: all codes in their order; undefined where the cells are numbers, which have one */
  readonly order: readonly string[] | undefined;
  readonly missingCodes: readonly MissingCode[];
}

/** A cell that holds no rating, and what is wrong with it, fit for a terminal. */
export interface NoRating {
  readonly wrong: string;
}

/** A code as it is compared: "3", "03" and "3.0" are the same. */
export const plainCode = (text: string): string => (WHOLE_NUMBER.test(text) ? String(Number(text) + 0) : text);

/**
 * Reads the cells of ratings. Interval and ratio ratings are numbers; ordinal ones are numbers, or the codes of the order;
 * nominal ones are any text, numbered in the order in which they come. An empty cell, spaces, `NA` and each of the missing
 * codes are missing: NaN.
 */
export class RatingCodes {
  readonly #scale: MeasurementLevel;
  readonly #order: readonly string[] | undefined;
  readonly #missingText = new Set(['', 'NA']);
  readonly #missingNumbers = new Set<number>();
  readonly #places: Map<string, number>;

  constructor({ scale, order, missingCodes }: RatingCodesOptions) {
    this.#scale = scale;
    this.#order = order;
    this.#places = new Map(order?.map((code, place) => [plainCode(code), place]));
    for (const { cell } of missingCodes) {
      if (NUMBER.test(cell)) this.#missingNumbers.add(Number(cell));
      else this.#missingText.add(cell);
    }
  }

  /** The codes of nominal ratings as they came, those of ordinal ones in their order; undefined for numbers. */
  get codes(): readonly string[] | undefined {
    if (this.#order !== undefined) return this.#order;
    return this.#scale === 'nominal' ? [...this.#places.keys()] : undefined;
  }

  read(cell: string): number | NoRating {
    const text = cell.trim();
    if (this.#missingText.has(text)) return NaN;
    if (this.#missingNumbers.size > 0 && NUMBER.test(text) && this.#missingNumbers.has(Number(text))) return NaN;
    if (this.#order !== undefined) return this.#places.get(plainCode(text)) ?? this.#notInOrder();
    return this.#scale === 'nominal' ? this.#placeOf(plainCode(text)) : numberIn(text, this.#scale);
  }

  #placeOf(code: string): number {
    const known = this.#places.get(code);
    if (known !== undefined) return known;
    this.#places.set(code, this.#places.size);
    return this.#places.size - 1;
  }

  #notInOrder(): NoRating {
    const codes = this.#order!;
    const shown = codes.slice(0, 12).map((code) => safeText(code, 20));
    return { wrong: `is not one of the codes in --order (${shown.join(', ')}${codes.length > 12 ? ', …' : ''})` };
  }
}

function numberIn(text: string, scale: MeasurementLevel): number | NoRating {
  if (NUMBER.test(text)) {
    const number = Number(text) + 0; // -0 is 0
    return Number.isFinite(number) ? number : { wrong: 'is too large for a number' };
  }
  if (DECIMAL_COMMA.test(text))
    return { wrong: `has a decimal comma; ${quoted(text.replace(',', '.'))} would be read` };
  const hint = scale === 'ordinal' ? '; for labels, state all of them in their order: --order low,middle,high' : '';
  return { wrong: `is text where a number belongs${hint}` };
}
