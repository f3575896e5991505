import type { Instrument, TextPack } from '@peerscale/core';
import { findInstrument, findTextPack } from '@peerscale/instruments';

/** What is drawn on both sides. */
export interface FormContent {
  readonly instrument: Instrument;
  readonly textPack: TextPack;
}

/** An instrument that comes with Peerscale: 16 items with their own wording. */
export function publishedContent(): FormContent {
  const instrument = findInstrument('work-burnout', '1.0.0')!;
  return { instrument, textPack: findTextPack(instrument, 'en')! };
}

/** As many items of about a line each, with five answers. */
export function longContent(items: number): FormContent {
  const { instrument, textPack } = publishedContent();
  const scale = instrument.responseScales[0]!;
  const ids = Array.from({ length: items }, (_, place) => `item-${place + 1}`);
  const wording = Object.values(textPack.items);
  return {
    instrument: {
      ...instrument,
      id: 'long-form',
      items: ids.map((id, place) => ({ ...instrument.items[0]!, id, number: place + 1, responseScale: scale.id })),
      scales: [{ ...instrument.scales[0]!, items: ids }],
    },
    textPack: {
      ...textPack,
      instrument: 'long-form',
      items: Object.fromEntries(ids.map((id, place) => [id, `${wording[place % wording.length]} (${place + 1})`])),
    },
  };
}
