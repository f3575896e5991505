import type { Instrument, TextPack } from '@peerscale/core';
import {
  askedItems,
  contentOfInstrument,
  type FormContent,
  type FormErrorCode,
  type InstrumentContent,
} from '@peerscale/form';
import { belongsTo, instrumentProblems, textPackProblems } from './check-instrument.ts';
import { ContentError } from './content-error.ts';
import { localeFor } from './locale-for.ts';
import type { SurveyBundle } from './survey-bundle.ts';

/**
 * Looks up and checks what a form consists of, in one language.
 *
 * @param bundle its plan has been checked
 * @param locale the language wanted: every instrument must have it
 * @throws ContentError `instrument-invalid`, `text-pack-invalid`, `text-pack-missing-language`, `plan-invalid`
 */
export function contentOf(bundle: SurveyBundle, locale: string): FormContent {
  const known = instrumentsOf(bundle);
  for (const instrument of known) refuse('instrument-invalid', instrumentProblems(instrument));
  const { plan } = bundle;
  if (plan === undefined) return contentOfInstrument(known[0]!, textPackOf(known[0]!, bundle.textPacks, locale));
  const instruments: Record<string, InstrumentContent> = {};
  for (const part of plan.parts) {
    if (part.kind !== 'instrument') continue;
    const instrument = known.find(({ id, version }) => id === part.instrument && version === part.version);
    if (instrument === undefined) {
      throw new ContentError('plan-invalid', `${part.instrument}@${part.version} is in the plan and not in the bundle`);
    }
    try {
      askedItems(instrument, part);
    } catch (error) {
      throw new ContentError('plan-invalid', `${part.id}: ${(error as RangeError).message}`);
    }
    instruments[part.id] = { instrument, textPack: textPackOf(instrument, bundle.textPacks, locale) };
  }
  return { plan, instruments, locale: Object.values(instruments)[0]?.textPack.locale ?? locale };
}

/** The definitions of a bundle, whichever way it holds them. */
export function instrumentsOf({ instrument, instruments = [] }: SurveyBundle): readonly Instrument[] {
  return instrument === undefined ? instruments : [instrument, ...instruments];
}

function textPackOf(instrument: Instrument, packs: readonly TextPack[], locale: string): TextPack {
  const name = `${instrument.id}@${instrument.version}`;
  if (instrument.rights?.wording === 'withheld') {
    throw new ContentError('instrument-invalid', `the wording of ${name} is licensed per use and cannot be shown`);
  }
  const own = packs.filter((pack) => belongsTo(pack, instrument));
  if (own.length === 0) throw new ContentError('text-pack-invalid', `no text pack is for ${name}`);
  const locales = own.map((pack) => String(pack.locale));
  const found = localeFor(locale, locales);
  if (found === null) {
    const there = locales.join(', ');
    throw new ContentError('text-pack-missing-language', `${name} has no text pack in ${locale}, only in ${there}`);
  }
  const textPack = own[locales.indexOf(found)]!;
  refuse('text-pack-invalid', textPackProblems(textPack, instrument));
  return textPack;
}

/** @throws ContentError that names the first problems, where there are any */
export function refuse(code: FormErrorCode, problems: readonly string[]): void {
  if (problems.length === 0) return;
  const more = problems.length > 5 ? ` (and ${problems.length - 5} more)` : '';
  throw new ContentError(code, `${problems.slice(0, 5).join('; ')}${more}`);
}
