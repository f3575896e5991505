/**
 * Attacks random tables and says how often a hidden figure is told: `node packages/core/slow/disclosure-attack.ts [rounds]
 * [first seed]`. The naive rule, to hide cells below the minimum and nothing else, is attacked beside it. Every fifth table is
 * one that is hard to protect. `narrowest` is the most that was told of a figure, as a share of its protection width; seconds
 * are those of the rule.
 */
import process from 'node:process';
import { disclosureRules, suppressTable } from '../src/index.ts';
import { attackTable, type Leak, noMargins } from './attack-table.ts';
import { feasibleIntervals } from './feasible-interval.ts';
import { naiveFigures } from './naive-figures.ts';
import { polarizedTable } from './polarized-table.ts';
import { randomTable } from './random-table.ts';

const KINDS = ['count', 'sum', 'sum with known counts', 'one person', 'combination of a few people'] as const;
const rounds = Number(process.argv[2] ?? 10_000);
const first = Number(process.argv[3] ?? 1);
const solve = await feasibleIntervals();
const rows = { naive: tally(), suppressTable: tally() };
let [hiding, figuresInAll] = [0, 0];
for (let seed = first; seed < first + rounds; seed++) {
  const { table, rules } = seed % 5 === 0 ? polarizedTable(seed) : randomTable(seed);
  const checked = disclosureRules(rules);
  const attempts = {
    naive: () => naiveFigures(table, checked.minimumGroupSize),
    suppressTable: () => suppressTable(table, rules).figures,
  };
  for (const name of ['naive', 'suppressTable'] as const) {
    const row = rows[name];
    const start = performance.now();
    const figures = attempts[name]();
    row.milliseconds += performance.now() - start;
    const leaks = attackTable(table, figures, checked, solve, row.margins);
    const hidden = figures.filter(({ status }) => status === 'suppressed').length;
    row.hidden += hidden;
    row.told += new Set(leaks.filter(({ figure }) => figure !== null).map(({ figure }) => figure)).size;
    if (leaks.length > 0) row.tables++;
    for (const { kind } of leaks) row.leaks[kind]++;
    if (name === 'naive') {
      figuresInAll += figures.length;
      if (hidden > 0) hiding++;
    } else if (leaks.length > 0) process.stdout.write(`seed ${seed}: ${JSON.stringify(leaks)}\n`);
  }
}
process.stdout.write(`${rounds} tables, ${hiding} with a small group, ${figuresInAll} figures.\n\n`);
process.stdout.write(`| | ${Object.keys(rows).join(' | ')} |\n| --- | --- | --- |\n`);
const line = (heading: string, cell: (row: ReturnType<typeof tally>) => string | number) =>
  process.stdout.write(`| ${heading} | ${Object.values(rows).map(cell).join(' | ')} |\n`);
line('figures hidden', ({ hidden }) => hidden);
line('hidden figures that are told', ({ told, hidden }) => `${told} (${((100 * told) / hidden).toFixed(1)} percent)`);
line('tables that leak', ({ tables }) => tables);
for (const kind of KINDS) {
  line(`told: ${kind}`, ({ leaks }) => leaks[kind]);
  if (rows.naive.margins.tightest.has(kind)) {
    line(`narrowest: ${kind}`, ({ margins }) => (margins.tightest.get(kind) ?? NaN).toFixed(4));
  }
}
line('seconds', ({ milliseconds }) => (milliseconds / 1000).toFixed(1));

function tally() {
  const leaks = Object.fromEntries(KINDS.map((kind) => [kind, 0])) as Record<Leak['kind'], number>;
  return { hidden: 0, told: 0, tables: 0, leaks, margins: noMargins(), milliseconds: 0 };
}
