import type { Instrument, TextPack } from '@peerscale/core';

/**
 * Where the collector finds definitions and wording. `@peerscale/instruments` exports both functions under these names;
 * an application with instruments of its own brings its own. Both must give the same answer every time.
 */
export interface Catalogue {
  findInstrument(id: string, version: string): Instrument | undefined;
  findTextPack(instrument: Instrument, locale: string): TextPack | undefined;
}
