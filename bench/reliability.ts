import { join } from 'node:path';
import { adHocInstrument, codeSumsOfColumns, reliabilityReport, scoreResponses, tableOfColumns } from '@peerscale/core';
import { generateAnswers } from './generate-answers.ts';
import { seconds, secondsText } from './measure.ts';
import { type BenchTable, verdict } from './report-table.ts';
import { runR } from './run-r.ts';
import { writeColumns } from './write-columns.ts';

const ITEMS = 20;
const ROUNDS = 15;
// R takes half a minute for the largest
const SIZES = [
  { n: 10_000, roundsOfR: 5 },
  { n: 100_000, roundsOfR: 3 },
  { n: 1_000_000, roundsOfR: 1 },
];
const TIMES_PSYCH = 80;
const MOST_CROSSPRODS = 3;

/** Alpha with its item table beside psych and beside the products of the columns alone; one score over 20 items. */
export function benchReliability(folder: string): BenchTable {
  const rows: string[][] = [];
  const verdicts: string[] = [];
  for (const { n, roundsOfR } of SIZES) {
    const columns = generateAnswers({ rows: n, items: ITEMS, maximum: 5, seed: 20261121 });
    const items = columns.map((_, i) => `i${i + 1}`);
    const instrument = adHocInstrument({ items, minimum: 1, maximum: 5 });
    const table = tableOfColumns(
      n,
      columns.map((codes, i) => ({ item: items[i]!, codes })),
    );
    const missing = items.map((item) => table.columns.get(item)!.missing);
    const input = { file: 'memory', rows: n };
    const alpha = reliabilityReport(input, instrument, table).scales[0]!.alpha.value!;
    const reliability = seconds(ROUNDS, () => reliabilityReport(input, instrument, table));
    const products = seconds(ROUNDS, () => codeSumsOfColumns(columns, missing));
    const scoring = seconds(ROUNDS, () => scoreResponses(instrument, table));
    const data = join(folder, 'reliability.bin');
    writeColumns(data, columns);
    const [reliabilityOfR, scoringOfR, crossprod, isOpenBlas, alphaOfR] = (
      runR('reliability.R', [data, n, ITEMS, roundsOfR]) ?? []
    ).map(Number);
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
    if (n < 1_000_000) continue;
    const blas = isOpenBlas === 0 ? 'not OpenBLAS' : 'OpenBLAS';
    line(`alpha with item table, beside \`crossprod\` (${blas})`, reliability, crossprod);
    line(`sums and products of the codes, beside \`crossprod\` (${blas})`, products, crossprod);
    if (reliabilityOfR === undefined || crossprod === undefined) continue;
    verdicts.push(
      verdict(
        reliability * TIMES_PSYCH <= reliabilityOfR,
        `alpha with item table of a million respondents at least ${TIMES_PSYCH} times as fast as \`psych::alpha\``,
      ),
      verdict(
        reliability <= MOST_CROSSPRODS * crossprod,
        `and in at most ${MOST_CROSSPRODS} times the time of \`crossprod\` on the same matrix (${blas})`,
      ),
    );
  }
  return {
    title: 'Reliability',
    text: `Complete answers to ${ITEMS} items, in memory on both sides; medians of ${ROUNDS} rounds (those of psych: ${SIZES.map(({ roundsOfR }) => roundsOfR).join(', ')}). The two alphas agree to 1e-10, or the run stops.`,
    headings: ['work', 'size', 'Peerscale', 'R', 'ratio'],
    rows,
    verdicts,
  };
}
