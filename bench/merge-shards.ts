import { isDeepStrictEqual } from 'node:util';
import {
  adHocInstrument,
  codeSumsOfColumns,
  mergeAllCodeSums,
  mergeReliabilityTallies,
  reliabilityTally,
  tableOfColumns,
} from '@peerscale/core';
import { generateAnswers } from './generate-answers.ts';
import { seconds, secondsText } from './measure.ts';
import { type BenchTable, verdict } from './report-table.ts';

const ITEMS = 20;
const MILLIONS = 10;
const SHARDS = 1000;
const ROUNDS = 9;
// milliseconds, in which whatever else a machine does shows most
const ROUNDS_OF_MERGING = 51;
const MOST_PERCENT = 1;

/** Merging the sums of a thousand shards, beside one pass over the answers of all. */
export function benchMergeShards(): BenchTable {
  const million = generateAnswers({ rows: 1_000_000, items: ITEMS, maximum: 5, seed: 20261121 });
  const rows = MILLIONS * 1_000_000;
  const columns = million.map((codes) => {
    const column = new Int16Array(rows);
    for (let start = 0; start < rows; start += codes.length) column.set(codes, start);
    return column;
  });
  const size = rows / SHARDS;
  const shards = Array.from({ length: SHARDS }, (_, s) =>
    columns.map((codes) => codes.subarray(s * size, (s + 1) * size)),
  );
  const parts = shards.map((codes) => codeSumsOfColumns(codes));
  if (!isDeepStrictEqual(mergeAllCodeSums(parts), codeSumsOfColumns(columns))) {
    throw new Error('The merged sums differ from those of the pooled pass.');
  }
  const items = columns.map((_, i) => `i${i + 1}`);
  const instrument = adHocInstrument({ items, minimum: 1, maximum: 5 });
  const tallies = shards.map((shard) =>
    reliabilityTally(
      instrument,
      tableOfColumns(
        size,
        shard.map((codes, i) => ({ item: items[i]!, codes })),
      ),
    ),
  );

  const table = tableOfColumns(
    rows,
    columns.map((codes, i) => ({ item: items[i]!, codes })),
  );
  const pooled = seconds(ROUNDS, () => codeSumsOfColumns(columns));
  const pooledTally = seconds(3, () => reliabilityTally(instrument, table));
  const merged = seconds(ROUNDS_OF_MERGING, () => mergeAllCodeSums(parts));
  const mergedTallies = seconds(ROUNDS_OF_MERGING, () => tallies.reduce(mergeReliabilityTallies));
  const line = (work: string, time: number, pass: number): string[] => [
    work,
    secondsText(time),
    time === pass ? '' : `${((100 * time) / pass).toFixed(2)} %`,
  ];
  return {
    title: 'Merging shards',
    text: `${rows} respondents (a million, ${MILLIONS} times over) x ${ITEMS} items in ${SHARDS} shards; medians of ${ROUNDS} rounds, of merging ${ROUNDS_OF_MERGING}. The merged sums equal those of one pass bit for bit, or the run stops. What merging takes grows with the shards, not with their rows.`,
    headings: ['work', 'time', 'share of one pass'],
    rows: [
      line('sums and products, one pass over all answers (`codeSumsOfColumns`)', pooled, pooled),
      line(`merged from ${SHARDS} shards (\`mergeAllCodeSums\`)`, merged, pooled),
      line('all that a report reads, one pass (`reliabilityTally`)', pooledTally, pooledTally),
      line(
        `merged from ${SHARDS} shards, one after the other (\`mergeReliabilityTallies\`)`,
        mergedTallies,
        pooledTally,
      ),
    ],
    verdicts: [
      verdict(
        merged * 100 < MOST_PERCENT * pooled && mergedTallies * 100 < MOST_PERCENT * pooledTally,
        `merging takes less than ${MOST_PERCENT} percent of one pass`,
      ),
    ],
  };
}
