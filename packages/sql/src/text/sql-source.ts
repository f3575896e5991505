import { fenceSql } from './fence-sql.ts';
import { quoteIdentifier } from './quote-identifier.ts';
import type { SqlDialect } from './sql-dialect.ts';
import { stringLiteral } from './string-literal.ts';

/**
 * Where the rows are:
 * - a text: the name of one table or view, quoted whatever it holds (`'a.b'` is one name with a dot in it);
 * - `{ schema, table }`: a table within a schema;
 * - `{ parquet }`, `{ csv }`: files that DuckDB reads, by names or patterns such as `shards/*.parquet`; columns are matched by
 *   name, and of CSV files the first line is the header;
 * - `{ query }`: a SELECT of your own, put between brackets as it is. It is trusted: never build it of what users typed.
 *   It is read twice, so it must give the same rows twice (no `random()`).
 */
export type SqlSource =
  | string
  | { readonly schema: string; readonly table: string }
  | { readonly parquet: readonly string[] }
  | { readonly csv: readonly string[] }
  | { readonly query: string };

/**
 * The source as it stands after FROM.
 *
 * @throws RangeError for files in another dialect than DuckDB's, no files at all, or a name that cannot be quoted
 */
export function sourceSql(source: SqlSource, dialect: SqlDialect): string {
  if (typeof source === 'string') return quoteIdentifier(source);
  // cells are named several times in SQLite's statements, where what a query makes of them would be written in each time
  if ('query' in source && dialect === 'sqlite') return `(SELECT * FROM (${source.query}\n)${fenceSql(dialect)})`;
  if ('query' in source) return `(${source.query}\n)`;
  if ('table' in source) return `${quoteIdentifier(source.schema)}.${quoteIdentifier(source.table)}`;
  if (dialect !== 'duckdb') throw new RangeError(`Unexpected source: only DuckDB reads files, not ${dialect}.`);
  const files = 'parquet' in source ? source.parquet : source.csv;
  if (files.length === 0) throw new RangeError('Unexpected source: no files.');
  const list = `[${files.map(stringLiteral).join(', ')}]`;
  return 'parquet' in source
    ? `read_parquet(${list}, union_by_name = true)`
    : `read_csv(${list}, header = true, union_by_name = true)`;
}
