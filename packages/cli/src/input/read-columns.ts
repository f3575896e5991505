import type { CommandContext } from '../context.ts';
import { openFileProgress } from '../output/progress.ts';
import { fileLabel } from '../print/safe-text.ts';
import type { MissingCode } from './cell-decoder.ts';
import { checkedText } from './checked-text.ts';
import { readCsv } from './read-csv.ts';
import { readSource } from './read-source.ts';
import { RowFeed } from './row-feed.ts';
import { type SideColumnNames, SideColumns, type SideColumnValues } from './side-columns.ts';

/**
 * Reads some columns of a CSV file in one pass, of which nothing else stays in memory.
 *
 * @throws CommandFailure for a column that is missing or there twice, rows of another length, and cells that hold no number
 *   where one belongs
 */
export async function readColumns(
  file: string,
  wanted: SideColumnNames,
  {
    delimiter,
    missingCodes = [],
  }: { readonly delimiter: string | undefined; readonly missingCodes?: readonly MissingCode[] },
  context: CommandContext,
): Promise<{ readonly rows: number; readonly columns: SideColumnValues }> {
  const name = fileLabel(file);
  const columns = new SideColumns(wanted, name, missingCodes);
  const feed = new RowFeed(name, columns);
  const progress = await openFileProgress(context.terminal, file, context.cwd);
  try {
    const text = checkedText(
      readSource(file, context, (count) => progress.onBytes(count)),
      name,
    );
    for await (const records of readCsv(text, { name, delimiter })) {
      for (const record of records) feed.add(record);
      progress.onRows(records.length);
    }
  } finally {
    progress.end();
  }
  const failure = columns.badCells.failure(name);
  if (failure !== undefined) throw failure;
  return { rows: feed.rows, columns };
}
