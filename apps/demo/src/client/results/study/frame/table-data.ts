/** A cell: a number with so many decimals, a text, or nothing to show and why. */
export type Cell =
  | string
  | null
  | { readonly number: number | null; readonly as: 'whole' | 'figure' | 'percent' | 'effect' }
  | { readonly hidden: string };

/** What a picture shows, as a table: the page draws it as HTML and saves it as CSV, so that both say the same. */
export interface TableData {
  readonly caption: string;
  readonly headings: readonly string[];
  /** the first cell names the row */
  readonly rows: readonly (readonly Cell[])[];
}

export const whole = (number: number | null): Cell => ({ number, as: 'whole' });
export const figure = (number: number | null): Cell => ({ number, as: 'figure' });
export const percent = (number: number | null): Cell => ({ number, as: 'percent' });
export const hidden = (reason: string): Cell => ({ hidden: reason });
