import type { Battery } from '@peerscale/core';
import { batteries } from './catalogue.ts';
import { newestOrVersion } from './newest-or-version.ts';

/** The battery of that id: the version asked for, else the newest. */
export function findBattery(id: string, version?: string): Battery | undefined {
  return newestOrVersion(batteries, id, version);
}
