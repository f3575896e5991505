import { type CategoryCounts, itemOf, responseScaleOf } from '@peerscale/core';
import { categoryCountsOfRows, countsSql } from '@peerscale/sql';
import type { CommandContext } from '../context.ts';
import { cellDecoder } from '../input/cell-decoder.ts';
import type { AnswersRequest } from '../options/answers-request.ts';
import { type CellMarks, cellMarks } from './cell-marks.ts';
import { cellSource } from './cell-source.ts';
import { type CodeColumn, codeSql } from './code-sql.ts';
import type { DuckdbSession } from './duckdb-session.ts';
import type { Shards } from './expand-shards.ts';
import { learnSpellings } from './unread-cells.ts';

/** The table `codes` within DuckDB: a column c_0, c_1, … an item, of its codes and of marks where there is none (no
 * scale can have such a name). */
export interface CodeTable {
  /** in the order of the columns */
  readonly items: readonly string[];
  readonly marks: CellMarks;
  /** codes and marks of each item */
  readonly counts: readonly CategoryCounts[];
}

/**
 * Makes the table of codes. Of CSV files it is a table, two bytes a cell, so that they are read once; of Parquet, which is
 * quick to read, a view.
 *
 * @throws CommandFailure for a column that is missing or there twice, and cells without a code
 */
export async function codeTable(
  session: DuckdbSession,
  shards: Shards,
  { instrument, columns, missingCodes, delimiter }: AnswersRequest,
  context: CommandContext,
): Promise<CodeTable> {
  const items = [...columns.keys()];
  const codesOfItem = (item: string) => responseScaleOf(instrument, itemOf(instrument, item).responseScale).codes;
  const marks = cellMarks(items.flatMap(codesOfItem));
  const source = await cellSource(session, shards, columns, delimiter, context);
  let read = items.map((item, i): CodeColumn => {
    const codes = codesOfItem(item);
    return { isNumeric: source.isNumeric[i]!, codes, decode: cellDecoder(codes, missingCodes), spellings: [] };
  });
  const type = marks.unread < -32_768 ? 'INTEGER' : 'SMALLINT';
  const codes = () =>
    read
      .map((column, i) => `CAST(${codeSql(`cell${i}`, column, missingCodes, marks)} AS ${type}) AS c_${i}`)
      .join(', ');
  for (;;) {
    await session.query(
      `CREATE OR REPLACE TEMP ${shards.kind === 'csv' ? 'TABLE' : 'VIEW'} codes AS SELECT ${codes()} FROM (${source.select(shards.files)})`,
    );
    const rows = await session.query(
      countsSql(
        items.map((_, i) => `c_${i}`),
        { dialect: 'duckdb', from: 'codes' },
      ),
    );
    const counts = categoryCountsOfRows(rows, items.length);
    const unread = items.flatMap((_, i) => (counts[i]!.codes.includes(marks.unread) ? [i] : []));
    if (unread.length === 0) return { items, marks, counts };
    const codesOf = (files: readonly string[]) => `SELECT ${codes()}, * FROM (${source.select(files)})`;
    const cells = { session, codesOf, columns: read, names: [...columns.values()], marks, files: shards.files };
    read = await learnSpellings(cells, unread);
  }
}
