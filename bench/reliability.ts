import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { adHocInstrument, reliabilityReport, scoreResponses, tableOfColumns } from '@peerscale/core';
import { generateAnswers } from './generate-answers.ts';
import { seconds, secondsText } from './measure.ts';
import type { BenchTable } from './report-table.ts';
import { runR } from './run-r.ts';

const ROUNDS = 5;
const ITEMS = 20;

/** Alpha with its item table, and one score over 20 items, beside psych. */
export function benchReliability(folder: string): BenchTable {
  const rows: string[][] = [];
  for (const n of [10_000, 100_000]) {
    const columns = generateAnswers({ rows: n, items: ITEMS, maximum: 5, seed: 20261121 });
    const items = columns.map((_, i) => `i${i + 1}`);
    const instrument = adHocInstrument({ items, minimum: 1, maximum: 5 });
    const table = tableOfColumns(
      n,
      columns.map((codes, i) => ({ item: items[i]!, codes })),
    );
    const input = { file: 'memory', rows: n };
    const alpha = reliabilityReport(input, instrument, table).scales[0]!.alpha.value!;
    const reliability = seconds(ROUNDS, () => reliabilityReport(input, instrument, table));
    const scoring = seconds(ROUNDS, () => scoreResponses(instrument, table));
    const data = join(folder, 'reliability.bin');
    writeFileSync(data, Buffer.concat(columns.map((column) => Buffer.from(column.buffer))));
    const [reliabilityOfR, scoringOfR, alphaOfR] = (runR('reliability.R', [data, n, ITEMS, ROUNDS]) ?? []).map(Number);
    if (alphaOfR !== undefined && Math.abs(alphaOfR - alpha) > 1e-10) {
      throw new Error(`Alpha differs: ${alpha}, R ${alphaOfR}.`);
    }
    const line = (work: string, own: number, theirs: number | undefined) =>
      rows.push([
        work,
        `${n} x ${ITEMS}`,
        secondsText(own),
        theirs === undefined ? '' : secondsText(theirs),
        theirs === undefined ? '' : `${(theirs / own).toFixed(1)} x`,
      ]);
    line('alpha with item table, beside `psych::alpha`', reliability, reliabilityOfR);
    line('one mean score, beside `psych::scoreItems`', scoring, scoringOfR);
  }
  return {
    title: 'Reliability',
    text: `Complete answers to ${ITEMS} items, in memory on both sides; medians of ${ROUNDS} rounds. The two alphas agree to 1e-10, or the run stops.`,
    headings: ['work', 'size', 'Peerscale', 'R', 'ratio'],
    rows,
    verdicts: [],
  };
}
