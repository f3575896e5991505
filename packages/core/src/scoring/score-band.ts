import type { Bands, Instrument } from '../instrument/instrument.ts';

/** The band a score falls into, with the caution that goes with it and the source. */
export interface ScoreBand {
  readonly scale: string;
  readonly score: number;
  readonly band: Bands['bands'][number];
  readonly caution: string;
  readonly source: Bands['source'];
}

/**
 * The band of a score by one of the instrument's cut-offs: asked for by name, never given by itself. A band is a
 * convention of its source about groups; it is no finding about a person.
 *
 * @param bandsId id of one of the instrument's bands
 * @throws RangeError for bands that the instrument does not have, or a score that is no number
 * @example
 * const cuts = [{ id: 'low', from: null, label: { en: 'low' } }, { id: 'high', from: 3.5, label: { en: 'high' } }];
 * const bands = [{ id: 'halves', scale: 'scale', bands: cuts, caution: 'A convention, no finding.' }];
 * const instrument = { ...adHocInstrument({ items: ['A1'], minimum: 1, maximum: 6 }), bands };
 * scoreBand(instrument, 'halves', 4).band.id // 'high'
 */
export function scoreBand(instrument: Instrument, bandsId: string, score: number): ScoreBand {
  const found = instrument.bands?.find(({ id }) => id === bandsId);
  if (found === undefined)
    throw new RangeError(`Unexpected bands: ${bandsId} is not in ${instrument.id}@${instrument.version}.`);
  if (Number.isNaN(score)) throw new RangeError('Unexpected score: NaN is in no band.');
  const band = found.bands.findLast(({ from }) => from === null || score >= from)!;
  return { scale: found.scale, score, band, caution: found.caution, source: found.source };
}
