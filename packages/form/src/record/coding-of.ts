import type { CodingByScale, Instrument, TextPack } from '@peerscale/core';

/** What the highest code means in the wording of a text pack, by response-scale id. */
export function codingOf(textPack: TextPack): CodingByScale {
  return Object.fromEntries(Object.entries(textPack.responseScales).map(([id, scale]) => [id, scale.highCodeMeans]));
}

/** The same, only where it differs from the definition: what a response record must say for its codes to be read. */
export function differingCoding(instrument: Instrument, textPack: TextPack): CodingByScale {
  const inDefinition = new Map(instrument.responseScales.map((scale) => [scale.id, scale.highCodeMeans]));
  return Object.fromEntries(
    Object.entries(codingOf(textPack)).filter(([id, coding]) => inDefinition.get(id) !== coding),
  );
}
