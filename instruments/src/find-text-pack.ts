import type { Instrument, TextPack } from '@peerscale/core';
import { textPacks } from './catalogue.ts';

/** The text packs of a definition; none where its wording is not ours to ship. */
export function textPacksOf({ id, version }: Pick<Instrument, 'id' | 'version'>): readonly TextPack[] {
  return textPacks.filter((pack) => pack.instrument === id && pack.version === version);
}

/** The text pack of a definition in one language, where there is one. */
export function findTextPack(instrument: Pick<Instrument, 'id' | 'version'>, locale: string): TextPack | undefined {
  return textPacksOf(instrument).find((pack) => pack.locale === locale);
}
