import { spawnSync } from 'node:child_process';
import process from 'node:process';

/**
 * Whether another program is there, for tests that read with it what was written. Where it is not, that is said; with
 * CI_R=1 in the environment, as on a machine that is to check everything, it is an error.
 *
 * @param name as people call it
 * @param program what is run, and must end with 0
 */
export function isInstalled(name: string, program: string, ...args: readonly string[]): boolean {
  if (spawnSync(program, args).status === 0) return true;
  if (process.env.CI_R === '1') throw new Error(`${name} is not installed, and CI_R=1 says that it must be.`);
  process.stderr.write(`Not checked with ${name}: it is not installed.\n`);
  return false;
}
