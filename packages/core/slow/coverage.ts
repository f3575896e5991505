/**
 * How often intervals of teams and waves hold the true value, by simulation: `npm run coverage` writes the tables of
 * docs/methods/coverage.md, seeded. `npm run coverage -- mixed --share 0.1` prints some of them from a tenth of the studies.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { changeCoverage } from './change-coverage.ts';
import type { CoverageTable } from './coverage-table.ts';
import { driverCoverage } from './driver-coverage.ts';
import { dropOutCoverage } from './drop-out-coverage.ts';
import { mixedModelCoverage } from './mixed-model-coverage.ts';
import { teamCoverage } from './team-coverage.ts';

const subjects: Readonly<Record<string, readonly [of: (rounds: number) => CoverageTable[], rounds: number]>> = {
  change: [changeCoverage, 2000],
  teams: [teamCoverage, 4000],
  mixed: [mixedModelCoverage, 1000],
  drivers: [driverCoverage, 2000],
  'drop-out': [dropOutCoverage, 10_000],
};

const page = new URL('../../../docs/methods/coverage.md', import.meta.url);
const { values, positionals } = parseArgs({
  options: { share: { type: 'string', default: '1' } },
  allowPositionals: true,
});
const share = Number(values.share);
const unknown = positionals.find((name) => !Object.hasOwn(subjects, name));
if (unknown !== undefined || !(share > 0)) {
  process.stderr.write(`Usage: coverage [${Object.keys(subjects).join('] [')}] [--share of the studies, 1]\n`);
  process.exit(2);
}
for (const [name, [of, rounds]] of Object.entries(subjects)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  const before = process.cpuUsage();
  for (const { id, markdown } of of(Math.ceil(share * rounds))) {
    process.stdout.write(`\n${markdown}`);
    if (share >= 1) keep(id, markdown);
  }
  process.stdout.write(`\n${name}: ${(process.cpuUsage(before).user / 1e6).toFixed(0)} s of one core.\n`);
}

/** Puts a table in its place. */
function keep(id: string, markdown: string): void {
  const text = readFileSync(page, 'utf8');
  const [start, end] = [`<!-- table: ${id} -->`, '<!-- end -->'];
  const from = text.indexOf(start);
  const to = text.indexOf(end, from);
  if (from < 0 || to < 0) throw new Error(`No place for the table ${id} in docs/methods/coverage.md.`);
  writeFileSync(page, `${text.slice(0, from)}${start}\n\n${markdown}\n${text.slice(to)}`);
}
