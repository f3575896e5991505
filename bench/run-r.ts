import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * What one of the R scripts of this folder prints, word by word; undefined where there is no R.
 *
 * @throws Error where R is there and the script fails
 */
export function runR(script: string, args: readonly (string | number)[]): string[] | undefined {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const run = spawnSync('Rscript', [path, ...args.map(String)], { encoding: 'utf8' });
  if (run.error !== undefined) return undefined;
  if (run.status !== 0) throw new Error(`${script} failed: ${run.stderr.slice(-1000)}`);
  return run.stdout.trim().split(/\s+/);
}
