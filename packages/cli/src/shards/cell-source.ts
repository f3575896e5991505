import { quoteIdentifier, stringLiteral } from '@peerscale/sql';
import type { CommandContext } from '../context.ts';
import { findColumns } from '../input/find-columns.ts';
import { fileLabel } from '../print/safe-text.ts';
import { csvHeader } from './csv-header.ts';
import type { DuckdbSession } from './duckdb-session.ts';
import type { Shards } from './expand-shards.ts';

/** SELECTs of the cells of some files: cell0, cell1, … in the order of the wanted columns. */
export interface CellSource {
  /** of these of the files */
  select(files: readonly string[]): string;
  /** whether the cells of a column are numbers, so that codes can be compared as such */
  readonly isNumeric: readonly boolean[];
}

const list = (files: readonly string[]) => `[${files.map(stringLiteral).join(', ')}]`;

/**
 * Where the cells of the wanted columns are in every file.
 *
 * @param columns the column's name by item id
 * @throws CommandFailure for a file that lacks a column, or has it twice
 */
export async function cellSource(
  session: DuckdbSession,
  { kind, files }: Shards,
  columns: ReadonlyMap<string, string>,
  delimiter: string | undefined,
  context: CommandContext,
): Promise<CellSource> {
  return kind === 'parquet' ? parquetSource(session, files, columns) : csvSource(files, columns, delimiter, context);
}

async function parquetSource(
  session: DuckdbSession,
  files: readonly string[],
  columns: ReadonlyMap<string, string>,
): Promise<CellSource> {
  const all = `read_parquet(${list(files)}, union_by_name = true)`;
  const names = await session.query(
    `SELECT file_name AS file, list(name) AS names FROM parquet_schema(${list(files)}) GROUP BY file_name`,
  );
  for (const { file, names: header } of names) findColumns(header as string[], columns, fileLabel(String(file)));
  const wanted = [...columns.values()].map((column) => quoteIdentifier(column));
  const types = await session.query(`DESCRIBE SELECT ${wanted.join(', ')} FROM ${all}`);
  const isFloat = types.map(({ column_type }) => /^(FLOAT|DOUBLE)$/.test(String(column_type)));
  const isNumeric = types.map(({ column_type }) =>
    /^(U?(TINY|SMALL|BIG|HUGE)INT|U?INTEGER|FLOAT|DOUBLE|DECIMAL.*)$/.test(String(column_type)),
  );
  const cells = wanted.map((name, i) => {
    // a hole in a column of doubles is often written as NaN
    const cell = isFloat[i] ? `NULLIF(${name}, 'NaN')` : isNumeric[i] ? name : `CAST(${name} AS VARCHAR)`;
    return `${cell} AS cell${i}`;
  });
  return {
    isNumeric,
    select: (some) =>
      `SELECT ${cells.join(', ')} FROM ${some === files ? all : `read_parquet(${list(some)}, union_by_name = true)`}`,
  };
}

async function csvSource(
  files: readonly string[],
  columns: ReadonlyMap<string, string>,
  delimiter: string | undefined,
  context: CommandContext,
): Promise<CellSource> {
  // DuckDB is told what every file looks like: its own guesses would differ from what is read of a single file
  const selects = new Map<string, string>();
  for (const file of files) {
    const header = await csvHeader(file, delimiter, context);
    const places = findColumns(header.cells, columns, fileLabel(file));
    const cells = places.map(({ index }, i) => `c${index} AS cell${i}`);
    const types = header.cells.map((_, index) => `c${index}: 'VARCHAR'`);
    const reading = `auto_detect = false, header = true, delim = ${stringLiteral(header.delimiter)}, quote = '"', escape = '"', nullstr = '', columns = {${types.join(', ')}}`;
    selects.set(file, `SELECT ${cells.join(', ')} FROM read_csv(FILES, ${reading})`);
  }
  return {
    isNumeric: Array.from(columns, () => false),
    select(some) {
      const alike = new Map<string, string[]>();
      for (const file of some) {
        const select = selects.get(file)!;
        alike.set(select, [...(alike.get(select) ?? []), file]);
      }
      return Array.from(alike, ([select, own]) => select.replace('FILES', () => list(own))).join(' UNION ALL ');
    },
  };
}
