import { type Instrument, type Item, possibleRange, type Scale } from '@peerscale/core';
import { askedItems, type FormPlan } from '@peerscale/form';
import type { Catalogue } from '../../catalogue.ts';

/** What a group was asked of one instrument in a wave. */
export interface AskedInstrument {
  readonly instrument: Instrument;
  /** those of which every item was asked, in the order of the definition */
  readonly scales: readonly Scale[];
  /** the items of these scales, in the order of the definition */
  readonly items: readonly Item[];
  /** items of all instruments in the form: what the time of answering is divided by */
  readonly itemsOfForm: number;
}

/** The instruments of a plan that are installed and have a scale that was asked whole, by `id@version`. */
export function askedInstruments(plan: FormPlan, catalogue: Catalogue): ReadonlyMap<string, AskedInstrument> {
  const asked = plan.parts.flatMap((part) => {
    if (part.kind !== 'instrument') return [];
    const instrument = catalogue.findInstrument(part.instrument, part.version);
    return instrument === undefined ? [] : [{ instrument, items: askedItems(instrument, part) }];
  });
  const itemsOfForm = asked.reduce((sum, { items }) => sum + items.length, 0);
  return new Map(
    asked.map(({ instrument, items }) => {
      const ids = new Set(items.map(({ id }) => id));
      const scales = instrument.scales.filter((scale) => {
        const { minimum, maximum } = possibleRange(instrument, scale.id);
        return maximum > minimum && scale.items.every((item) => ids.has(item));
      });
      const ofScales = new Set(scales.flatMap((scale) => scale.items));
      const own = { instrument, scales, items: items.filter(({ id }) => ofScales.has(id)), itemsOfForm };
      return [instrumentKey(instrument), own];
    }),
  );
}

export const instrumentKey = ({ id, version }: Pick<Instrument, 'id' | 'version'>): string => `${id}@${version}`;
