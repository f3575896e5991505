import type { CodingByScale, Instrument, TextPack } from '@peerscale/core';
import { findTextPack } from '@peerscale/instruments';

/**
 * The text pack whose labels of the codes a report shows: the one that was named, where it is in the language of the
 * report, else the one that comes with Peerscale. None where its labels would not fit the codes, because the answers were
 * coded the other way round.
 */
export function labelsOf(
  instrument: Instrument,
  language: string,
  coding: CodingByScale,
  named: TextPack | undefined,
): TextPack | undefined {
  const inLanguage = named !== undefined && named.locale.split('-')[0] === language ? named : undefined;
  const pack = inLanguage ?? findTextPack(instrument, language);
  if (pack === undefined) return undefined;
  const fits = instrument.responseScales.every(
    ({ id, highCodeMeans }) => pack.responseScales[id]?.highCodeMeans === (coding[id] ?? highCodeMeans),
  );
  return fits ? pack : undefined;
}
