import type { Instrument } from '@peerscale/core';
import { instruments, textPacksOf } from '@peerscale/instruments';
import { sampleInstrument } from '../../shared/sample/instrument.ts';
import { SAMPLE_ID } from '../../shared/sample/sample-id.ts';
import { sampleTextPacks } from '../../shared/sample/text-packs.ts';

/** Instruments that can be shown, and those that only their key is known of. */
export const withWording: readonly Instrument[] = instruments.filter(({ rights }) => rights.wording === 'included');
export const keyOnly: readonly Instrument[] = instruments.filter(({ rights }) => rights.wording !== 'included');

/** The definition with this id; the sample counts as one. */
export function knownInstrument(id: string): Instrument | undefined {
  return id === SAMPLE_ID ? sampleInstrument : instruments.find((instrument) => instrument.id === id);
}

/** The languages that an instrument has wording in. */
export function localesOf(instrument: Instrument): readonly string[] {
  const packs = instrument.id === SAMPLE_ID ? sampleTextPacks : textPacksOf(instrument);
  return packs.map(({ locale }) => locale);
}
