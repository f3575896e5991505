/** Rows that are added up together: few enough that their totals stay in the processor's cache. */
export const BLOCK_ROWS = 2048;

/** Totals over what was answered, for one block of rows at a time; place 0 is the first row of the block. */
export interface BlockTotals {
  /** sums of weighted keyed values */
  readonly sums: Int32Array | Float64Array;
  /** sums of the weights of what was answered */
  readonly weights: Int32Array | Float64Array;
  /** number of items (of a scale made of parts: of parts) answered */
  readonly answered: Int32Array;
  /** Starts anew with the rows `start` to `end` of the table, at most `BLOCK_ROWS` of them. */
  total(start: number, end: number): void;
}
