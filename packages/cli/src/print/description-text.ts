import {
  answersNeeded,
  type CodingByScale,
  type Instrument,
  itemOf,
  type KeyedItem,
  type MissingRule,
  type Scale,
} from '@peerscale/core';
import { safeText } from './safe-text.ts';
import { numberColumn, textColumn, textTable } from './text-table.ts';

/** The key of one scale, derived from polarity, coding and direction. */
export interface ScaleKeyOf {
  readonly scale: string;
  readonly items: readonly KeyedItem[];
}

function ruleText(rule: MissingRule, items: number): string {
  const needed = answersNeeded(rule, items);
  return needed === items ? 'all items must be answered' : `at least ${needed} of ${items} must be answered`;
}

function scaleText(instrument: Instrument, scale: Scale, key: readonly KeyedItem[]): string {
  const rows = key.map(({ item, reversed }) => {
    const { number, label } = itemOf(instrument, item);
    return [String(number), item, reversed ? 'reversed' : '', label.en];
  });
  const head = `${safeText(scale.name.en)} (${scale.id}): ${scale.method}, ${ruleText(scale.missing, key.length)}`;
  const columns = [numberColumn('no.'), textColumn('item'), textColumn('key'), textColumn('label')];
  return `${head}\n  high means: ${safeText(scale.highMeans.en, 200)}\n\n${textTable(columns, rows)}`;
}

function responseScaleLine(
  { id, measure, codes, highCodeMeans }: Instrument['responseScales'][number],
  coding: CodingByScale,
): string {
  const own = coding[id];
  const means = own === undefined ? (highCodeMeans ?? 'not stated') : `${own} (by --coding)`;
  return `${id}: ${measure}, codes ${codes[0]} to ${codes.at(-1)}, a high code means ${means}`;
}

/** A definition for reading: what it measures, how it is answered, each scale with its key, rights and sources. */
export function descriptionText(
  instrument: Instrument,
  keys: readonly ScaleKeyOf[],
  locales: readonly string[],
  coding: CodingByScale,
): string {
  const { rights } = instrument;
  const facts = [
    ['construct', instrument.construct],
    ['validation', instrument.validation],
    ...instrument.responseScales.map((scale) => ['answers', responseScaleLine(scale, coding)]),
    ['wording', locales.length > 0 ? locales.join(', ') : `${rights.wording}: ${rights.wordingSource}`],
    ['rights', `${rights.holder}; ${rights.licence}`],
    ['terms', rights.terms],
    ['commercial use', rights.commercialUse],
  ].map(([name, fact]) => `${name!.padEnd(16)}${safeText(fact!, 300)}\n`);
  const scales = keys.map(({ scale, items }) => {
    const definition = instrument.scales.find(({ id }) => id === scale)!;
    return scaleText(instrument, definition, items);
  });
  const sources = instrument.sources.map(({ citation, doi, confidence }) =>
    safeText(`  ${citation}${doi === undefined ? '' : `, doi:${doi}`} (confidence: ${confidence})`, 400),
  );
  const title = `${safeText(instrument.name.en)} (${instrument.id}@${instrument.version})`;
  return `${title}\n\n${facts.join('')}\n${scales.join('\n')}\nSources\n${sources.join('\n')}\n`;
}
