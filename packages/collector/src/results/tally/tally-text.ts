import type { CodeSums, ReliabilityTally } from '@peerscale/core';
import type { CellTallyRow } from '../../store/database.ts';
import type { AskedInstrument } from './asked-instrument.ts';
import { type CellTally, codeSumsIn, type PeopleByScore, type ScoredPeople } from './cell-tally.ts';
import { emptyTally } from './empty-tally.ts';

/** The columns of a tally: JSON with one-letter names and lists of numbers, maps as value and count in turn. */
export type TallyText = Pick<CellTallyRow, 'scores' | 'items'>;

type Scored = readonly [n: number, scales: readonly (readonly number[])[]];

interface ScoresText {
  /** responses, and of every scale those with all of its items */
  readonly r: number;
  readonly k: readonly number[];
  /** complete, prorated */
  readonly c: Scored;
  readonly p: Scored;
  /** straight, fast, sparse; tenths of seconds */
  readonly q: readonly [number, number, number, readonly number[]];
}

interface ItemsText {
  readonly c: readonly (readonly number[])[];
  /** of every scale: people, sums, products */
  readonly s: readonly (readonly [number, readonly number[], readonly number[]])[];
}

export function writeTally({ rows, complete, prorated, codes, reliability, quality }: CellTally): TallyText {
  const scored = ({ n, scales }: ScoredPeople): Scored => [n, scales.map(writeMap)];
  const scores: ScoresText = {
    r: rows,
    k: reliability.scales.map((scale) => scale.complete),
    c: scored(complete),
    p: scored(prorated),
    q: [quality.straight, quality.fast, quality.sparse, writeMap(quality.tenths)],
  };
  const items: ItemsText = {
    c: codes,
    s: reliability.scales.map((_, scale) => {
      const { n, sums, products } = codeSumsIn(reliability, scale);
      return [n, Array.from(sums), Array.from(products)];
    }),
  };
  return { scores: JSON.stringify(scores), items: JSON.stringify(items) };
}

/** The tally that was written. @param asked of the same plan as when it was written */
export function readTally(asked: AskedInstrument, text: TallyText): CellTally {
  const scores = JSON.parse(text.scores) as ScoresText;
  const items = JSON.parse(text.items) as ItemsText;
  const empty = emptyTally(asked);
  const scored = ([n, scales]: Scored): ScoredPeople => ({ n, scales: scales.map(readMap) });
  const [straight, fast, sparse, tenths] = scores.q;
  const reliability: ReliabilityTally = {
    ...empty.reliability,
    rows: scores.r,
    scales: empty.reliability.scales.map((scale, i) => {
      const [n, sums, products] = items.s[i]!;
      const codeSums: CodeSums = { n, sums: Float64Array.from(sums), products: Float64Array.from(products) };
      return { ...scale, complete: scores.k[i]!, statistics: { kind: 'code-sums', codeSums } };
    }),
  };
  return {
    rows: scores.r,
    complete: scored(scores.c),
    prorated: scored(scores.p),
    codes: items.c,
    reliability,
    quality: { straight, fast, sparse, tenths: readMap(tenths) },
  };
}

/** Sorted, so that the same people give the same text. */
const writeMap = (counts: PeopleByScore): number[] => [...counts].sort(([a], [b]) => a - b).flat();

function readMap(flat: readonly number[]): PeopleByScore {
  const counts = new Map<number, number>();
  for (let i = 0; i < flat.length; i += 2) counts.set(flat[i]!, flat[i + 1]!);
  return counts;
}
