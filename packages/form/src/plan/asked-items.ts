import type { Instrument, Item } from '@peerscale/core';
import type { InstrumentPart } from './form-plan.ts';

/**
 * The items of an instrument part that are asked, in the order of the instrument: all, or those of the chosen scales.
 *
 * @throws RangeError for a scale that the instrument does not have
 */
export function askedItems(instrument: Instrument, { scales }: Pick<InstrumentPart, 'scales'>): readonly Item[] {
  if (scales === undefined) return instrument.items;
  const asked = new Set<string>();
  for (const id of scales) {
    const scale = instrument.scales.find((known) => known.id === id);
    if (scale === undefined) {
      throw new RangeError(`Unexpected scale: ${id} is not in ${instrument.id}@${instrument.version}.`);
    }
    for (const item of scale.items) asked.add(item);
  }
  return instrument.items.filter(({ id }) => asked.has(id));
}
