import { spawnSync } from 'node:child_process';
import process from 'node:process';

const [program = 'podman', ...options] = (process.env.ENGINE ?? 'podman').split(' ');

const optionsOf = (text = '') => text.split(' ').filter(Boolean);

/** Options of each `run`, for a machine that needs some of its own. */
export const runOptions = optionsOf(process.env.RUN_OPTIONS);

/** The same of `build`. */
export const buildOptions = optionsOf(process.env.BUILD_OPTIONS);

export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the engine, whatever it ends with. */
export function attempt(...words: readonly string[]): Ended {
  const { error, ...ended } = spawnSync(program, [...options, ...words], { encoding: 'utf8', maxBuffer: 2 ** 26 });
  if (error !== undefined) throw error;
  return ended;
}

/** Runs the engine, which must succeed. @returns what it printed */
export function engine(...words: readonly string[]): string {
  const { status, stdout, stderr } = attempt(...words);
  if (status !== 0) throw new Error(`${program} ${words.join(' ')} ended with ${status}: ${stderr.trim()}`);
  return stdout.trim();
}
