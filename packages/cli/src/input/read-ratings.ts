import type { RatingTable } from '@peerscale/core';
import type { CommandContext } from '../context.ts';
import type { RatingsRequest } from '../options/ratings-request.ts';
import { fileLabel } from '../print/safe-text.ts';
import { BadCells } from './bad-cells.ts';
import { checkedText } from './checked-text.ts';
import { LongRatings } from './long-ratings.ts';
import { naturalOrder } from './natural-order.ts';
import { RatingCodes } from './rating-codes.ts';
import type { RatingRows } from './rating-rows.ts';
import { readCsv } from './read-csv.ts';
import { readSource } from './read-source.ts';
import { RowFeed } from './row-feed.ts';
import { WideRatings } from './wide-ratings.ts';

export interface ReadRatings {
  readonly table: RatingTable;
  /** data rows of the file */
  readonly rows: number;
}

/**
 * Reads ratings from a CSV file, one row a subject or one row a rating.
 *
 * @throws CommandFailure for a column that is missing or there twice, rows of another length, cells that cannot be read, and
 *   a subject that one rater rates twice
 */
export async function readRatings(
  file: string,
  request: RatingsRequest,
  context: CommandContext,
): Promise<ReadRatings> {
  const name = fileLabel(file);
  const codes = new RatingCodes(request);
  const badCells = new BadCells();
  const { layout, scale } = request;
  const ratings: RatingRows =
    layout.kind === 'wide'
      ? new WideRatings(layout.raters, codes, badCells, name)
      : new LongRatings(layout, codes, badCells, name);
  const feed = new RowFeed(name, ratings);
  const text = checkedText(readSource(file, context), name);
  for await (const records of readCsv(text, { name, delimiter: request.delimiter })) {
    for (const record of records) feed.add(record);
  }
  const failure = badCells.failure(name);
  if (failure !== undefined) throw failure;
  const { raters, columns } = ratings.columns();
  const found = codes.codes;
  if (found === undefined) return { table: { raters, columns }, rows: feed.rows };
  const table = { raters, columns, codes: found };
  return { table: scale === 'nominal' ? inNaturalOrder(table) : table, rows: feed.rows };
}

/** Codes renumbered, so that the same ratings give the same figures however the rows of the file are ordered. */
function inNaturalOrder({ raters, columns, codes }: Required<RatingTable>): RatingTable {
  const sorted = [...codes].sort(naturalOrder);
  const places = new Map(sorted.map((code, place) => [code, place]));
  const moved = codes.map((code) => places.get(code)!);
  const renumbered = columns.map((column) =>
    Float64Array.from(column, (rating) => (Number.isNaN(rating) ? NaN : moved[rating]!)),
  );
  return { raters, columns: renumbered, codes: sorted };
}
