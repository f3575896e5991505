import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  groupedMomentsOfColumns,
  groupIntraclassCorrelations,
  nullVariance,
  oneWayMeanSquaresOf,
  withinGroupAgreement,
} from '@peerscale/core';
import { generateAnswers } from './generate-answers.ts';
import { seconds, secondsText } from './measure.ts';
import { type BenchTable, verdict } from './report-table.ts';
import { runR } from './run-r.ts';

const ROUNDS = 9;
const TEAMS = 1000;
const SIZE = 20;
const ITEMS = 10;

/** Agreement within teams, beside R's multilevel. */
export function benchAgreement(folder: string): BenchTable {
  const n = TEAMS * SIZE;
  const columns = generateAnswers({ rows: n, items: ITEMS, maximum: 5, seed: 20261122 });
  const teams = Array.from({ length: n }, (_, row) => `team ${Math.floor(row / SIZE) + 1}`);
  const scores = Float64Array.from({ length: n }, (_, row) => columns.reduce((sum, c) => sum + c[row]! / ITEMS, 0));
  const chance = nullVariance(5);
  const meanOfAgreement = () => {
    let sum = 0;
    for (const team of groupedMomentsOfColumns(columns, teams).groups.values()) {
      sum += withinGroupAgreement(team, chance).rwg;
    }
    return sum / TEAMS;
  };
  const correlations = () =>
    groupIntraclassCorrelations(oneWayMeanSquaresOf(groupedMomentsOfColumns([scores], teams).groups.values()));

  const data = join(folder, 'agreement.bin');
  writeFileSync(data, Buffer.concat(columns.map((column) => Buffer.from(column.buffer))));
  const [agreementOfR, correlationsOfR, ...figuresOfR] = (runR('agreement.R', [data, n, ITEMS, SIZE]) ?? []).map(
    Number,
  );
  const { icc1OfMeanSize, icc2 } = correlations();
  [meanOfAgreement(), icc1OfMeanSize, icc2].forEach((own, i) => {
    const theirs = figuresOfR[i];
    if (theirs !== undefined && Math.abs(own - theirs) > 1e-10) throw new Error(`Figures differ: ${own}, R ${theirs}.`);
  });
  const agreement = seconds(ROUNDS, meanOfAgreement);
  const correlation = seconds(ROUNDS, correlations);
  const line = (work: string, own: number, theirs: number | undefined) => [
    work,
    secondsText(own),
    theirs === undefined ? '' : secondsText(theirs),
    theirs === undefined ? '' : `${(theirs / own).toFixed(1)} x`,
  ];
  return {
    title: 'Agreement within teams',
    text: `${TEAMS} teams of ${SIZE} with ${ITEMS} items, in memory on both sides, grouping by team included; medians of ${ROUNDS} rounds beside one of R. The figures agree to 1e-10, or the run stops.`,
    headings: ['work', 'Peerscale', 'R', 'ratio'],
    rows: [
      line('rwg(j) of every team, beside `multilevel::rwg.j`', agreement, agreementOfR),
      line('ICC(1) and ICC(2), beside `aov` with `ICC1` and `ICC2`', correlation, correlationsOfR),
    ],
    verdicts:
      agreementOfR === undefined || correlationsOfR === undefined
        ? []
        : [
            verdict(agreementOfR / agreement >= 20, 'rwg(j) at least 20 times as fast as `multilevel`'),
            verdict(correlationsOfR / correlation >= 100, 'ICC(1) and ICC(2) at least 100 times as fast as `aov`'),
          ],
  };
}
