import {
  type ResponseRecord,
  type ResponseTable,
  reliabilityTally,
  scoreResponses,
  tableOfRecords,
} from '@peerscale/core';
import type { AskedInstrument } from '../tally/asked-instrument.ts';
import type { CellTally, PeopleByScore, ScoredPeople } from '../tally/cell-tally.ts';
import { codesOf, codingOf } from '../tally/empty-tally.ts';

/** What a tally is made of. */
export interface TalliedResponse extends Pick<ResponseRecord, 'answers' | 'coding'> {
  /** of the whole form */
  readonly durationSeconds: number;
}

const FAST_SECONDS = 2;
const FEWEST_FOR_STRAIGHT = 3;

/**
 * The tally of responses of one cell by the core's own functions, person by person: what the one that the database makes is
 * compared with.
 */
export function tallyOf(asked: AskedInstrument, responses: readonly TalliedResponse[]): CellTally {
  const { instrument, scales } = asked;
  const ids = scales.map(({ id }) => id);
  const table = tableOfRecords(instrument, responses, { coding: codingOf(instrument) });
  const all = new Map(scoreResponses(instrument, table).map(({ scale, values }) => [scale, values]));
  const scores = ids.map((id) => all.get(id)!);
  const items = asked.items.map(({ id }) => table.columns.get(id)!);
  const complete: number[] = [];
  const prorated: number[] = [];
  for (let row = 0; row < table.rows; row++) {
    if (ids.length === 0 || scores.some((values) => Number.isNaN(values[row]!))) continue;
    (items.every(({ missing }) => missing[row] === 0) ? complete : prorated).push(row);
  }
  return {
    rows: responses.length,
    complete: scoredPeople(scores, complete),
    prorated: scoredPeople(scores, prorated),
    codes: asked.items.map((item, i) => {
      const places = new Map(codesOf(instrument, item.responseScale).map((code, place) => [code, place]));
      const counts = new Array<number>(places.size).fill(0);
      for (const row of complete) counts[places.get(items[i]!.codes[row]!)!]!++;
      return counts;
    }),
    reliability: reliabilityTally(instrument, table, { scales: ids }),
    quality: qualityOf(asked, table, responses),
  };
}

function scoredPeople(scores: readonly Float64Array[], rows: readonly number[]): ScoredPeople {
  return {
    n: rows.length,
    scales: scores.map((values) => {
      const counts = new Map<number, number>();
      for (const row of rows) counts.set(values[row]!, (counts.get(values[row]!) ?? 0) + 1);
      return counts;
    }),
  };
}

function qualityOf(
  { items, itemsOfForm }: AskedInstrument,
  table: ResponseTable,
  responses: readonly TalliedResponse[],
): CellTally['quality'] {
  const columns = items.map(({ id }) => table.columns.get(id)!);
  let [straight, fast, sparse] = [0, 0, 0];
  const tenths = new Map<number, number>();
  responses.forEach(({ durationSeconds }, row) => {
    const answered = columns.filter(({ missing }) => missing[row] === 0);
    if (answered.length >= FEWEST_FOR_STRAIGHT && new Set(answered.map(({ codes }) => codes[row])).size === 1) {
      straight++;
    }
    if (columns.length > 0 && 3 * (columns.length - answered.length) >= columns.length) sparse++;
    const seconds = durationSeconds / itemsOfForm;
    if (seconds < FAST_SECONDS) fast++;
    const tenth = Math.round(10 * seconds);
    tenths.set(tenth, (tenths.get(tenth) ?? 0) + 1);
  });
  return { straight, fast, sparse, tenths } satisfies { tenths: PeopleByScore } & CellTally['quality'];
}
