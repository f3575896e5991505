import type { Instrument, TextPack } from '@peerscale/core';
import { ContentError } from './content-error.ts';
import type { SurveySource } from './survey-source.ts';

/** All wording there is. */
export const packsOf = ({ textPack, textPacks }: SurveySource): readonly TextPack[] =>
  [textPack, ...(textPacks ?? [])].filter((pack) => pack != null);

/**
 * The wording in the language asked for; a single text pack is shown whatever its language.
 *
 * @throws ContentError where there is none
 */
export function textPackOf(instrument: Instrument, packs: readonly TextPack[], locale: string | undefined): TextPack {
  const name = `${instrument.id}@${instrument.version}`;
  const fitting = packs.filter((pack) => pack.instrument === instrument.id && pack.version === instrument.version);
  if (fitting.length === 0) throw new ContentError('text-pack-invalid', `no text pack is for ${name}`);
  if (locale === undefined || packs.length === 1) return fitting[0]!;
  const language = (tag: string) => tag.split('-')[0]!.toLowerCase();
  const found =
    fitting.find((pack) => pack.locale === locale) ??
    fitting.find((pack) => language(pack.locale) === language(locale));
  if (found !== undefined) return found;
  const there = fitting.map((pack) => pack.locale).join(', ');
  throw new ContentError('text-pack-missing-language', `${name} has no text pack in ${locale}, only in ${there}`);
}
