import { resolve } from 'node:path';
import { stringLiteral } from '@peerscale/sql';
import { badInput } from '../failure.ts';
import { fileLabel } from '../print/safe-text.ts';
import type { DuckdbSession } from './duckdb-session.ts';

/** The files that the arguments name. */
export interface Shards {
  readonly kind: 'csv' | 'parquet';
  /** each once, in the order of the arguments and, within a pattern, of their names */
  readonly files: readonly string[];
}

function kindOf(file: string): 'csv' | 'parquet' {
  if (/\.parquet$/i.test(file)) return 'parquet';
  if (/\.(csv|tsv|txt)$/i.test(file)) return 'csv';
  throw badInput(`${fileLabel(file)}: among several files there are .parquet, or .csv, .tsv and .txt, and no others`);
}

/**
 * Finds the files of names and patterns such as `shards/*.parquet`.
 *
 * @throws CommandFailure for one that nothing is found for, files of both kinds, and names that DuckDB takes for patterns
 */
export async function expandShards(session: DuckdbSession, patterns: readonly string[], cwd: string): Promise<Shards> {
  const files = new Set<string>();
  for (const pattern of patterns) {
    if (pattern === '-') throw badInput('standard input is read alone, not among several files');
    const found = await session.query(`SELECT file FROM glob(${stringLiteral(resolve(cwd, pattern))}) ORDER BY file`);
    if (found.length === 0) throw badInput(`${fileLabel(pattern)}: there is no such file`);
    for (const { file } of found) files.add(String(file));
  }
  const kinds = new Set(Array.from(files, kindOf));
  if (kinds.size > 1) throw badInput('the files are CSV and Parquet: give one kind at a time');
  for (const file of files) {
    if (/[*?[\]]/.test(file)) throw badInput(`${fileLabel(file)}: rename it, DuckDB takes this name for a pattern`);
  }
  return { kind: [...kinds][0]!, files: [...files] };
}
