/**
 * The instruments that come with Peerscale, as data. What the files hold is checked by the tests of this package, each
 * definition and each text pack with `validateInstrument` and `validateTextPack` of the core.
 */
import type { Instrument, TextPack } from '@peerscale/core';
import olbi from '../definitions/olbi/1.0.0/instrument.json' with { type: 'json' };
import peerRole from '../definitions/peer-role/1.0.0/instrument.json' with { type: 'json' };
import peerRoleCs from '../definitions/peer-role/1.0.0/text.cs.json' with { type: 'json' };
import peerRoleEn from '../definitions/peer-role/1.0.0/text.en.json' with { type: 'json' };
import workBurnout from '../definitions/work-burnout/1.0.0/instrument.json' with { type: 'json' };
import workBurnoutCs from '../definitions/work-burnout/1.0.0/text.cs.json' with { type: 'json' };
import workBurnoutEn from '../definitions/work-burnout/1.0.0/text.en.json' with { type: 'json' };

/** Every definition, in the order in which people look for them: by id, then by version. */
export const instruments: readonly Instrument[] = [olbi, peerRole, workBurnout] as unknown as readonly Instrument[];

const textPacks = [peerRoleEn, peerRoleCs, workBurnoutEn, workBurnoutCs] as unknown as readonly TextPack[];

/**
 * The definition of that id: the version asked for, else the newest.
 *
 * @example findInstrument('olbi')?.scales.length // 3
 */
export function findInstrument(id: string, version?: string): Instrument | undefined {
  const candidates = instruments.filter((instrument) => instrument.id === id);
  if (version !== undefined) return candidates.find((instrument) => instrument.version === version);
  return candidates.sort((a, b) => compareVersions(b.version, a.version))[0];
}

/** The text packs of a definition; none where its wording is not ours to ship. */
export function textPacksOf({ id, version }: Pick<Instrument, 'id' | 'version'>): readonly TextPack[] {
  return textPacks.filter((pack) => pack.instrument === id && pack.version === version);
}

/** The text pack of a definition in one language, where there is one. */
export function findTextPack(instrument: Pick<Instrument, 'id' | 'version'>, locale: string): TextPack | undefined {
  return textPacksOf(instrument).find((pack) => pack.locale === locale);
}

function compareVersions(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}
