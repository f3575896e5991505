import type { Instrument, Item, TextPack } from '@peerscale/core';
import { guardText } from '../shared.ts';
import type { SurveyJson, SurveyJsonQuestion } from './survey-json.ts';

/**
 * An instrument with its wording as SurveyJS JSON: plain data, for any SurveyJS renderer. Every item becomes a
 * `radiogroup` of its own, in the order of the definition; answers are the numeric codes, in the order of the response
 * scale. (A `matrix` would be shorter, but a screen reader counts through it as one group of "1 of 60".)
 *
 * All wording is shown as text: braces are guarded (see `guardText`), and SurveyJS escapes markup unless the host
 * turns it on by `onTextMarkdown`.
 *
 * @throws RangeError where the text pack is for another instrument or version, or lacks an item or a label
 * @example new Model(toSurveyJson(instrument, textPack))
 */
export function toSurveyJson(instrument: Instrument, textPack: TextPack): SurveyJson {
  const wanted = `${instrument.id}@${instrument.version}`;
  const found = `${textPack.instrument}@${textPack.version}`;
  if (wanted !== found) throw new RangeError(`Unexpected text pack: it is for ${found}, the instrument is ${wanted}.`);
  return {
    locale: textPack.locale,
    title: guardText(textPack.title),
    description: guardText(textPack.instructions),
    pages: [{ name: 'items', elements: instrument.items.map((item) => itemQuestion(item, instrument, textPack)) }],
  };
}

/** One item as a question. @throws RangeError where its response scale, its wording or a label is not there */
export function itemQuestion(item: Item, instrument: Instrument, textPack: TextPack): SurveyJsonQuestion {
  const codes = instrument.responseScales.find((scale) => scale.id === item.responseScale)?.codes;
  if (codes === undefined) throw new RangeError(`Unexpected response scale: ${item.responseScale} of item ${item.id}.`);
  const labels = textPack.responseScales[item.responseScale]?.labels ?? {};
  return {
    type: 'radiogroup',
    name: item.id,
    title: guardText(wordingOf(textPack.items, item.id, `item ${item.id}`)),
    choices: codes.map((code) => ({
      value: code,
      text: guardText(wordingOf(labels, String(code), `code ${code} of response scale ${item.responseScale}`)),
    })),
  };
}

/**
 * A text of a text pack. An item may be called "constructor": only what the pack itself says counts.
 *
 * @throws RangeError where it is not there, or is no text
 */
export function wordingOf(texts: object | undefined, key: string, what: string): string {
  const text: unknown = Object.hasOwn(texts ?? {}, key) ? texts![key as never] : undefined;
  if (typeof text !== 'string') throw new RangeError(`The text pack has no wording for ${what}.`);
  return text;
}
