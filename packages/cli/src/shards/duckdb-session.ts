import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type SqlRow, stringLiteral } from '@peerscale/sql';
import type { OnInterrupt } from '../context.ts';
import { badInput } from '../failure.ts';
import { safeText } from '../print/safe-text.ts';
import type { Duckdb } from './load-duckdb.ts';

/** A DuckDB in memory. */
export interface DuckdbSession {
  /** All rows of one statement. @throws CommandFailure with what DuckDB says, in one line */
  query(sql: string): Promise<readonly SqlRow[]>;
}

/** What DuckDB says of a file, without the advice that fills the lines after the first. */
function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return safeText(message.split('\n').find((line) => line.trim() !== '') ?? message, 300);
}

/**
 * Works with a DuckDB in memory that, where memory is short, writes to a temporary folder; both are gone afterwards, also
 * after Ctrl-C.
 */
export async function withDuckdb<T>(
  { DuckDBInstance }: Duckdb,
  onInterrupt: OnInterrupt,
  work: (session: DuckdbSession) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'peerscale-duckdb-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const off = onInterrupt(remove);
  try {
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    try {
      await connection.run(`SET temp_directory = ${stringLiteral(folder)}`);
      return await work({
        async query(sql) {
          try {
            return (await connection.runAndReadAll(sql)).getRowObjectsJS();
          } catch (error) {
            throw badInput(`DuckDB: ${firstLine(error)}`);
          }
        },
      });
    } finally {
      connection.closeSync();
      instance.closeSync();
    }
  } finally {
    remove();
    off();
  }
}
