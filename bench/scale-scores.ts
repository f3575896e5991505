import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { adHocInstrument, type Instrument, type ScaleScores, scoreResponses, tableOfColumns } from '@peerscale/core';
import { generateAnswers, MISSING } from './generate-answers.ts';
import { seconds, secondsText } from './measure.ts';
import { type BenchTable, verdict } from './report-table.ts';
import { runR } from './run-r.ts';

const ROWS = 100_000;
const ITEMS = 36;
const MAXIMUM = 6;
const ROUNDS = 9;

/** Nine facets of four items, two of them reversed, and a total of all 36: what the Job Satisfaction Survey is built like. */
function tenScales(): Instrument {
  const items = Array.from({ length: ITEMS }, (_, i) => `i${i + 1}`);
  const reverse = items.filter((_, i) => i % 2 === 1);
  const base = adHocInstrument({ items, reverse, minimum: 1, maximum: MAXIMUM });
  const scale = { ...base.scales[0]!, missing: { rule: 'minimum-answered' as const, minimum: 1 } };
  const facets = Array.from({ length: 9 }, (_, i) => ({
    ...scale,
    id: `facet-${i + 1}`,
    items: items.slice(4 * i, 4 * i + 4),
  }));
  return { ...base, scales: [...facets, { ...scale, id: 'total' }] };
}

/** The key as psych writes it: "facet-1 i1 -i2 i3 -i4". */
function keysText({ scales, items }: Instrument): string {
  const reversed = new Set(items.filter(({ polarity }) => polarity === 'negative').map(({ id }) => id));
  const lines = scales.map((scale) => [scale.id, ...scale.items.map((id) => (reversed.has(id) ? `-${id}` : id))]);
  return `${lines.map((line) => line.join(' ')).join('\n')}\n`;
}

/** @throws Error where a score differs from R's by more than 1e-12 of its size, or one of the two has none */
function refuseDifferences(scales: readonly ScaleScores[], file: string): void {
  const bytes = readFileSync(file);
  const theirs = new Float64Array(bytes.buffer, bytes.byteOffset, bytes.length / 8);
  scales.forEach(({ scale, values }, at) => {
    values.forEach((value, row) => {
      const other = theirs[at * ROWS + row]!;
      const isSame = Number.isNaN(value) ? Number.isNaN(other) : Math.abs(value - other) <= 1e-12 * Math.abs(other);
      if (!isSame) throw new Error(`The score of row ${row} on ${scale} differs: ${value}, R ${other}.`);
    });
  });
}

/** Ten scales over 36 items with gaps, beside psych's two functions for it. */
export function benchScaleScores(folder: string): BenchTable {
  const instrument = tenScales();
  const columns = generateAnswers({ rows: ROWS, items: ITEMS, maximum: MAXIMUM, missing: 0.03, seed: 20261122 });
  const table = tableOfColumns(
    ROWS,
    columns.map((codes, i) => ({
      item: `i${i + 1}`,
      codes: Array.from(codes, (code) => (code === MISSING ? null : code)),
    })),
  );
  const scores = scoreResponses(instrument, table);
  const own = seconds(ROUNDS, () => scoreResponses(instrument, table));
  const [data, keys, scoresOfR] = ['answers.bin', 'keys.txt', 'scores.bin'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  writeFileSync(data, Buffer.concat(columns.map((column) => Buffer.from(column.buffer))));
  writeFileSync(keys, keysText(instrument));
  const printed = runR('scale-scores.R', [data, keys, ROWS, ITEMS, ROUNDS, scoresOfR])?.map(Number);
  const [byItems, byFast, apart] = printed ?? [];
  if (printed !== undefined) {
    refuseDifferences(scores, scoresOfR);
    if (!(apart! < 1e-12)) throw new Error(`psych's two functions differ by ${apart}.`);
  }
  const row = (name: string, theirs: number | undefined) => [
    name,
    secondsText(own),
    theirs === undefined ? '' : secondsText(theirs),
    theirs === undefined ? '' : `${(theirs / own).toFixed(1)} x`,
  ];
  return {
    title: 'Scale scores',
    text: `${ROWS} respondents x ${ITEMS} items x 10 scales (nine of 4 items, one of all; half of the items reversed; 3% of the answers missing; means of what was answered), in memory on both sides; medians of ${ROUNDS} rounds. Every score agrees with R's to 1e-12, or the run stops.`,
    headings: ['beside', 'Peerscale', 'R', 'ratio'],
    rows: [row('`psych::scoreItems(impute = "none")`', byItems), row('`psych::scoreFast(impute = "none")`', byFast)],
    verdicts:
      printed === undefined
        ? []
        : [
            verdict(byItems! / own >= 20, 'at least 20 times as fast as `scoreItems`'),
            verdict(byFast! >= own, 'no slower than `scoreFast`'),
          ],
  };
}
