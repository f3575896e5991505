import type { Battery, Instrument, TextPack } from '@peerscale/core';

/**
 * Where the collector finds definitions and wording. `@peerscale/instruments` exports all of them under these names;
 * an application with instruments of its own brings its own. Both must give the same answer every time.
 */
export interface Catalogue {
  findInstrument(id: string, version: string): Instrument | undefined;
  findTextPack(instrument: Instrument, locale: string): TextPack | undefined;
  /** a battery of that id, in the newest version where none is named; an application without batteries leaves it out */
  findBattery?(id: string, version?: string): Battery | undefined;
}
