/**
 * Plays 500 schedules of faults in Chromium, half of them through each door, and prints what came of them:
 *
 *   npm run faults                 others every time; the seed is printed
 *   npm run faults -- --write      and writes the table into docs/faults.md
 *   FAULTS_SEED=7 npm run faults   those of a seed again
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FaultResults } from '../packages/faults/src/run-schedules.ts';

const START = '<!-- made by npm run faults -- --write -->';
const END = '<!-- end -->';
const root = fileURLToPath(new URL('..', import.meta.url));
const page = join(root, 'docs/faults.md');
const seed = process.env.FAULTS_SEED ?? String(Date.now() % 2 ** 31);
const schedules = Number(process.env.PROPERTY_RUNS ?? 250);
const folder = mkdtempSync(join(tmpdir(), 'peerscale-faults-'));

const tests = ['element', 'react'].map((door) => `packages/${door}/browser/faults.test.ts`);
const { status } = spawnSync('vitest', ['run', '--project', 'browser', ...tests], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, FAULTS_SEED: seed, FAULTS_RESULTS: folder, PROPERTY_RUNS: String(schedules) },
});
const results = readdirSync(folder)
  .sort()
  .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as FaultResults);
rmSync(folder, { recursive: true });

const table = tableOf(results);
console.log(table);
if (status !== 0 || results.length !== tests.length) {
  console.error(`Not all schedules of seed ${seed} came to a good end: see above.`);
  process.exit(1);
}
if (process.argv.includes('--write')) {
  const text = readFileSync(page, 'utf8');
  const [before, after] = [text.split(START)[0], text.split(END)[1]];
  if (before === undefined || after === undefined) throw new Error(`docs/faults.md has no ${START} … ${END}.`);
  writeFileSync(page, `${before}${START}\n\n${table}\n\n${END}${after}`);
}

function tableOf(doors: readonly FaultResults[]): string {
  const kinds = [...new Set(doors.flatMap((one) => Object.keys(one.kinds)))].sort();
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  const row = (name: string, value: (door: FaultResults) => number) => line([name, ...doors.map(value)]);
  return [
    line(['', ...doors.map(({ door }) => (door === 'react' ? 'React' : door))]),
    line(['---', ...doors.map(() => '---:')]),
    row('schedules', (one) => one.schedules),
    ...kinds.map((kind) => row(`that met: ${kind}`, (one) => one.kinds[kind] ?? 0)),
    row('**records lost**', (one) => one.lost),
    row('**records stored twice**', (one) => one.twice),
    row('otherwise wrong', (one) => one.failures.filter(({ outcome }) => outcome.wrong !== null).length),
    row('seconds', (one) => one.seconds),
    '',
    `Seed ${doors.map((one) => one.seed).join(', ')}.`,
  ].join('\n');
}
