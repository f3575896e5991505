/**
 * Attacks random tables and says how often a hidden figure is told: `node packages/core/slow/disclosure-attack.ts [rounds]
 * [first seed]`. The naive rule, to hide cells below the minimum and nothing else, is attacked beside it.
 */
import process from 'node:process';
import { disclosureRules, suppressTable } from '../src/index.ts';
import { attackTable } from './attack-table.ts';
import { feasibleIntervals } from './feasible-interval.ts';
import { naiveFigures } from './naive-figures.ts';
import { randomTable } from './random-table.ts';

const rounds = Number(process.argv[2] ?? 10_000);
const first = Number(process.argv[3] ?? 1);
const solve = await feasibleIntervals();
const rows = { naive: tally(), suppressTable: tally() };
let [hiding, figuresInAll, small] = [0, 0, 0];
for (let seed = first; seed < first + rounds; seed++) {
  const { table, rules } = randomTable(seed);
  const checked = disclosureRules(rules);
  const attempts = {
    naive: naiveFigures(table, checked.minimumGroupSize),
    suppressTable: suppressTable(table, rules).figures,
  };
  if (attempts.naive.some(({ status }) => status === 'suppressed')) hiding++;
  figuresInAll += attempts.naive.length;
  small += attempts.naive.filter(({ status }) => status === 'suppressed').length;
  for (const name of ['naive', 'suppressTable'] as const) {
    const leaks = attackTable(table, attempts[name], checked, solve);
    rows[name].hidden += attempts[name].filter(({ status }) => status === 'suppressed').length;
    if (leaks.length > 0) rows[name].tables++;
    for (const { kind } of leaks) rows[name].leaks[kind]++;
    if (name === 'suppressTable' && leaks.length > 0) process.stdout.write(`seed ${seed}: ${JSON.stringify(leaks)}\n`);
  }
}
process.stdout.write(
  `${rounds} tables, ${hiding} with a small group, ${figuresInAll} figures, ${small} too small.\n\n`,
);
process.stdout.write(
  '| rule | figures hidden | tables that leak | counts told | sums told | sums told, counts known | single people told | combinations of a few people |\n',
);
process.stdout.write('| --- | --- | --- | --- | --- | --- | --- | --- |\n');
for (const [name, { hidden, tables, leaks }] of Object.entries(rows)) {
  process.stdout.write(`| ${[name, hidden, tables, ...Object.values(leaks)].join(' | ')} |\n`);
}

function tally() {
  const leaks = { count: 0, sum: 0, 'sum with known counts': 0, 'one person': 0, 'combination of a few people': 0 };
  return { hidden: 0, tables: 0, leaks };
}
