/**
 * Precision and recall of `linkWaves` on simulated waves, as a Markdown table: `node packages/core/slow/linkage-table.ts`.
 * Kept in docs/methods/linkage.md.
 */
import process from 'node:process';
import { linkWaves } from '../src/index.ts';
import { simulateWaves } from './simulate-waves.ts';

const situations = [
  ['one to four months', 0.02, 0.005],
  ['half a year', 0.05, 0.01],
  ['a year', 0.08, 0.02],
  ['a year and a half, many slips', 0.12, 0.03],
] as const;

process.stdout.write(
  '| time between | element changed | left out | persons | exact recall | recall | precision | tolerant | refused |\n',
);
process.stdout.write('| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n');
for (const [time, changed, omitted] of situations) {
  for (const persons of [60, 300, 1000, 5000]) {
    const rounds = Math.max(5, Math.round(60_000 / persons));
    let [both, links, right, exact, tolerant, refused, all] = [0, 0, 0, 0, 0, 0, 0];
    for (let round = 1; round <= rounds; round++) {
      const waves = simulateWaves({ persons, returning: 0.7, joining: 0.25, changed, omitted, seed: round });
      const linkage = linkWaves(waves.first, waves.second);
      const isRight = ({ first, second }: { first: number; second: number }) =>
        waves.firstPersons[first] === waves.secondPersons[second];
      both += waves.secondPersons.filter((person) => person < persons).length;
      links += linkage.links.length;
      right += linkage.links.filter(isRight).length;
      exact += linkage.links.filter((link) => link.differs === null && isRight(link)).length;
      tolerant += linkage.first.tolerant;
      refused += linkage.first.ambiguous;
      all += persons;
    }
    const percent = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;
    const cells = [
      time,
      percent(changed, 1),
      percent(omitted, 1),
      String(persons),
      percent(exact, both),
      percent(right, both),
      (right / links).toFixed(4),
      percent(tolerant, links),
      percent(refused, all),
    ];
    process.stdout.write(`| ${cells.join(' | ')} |\n`);
  }
}
