import * as v from 'valibot';
import type { Checked, DefinitionIssue } from './definition-issue.ts';
import type { Coding, Instrument } from './instrument.ts';
import { localeSchema, type TextPack } from './text-pack.ts';

/**
 * A text pack to fill in. What only its author can say is empty, which no check accepts: item texts, option labels, rights,
 * `unmodified` (null), and the coding where the definition has none.
 */
export interface BlankTextPack extends Omit<TextPack, 'responseScales' | 'rights' | 'unmodified'> {
  readonly hints: Readonly<Record<string, string>>;
  readonly responseScales: Readonly<Record<string, BlankLabels>>;
  readonly rights: { readonly holder: string; readonly licence: string };
  readonly unmodified: boolean | null;
}

interface BlankLabels {
  readonly highCodeMeans: Coding | '';
  readonly labels: Readonly<Record<string, string>>;
}

/**
 * The text pack of an instrument with every place that needs a text and no text in it. Our own short labels stand apart, in
 * `hints`, so that nobody takes them for the wording; option codes and the coding are the definition's.
 *
 * @param locale BCP 47 tag of the language that the wording will be in; labels are taken in it where they exist
 * @returns the pack, or why there is none: a locale that is no tag, or wording that its holder licenses per use
 * @example
 * const instrument = adHocInstrument({ items: ['A1', 'A2'], reverse: ['A2'], minimum: 1, maximum: 6 });
 * const blank = blankTextPack(instrument, 'en');
 * blank.success && blank.value.items // { A1: '', A2: '' }
 */
export function blankTextPack(instrument: Instrument, locale: string): Checked<BlankTextPack> {
  const { id, version, items, responseScales, rights } = instrument;
  const issues: DefinitionIssue[] = [];
  if (!v.is(localeSchema, locale)) {
    issues.push({
      code: 'invalid-value',
      path: ['locale'],
      message: 'a locale is a BCP 47 tag such as "en" or "cs-CZ"',
    });
  }
  if (rights.wording === 'withheld') {
    const message = `${rights.holder} licenses the wording per use, so there is no pack to fill in: ask there (${rights.wordingSource})`;
    issues.push({ code: 'wording-withheld', path: ['instrument'], message });
  }
  if (issues.length > 0) return { success: false, issues };
  const pack: BlankTextPack = {
    format: 'peerscale/text-pack@1',
    instrument: id,
    version,
    locale,
    hints: hintsFor(instrument, locale),
    title: '',
    instructions: '',
    items: Object.fromEntries(items.map((item) => [item.id, ''])),
    responseScales: Object.fromEntries(
      responseScales.map(({ id: scale, codes, highCodeMeans }): [string, BlankLabels] => [
        scale,
        { highCodeMeans: highCodeMeans ?? '', labels: Object.fromEntries(codes.map((code) => [code, ''])) },
      ]),
    ),
    rights: { holder: '', licence: '' },
    unmodified: null,
  };
  return { success: true, value: pack };
}

function hintsFor({ items, responseScales, rights }: Instrument, locale: string): Record<string, string> {
  const language = locale.split('-')[0]!;
  return {
    ...Object.fromEntries(
      items.map(({ id, number, label }) => [
        `items.${id}`,
        `${number}. ${label[locale] ?? label[language] ?? label.en}`,
      ]),
    ),
    ...Object.fromEntries(
      responseScales.map(({ id, measure, codes, highCodeMeans }) => [
        `responseScales.${id}.highCodeMeans`,
        highCodeMeans === undefined
          ? `${measure}: say whether ${codes.at(-1)} means endorsement or rejection`
          : `${measure}: ${codes.at(-1)} means ${highCodeMeans} as published; say ${opposite(highCodeMeans)} where your labels run the other way, and the reversal follows`,
      ]),
    ),
    'rights.holder': `whoever holds the rights in this wording; of the instrument: ${rights.holder}`,
    'rights.licence': `what allows you to use this wording; of the instrument: ${rights.licence}. ${rights.terms}`,
    unmodified: 'true for the published wording word by word, false where anything was changed or translated',
  };
}

const opposite = (coding: Coding): Coding => (coding === 'endorsement' ? 'rejection' : 'endorsement');
