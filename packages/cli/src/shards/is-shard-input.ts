import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const PATTERN = /[*?[\]]/;

/**
 * Whether the arguments name files for DuckDB: several of them, a pattern, or Parquet. One CSV file is read as a stream, and
 * so is one whose name only looks like a pattern.
 */
export function isShardInput(files: readonly string[], cwd: string): boolean {
  const [first, ...others] = files;
  if (first === undefined) return false;
  if (others.length > 0 || /\.parquet$/i.test(first)) return true;
  return PATTERN.test(first) && !existsSync(resolve(cwd, first));
}
