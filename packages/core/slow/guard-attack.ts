/**
 * Attacks sequences of queries to a dashboard: `node packages/core/slow/guard-attack.ts [rounds] [first seed]`. A dashboard that
 * looks at the size of each group alone is attacked beside it. `narrowest` is the most that was told of a group of a few people,
 * as a share of the protection width; seconds are those of the rule.
 */
import process from 'node:process';
import { attackQueries, randomQueries, released } from './attack-queries.ts';
import { feasibleIntervals } from './feasible-interval.ts';

const rounds = Number(process.argv[2] ?? 10_000);
const first = Number(process.argv[3] ?? 1);
const solve = await feasibleIntervals();
let asked = 0;
const refused: Record<string, number> = {};
const rows = { 'size of each group alone': tally(), guardRelease: tally() };
for (let seed = first; seed < first + rounds; seed++) {
  const sequence = randomQueries(seed);
  asked += sequence.queries.length;
  for (const [name, row] of Object.entries(rows)) {
    const start = performance.now();
    const { shown, small, refusals } = released(sequence, name === 'guardRelease');
    row.milliseconds += performance.now() - start;
    for (const [refusal, count] of Object.entries(refusals)) refused[refusal] = (refused[refusal] ?? 0) + count;
    const { sets, told, determined, tightest } = attackQueries(sequence, shown, small, solve);
    row.answered += shown.length;
    row.sets += sets;
    row.told += told;
    row.determined += determined ? 1 : 0;
    row.tightest = Math.min(row.tightest, tightest);
    if (told > 0 || determined) row.sequences++;
    if (name === 'guardRelease' && (told > 0 || determined)) {
      process.stdout.write(`seed ${seed}: ${told} told, determined: ${determined}\n`);
    }
  }
}
process.stdout.write(`${rounds} sequences, ${asked} queries. Refusals: ${JSON.stringify(refused)}\n\n`);
process.stdout.write(
  '| rule | answered | sequences that leak | groups of a few people | of them told | narrowest | sequences with a combination of a few people | seconds |\n',
);
process.stdout.write('| --- | --- | --- | --- | --- | --- | --- | --- |\n');
for (const [name, row] of Object.entries(rows)) {
  const { answered, sequences, sets, told, tightest, determined, milliseconds } = row;
  const cells = [answered, sequences, sets, told, tightest.toFixed(4), determined, (milliseconds / 1000).toFixed(1)];
  process.stdout.write(`| ${[name, ...cells].join(' | ')} |\n`);
}

function tally() {
  return { answered: 0, sequences: 0, sets: 0, told: 0, determined: 0, tightest: Infinity, milliseconds: 0 };
}
