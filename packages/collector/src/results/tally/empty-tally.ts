import { type CodingByScale, emptyReliabilityTally, type Instrument, responseScaleOf } from '@peerscale/core';
import type { AskedInstrument } from './asked-instrument.ts';
import type { CellTally, ScoredPeople } from './cell-tally.ts';

// the same for all cells of a plan, of which there are thousands
const known = new WeakMap<AskedInstrument, CellTally>();

/** The tally of nobody. */
export function emptyTally(asked: AskedInstrument): CellTally {
  const tally = known.get(asked) ?? tallyOfNobody(asked);
  known.set(asked, tally);
  return tally;
}

function tallyOfNobody({ instrument, scales, items }: AskedInstrument): CellTally {
  const nobody: ScoredPeople = { n: 0, scales: scales.map(() => new Map()) };
  return {
    rows: 0,
    complete: nobody,
    prorated: nobody,
    codes: items.map(({ responseScale }) => codesOf(instrument, responseScale).map(() => 0)),
    reliability: emptyReliabilityTally(instrument, { scales: scales.map(({ id }) => id) }, codingOf(instrument)),
    quality: { straight: 0, fast: 0, sparse: 0, tenths: new Map() },
  };
}

/** The codes of a response scale, ascending. */
export const codesOf = (instrument: Instrument, responseScale: string): readonly number[] =>
  [...responseScaleOf(instrument, responseScale).codes].sort((a, b) => a - b);

/** One coding for all records: the definition's, and `endorsement` where the definition leaves it to the wording. */
export function codingOf({ responseScales }: Instrument): CodingByScale {
  return Object.fromEntries(
    responseScales.flatMap(({ id, highCodeMeans }) => (highCodeMeans === undefined ? [[id, 'endorsement']] : [])),
  );
}
