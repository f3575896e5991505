import { type Instrument, itemOf, responseScaleOf } from '@peerscale/core';
import type { CommandContext } from '../context.ts';
import { openFileProgress } from '../output/progress.ts';
import { fileLabel } from '../print/safe-text.ts';
import { cellDecoder, type MissingCode } from './cell-decoder.ts';
import { checkedText } from './checked-text.ts';
import { type ColumnDescription, ColumnTally } from './column-tally.ts';
import { findColumns } from './find-columns.ts';
import { readCsv } from './read-csv.ts';
import { readSource } from './read-source.ts';
import { RowFeed } from './row-feed.ts';

export interface DescribeColumnsRequest {
  readonly file: string;
  readonly instrument: Instrument | undefined;
  /** the column's name by item id */
  readonly columns: ReadonlyMap<string, string>;
  /** items whose column was named on purpose, and must be there */
  readonly mapped: ReadonlySet<string>;
  readonly missingCodes: readonly MissingCode[];
  readonly delimiter: string | undefined;
  readonly showsProgress: boolean;
}

/** What a data file holds, column by column. */
export interface DataDescription {
  readonly rows: number;
  readonly columns: readonly ColumnDescription[];
  /** items of the instrument that have no column in the file */
  readonly absent: readonly string[];
}

/**
 * Describes every column of a CSV file in one pass, of which only counts stay in memory.
 *
 * @throws CommandFailure for what is no CSV, rows of another length, a mapped column that is missing, an item's column that
 *   is there twice
 */
export async function describeColumns(
  request: DescribeColumnsRequest,
  context: CommandContext,
): Promise<DataDescription> {
  const { file, instrument, columns, mapped, missingCodes, delimiter, showsProgress } = request;
  const name = fileLabel(file);
  let tallies: readonly ColumnTally[] = [];
  let absent: readonly string[] = [...columns.keys()];

  const feed = new RowFeed(name, {
    header(cells) {
      const names = new Set(cells.map((cell) => cell.trim()));
      const expected = [...columns].filter(([item, column]) => names.has(column) || mapped.has(item));
      const found = findColumns(cells, new Map(expected), name);
      absent = [...columns.keys()].filter((item) => !found.some((entry) => entry.item === item));
      tallies = cells.map((cell, index) => {
        const item = found.find((entry) => entry.index === index)?.item ?? null;
        const codes = item === null ? [] : responseScaleOf(instrument!, itemOf(instrument!, item).responseScale).codes;
        return new ColumnTally(cell.trim(), item, cellDecoder(codes, missingCodes));
      });
    },
    row(cells) {
      for (let i = 0; i < tallies.length; i++) tallies[i]!.add(cells[i]!);
    },
  });
  const progress = await openFileProgress(showsProgress ? context.terminal : undefined, file, context.cwd);
  try {
    const text = checkedText(readSource(file, context, progress.onBytes), name);
    for await (const records of readCsv(text, { name, delimiter })) {
      const before = feed.rows;
      for (const record of records) feed.add(record);
      progress.onRows(feed.rows - before);
    }
  } finally {
    progress.end();
  }
  return { rows: feed.rows, columns: tallies.map((tally) => tally.describe()), absent };
}
