import type { SqlRow } from '../readers/sql-row.ts';
import { quoteIdentifier } from '../text/quote-identifier.ts';
import type { SqlDialect } from '../text/sql-dialect.ts';

export type Cell = number | string | null;

/** An engine that tests run statements in. */
export interface TestEngine {
  readonly dialect: SqlDialect;
  /** All rows of one statement. */
  query(sql: string): Promise<readonly SqlRow[]>;
  close(): Promise<void>;
}

/** A number or text as a literal; numbers keep every digit. */
function literal(cell: Cell, dialect: SqlDialect): string {
  if (cell === null) return 'NULL';
  if (typeof cell === 'string') return `'${cell.replaceAll("'", "''")}'`;
  if (Number.isFinite(cell)) return dialect === 'sqlite' ? `${cell}` : `CAST('${cell}' AS DOUBLE PRECISION)`;
  return dialect === 'sqlite'
    ? Number.isNaN(cell)
      ? 'NULL'
      : `${cell < 0 ? '-' : ''}9e999`
    : `CAST('${cell}' AS DOUBLE PRECISION)`;
}

/** Puts a table in the place of one of the same name: columns of doubles, or of text where the type says so. */
export async function fillTable(
  engine: TestEngine,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
  types: readonly string[] = columns.map(() => 'DOUBLE PRECISION'),
): Promise<void> {
  const name = quoteIdentifier(table);
  await engine.query(`DROP TABLE IF EXISTS ${name}`);
  await engine.query(
    `CREATE TABLE ${name} (${columns.map((column, i) => `${quoteIdentifier(column)} ${types[i]}`).join(', ')})`,
  );
  if (rows.length === 0) return;
  const tuples = rows.map((row) => `(${row.map((cell) => literal(cell, engine.dialect)).join(', ')})`);
  await engine.query(`INSERT INTO ${name} VALUES ${tuples.join(', ')}`);
}
