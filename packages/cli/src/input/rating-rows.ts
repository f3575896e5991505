import type { RowConsumer } from './row-feed.ts';

/** Takes the rows of a layout, and has the columns of the raters at the end. */
export interface RatingRows extends RowConsumer {
  /** @throws CommandFailure for more ratings than fit in memory */
  columns(): { readonly raters: readonly string[]; readonly columns: readonly Float64Array[] };
}
