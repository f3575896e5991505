import { badInput, type CommandFailure } from '../failure.ts';
import { quoted } from '../print/safe-text.ts';

/** A cell that cannot be read. `row` counts the data rows from 1, `line` the lines of the file. */
export type BadCell = {
  readonly line: number;
  readonly row: number;
  readonly column: string;
  readonly value: string;
} & (
  | { readonly kind: 'outside' | 'text'; readonly codes: readonly number[] }
  /** `wrong` goes on after the value, and is fit for a terminal: "is text where a number belongs" */
  | { readonly kind: 'other'; readonly wrong: string }
);

const SHOWN = 10;

function codesText(codes: readonly number[]): string {
  const low = codes[0]!;
  const high = codes[codes.length - 1]!;
  return high - low + 1 === codes.length || codes.length > 12 ? `${low} to ${high}` : codes.join(', ');
}

function whatIsWrong(cell: BadCell): string {
  if (cell.kind === 'other') return cell.wrong;
  return cell.kind === 'text'
    ? `is text where a code belongs (${codesText(cell.codes)})`
    : `is not a code of the response scale (${codesText(cell.codes)})`;
}

const line = (name: string, cell: BadCell): string =>
  `${name}: line ${cell.line} (row ${cell.row}), column ${quoted(cell.column)}: ${quoted(cell.value)} ${whatIsWrong(cell)}`;

/** Collects the cells that cannot be read: keeps the first ten, counts all. */
export class BadCells {
  readonly #first: BadCell[] = [];
  #count = 0;

  /** how many there are */
  get count(): number {
    return this.#count;
  }

  add(cell: BadCell): void {
    this.#count++;
    if (this.#first.length < SHOWN) this.#first.push(cell);
  }

  /** The failure they make, one line a cell and one for how many more; undefined where there are none. */
  failure(name: string): CommandFailure | undefined {
    if (this.#count === 0) return undefined;
    const lines = this.#first.map((cell) => line(name, cell));
    const more = this.#count - lines.length;
    if (more > 0) lines.push(`${name}: and ${more} more such ${more === 1 ? 'cell' : 'cells'}`);
    return badInput(...lines);
  }
}
