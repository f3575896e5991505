import type { Cell } from './cell-decoder.ts';

/** How often a value stands in a column. */
export interface ValueCount {
  readonly value: string;
  readonly count: number;
}

/** What a column of a data file holds. */
export interface ColumnDescription {
  readonly column: string;
  /** the item whose answers it holds, null for any other column */
  readonly item: string | null;
  /** cells with a value */
  readonly n: number;
  readonly missing: number;
  /**
   * `codes`: at most 20 different values, all in `values`. `numbers` and `text`: more of them, none listed. `unique`: no
   * value twice, as with names and identifiers, which a codebook has no business to repeat. `empty`: no value at all.
   */
  readonly kind: 'codes' | 'numbers' | 'text' | 'unique' | 'empty';
  readonly values: readonly ValueCount[];
  /** of an item: values that its response scale does not have, at most 20 of them */
  readonly strange: readonly ValueCount[];
  /** of numbers */
  readonly range: { readonly minimum: number; readonly maximum: number } | null;
}

const MOST = 20;

/** Counts the values of one column as its cells come by, without keeping more than 20 of them. */
export class ColumnTally {
  readonly #column: string;
  readonly #item: string | null;
  readonly #decode: (cell: string) => Cell;
  readonly #values = new Map<string, number>();
  readonly #strange = new Map<string, number>();
  #n = 0;
  #missing = 0;
  #isOverfull = false;
  #isNumeric = true;
  #minimum = Number.POSITIVE_INFINITY;
  #maximum = Number.NEGATIVE_INFINITY;

  /** @param decode of an item: `cellDecoder` of its codes; else one of no codes, which knows what is missing */
  constructor(column: string, item: string | null, decode: (cell: string) => Cell) {
    this.#column = column;
    this.#item = item;
    this.#decode = decode;
  }

  add(cell: string): void {
    const decoded = this.#decode(cell);
    if (typeof decoded === 'number') this.#count(this.#values, String(decoded));
    else if (decoded !== 'outside' && decoded !== 'text') {
      this.#missing++;
      return;
    } else if (this.#item !== null) this.#count(this.#strange, cell.trim());
    else this.#addOther(cell.trim());
    this.#n++;
  }

  describe(): ColumnDescription {
    const item = this.#item;
    const values = this.#isOverfull ? [] : listed(this.#values);
    const kind = item === null ? this.#kind() : this.#n === 0 ? 'empty' : 'codes';
    const hasRange = item === null && this.#isNumeric && this.#n > 0;
    return {
      column: this.#column,
      item,
      n: this.#n,
      missing: this.#missing,
      kind,
      values: kind === 'codes' ? values : [],
      strange: listed(this.#strange),
      range: hasRange ? { minimum: this.#minimum, maximum: this.#maximum } : null,
    };
  }

  #addOther(value: string): void {
    const number = Number(value);
    if (!Number.isFinite(number)) this.#isNumeric = false;
    this.#minimum = Math.min(this.#minimum, number);
    this.#maximum = Math.max(this.#maximum, number);
    if (this.#isOverfull) return;
    this.#count(this.#values, value);
    if (this.#values.size > MOST) {
      this.#isOverfull = true;
      this.#values.clear();
    }
  }

  #count(counts: Map<string, number>, value: string): void {
    const count = counts.get(value);
    if (count !== undefined || counts === this.#values || counts.size < MOST) counts.set(value, (count ?? 0) + 1);
  }

  #kind(): ColumnDescription['kind'] {
    if (this.#n === 0) return 'empty';
    if (this.#isOverfull) return this.#isNumeric ? 'numbers' : 'text';
    return this.#n > 1 && this.#values.size === this.#n ? 'unique' : 'codes';
  }
}

const listed = (counts: ReadonlyMap<string, number>): ValueCount[] =>
  [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => a.value.localeCompare(b.value, 'en', { numeric: true }));
