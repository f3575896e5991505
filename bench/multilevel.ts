import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type MixedModel, mixedModel, treatmentContrasts } from '@peerscale/core';
import { seededRandom } from './generate-answers.ts';
import { seconds, secondsText } from './measure.ts';
import { type BenchTable, verdict } from './report-table.ts';
import { runR } from './run-r.ts';

const ROUNDS = 15;
const WAVES = 3;

/** Mixed models of persons over waves, beside lme4, and of persons in teams. */
export function benchMultilevel(folder: string): BenchTable {
  const small = answers(10_000, 200);
  const fitSmall = (): MixedModel =>
    mixedModel({ outcome: small.outcome, fixed: small.fixed, groups: [{ name: 'person', ids: small.person }] });
  const own = fitSmall();
  const ownSeconds = seconds(ROUNDS, fitSmall);
  const data = join(folder, 'multilevel.bin');
  const columns = [small.outcome, Float64Array.from(small.person), Float64Array.from(small.wave)];
  writeFileSync(data, Buffer.concat(columns.map((column) => Buffer.from(column.buffer))));
  const [theirs, deviance] = (runR('multilevel.R', [data, small.outcome.length, ROUNDS]) ?? []).map(Number);
  // lme4 stops where theta is right to about 1e-6
  if (deviance !== undefined && Math.abs(deviance - own.deviance) > 1e-4) {
    throw new Error(`The REML criterion differs: ${own.deviance}, R ${deviance}.`);
  }
  const large = answers(100_000, 2000);
  const groups = [
    { name: 'person', ids: large.person },
    { name: 'team', ids: large.team },
  ];
  const largeSeconds = seconds(1, () => mixedModel({ outcome: large.outcome, fixed: large.fixed, groups }));
  const verdicts = [verdict(largeSeconds < 5, `${WAVES} waves of 100000 persons in 2000 teams in less than 5 seconds`)];
  if (theirs !== undefined) {
    verdicts.unshift(verdict(theirs / ownSeconds >= 3, 'a random intercept at least 3 times as fast as `lme4::lmer`'));
  }
  return {
    title: 'Mixed models',
    text: `Persons over ${WAVES} waves, wave as fixed effect, REML; ours with Satterthwaite's degrees of freedom and predictions of all persons, \`lmer\` the fit alone. In memory on both sides; medians of ${ROUNDS} rounds, of one for the large model.`,
    headings: ['work', 'rows', 'Peerscale', 'R', 'ratio'],
    rows: [
      [
        'random intercept of 10000 persons, beside `lme4::lmer`',
        String(small.outcome.length),
        secondsText(ownSeconds),
        theirs === undefined ? '' : secondsText(theirs),
        theirs === undefined ? '' : `${(theirs / ownSeconds).toFixed(1)} x`,
      ],
      ['100000 persons in 2000 teams', String(large.outcome.length), secondsText(largeSeconds), '', ''],
    ],
    verdicts,
  };
}

function answers(persons: number, teams: number) {
  const random = seededRandom(20261122);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const rows = persons * WAVES;
  const ofTeam = Float64Array.from({ length: teams }, () => 0.4 * normal());
  const outcome = new Float64Array(rows);
  const [person, team, wave] = [new Int32Array(rows), new Int32Array(rows), new Int32Array(rows)];
  for (let p = 0, row = 0; p < persons; p++) {
    const own = 0.6 * normal();
    const at = Math.floor(random() * teams);
    for (let w = 1; w <= WAVES; w++, row++) {
      outcome[row] = 3 + 0.1 * w + own + ofTeam[at]! + 0.7 * normal();
      person[row] = p;
      team[row] = at;
      wave[row] = w;
    }
  }
  return { outcome, person, team, wave, fixed: treatmentContrasts('wave', wave) };
}
