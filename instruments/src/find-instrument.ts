import type { Instrument } from '@peerscale/core';
import { instruments } from './catalogue.ts';
import { newestOrVersion } from './newest-or-version.ts';

/**
 * The definition of that id: the version asked for, else the newest.
 *
 * @example findInstrument('olbi')?.scales.length // 3
 */
export function findInstrument(id: string, version?: string): Instrument | undefined {
  return newestOrVersion(instruments, id, version);
}
