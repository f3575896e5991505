import { type CodingByScale, confidenceOf, type Instrument, itemOf, type KeyedItem, scaleOf } from '@peerscale/core';
import { respondentWords } from './respondent-words.ts';
import { safeText } from './safe-text.ts';
import { scaleTitle, scaleWords } from './scale-words.ts';
import { bandsLine, normLine, sourceLine } from './standings-text.ts';
import { numberColumn, textColumn, textTable } from './text-table.ts';

/** The key of one scale, derived from polarity, coding and direction. */
export interface ScaleKeyOf {
  readonly scale: string;
  readonly items: readonly KeyedItem[];
}

/** What high codes mean where it is not the definition that says so, and who does. */
export interface StatedCodes {
  readonly coding: CodingByScale;
  readonly by: string | undefined;
}

const LONGEST = 2000;

function scaleText(instrument: Instrument, { scale: id, items }: ScaleKeyOf): string {
  const scale = scaleOf(instrument, id);
  const lines = scaleWords(instrument, scale).map((line) => `  ${line}\n`);
  const head = `${scaleTitle(scale)}\n${lines.join('')}`;
  if (scale.parts !== undefined) return head;
  const rows = items.map(({ item, reversed }) => {
    const { number, label } = itemOf(instrument, item);
    return [String(number), item, reversed ? 'reversed' : '', label.en];
  });
  const columns = [numberColumn('no.'), textColumn('item'), textColumn('key'), textColumn('label')];
  return `${head}\n${textTable(columns, rows)}`;
}

function responseScaleLine(
  { id, measure, codes, highCodeMeans }: Instrument['responseScales'][number],
  { coding, by }: StatedCodes,
): string {
  const own = coding[id];
  const means = own === undefined || by === undefined ? (highCodeMeans ?? 'not stated') : `${own} (by ${by})`;
  const isGapless = codes.at(-1)! - codes[0]! + 1 === codes.length;
  const listed = isGapless ? `${codes[0]} to ${codes.at(-1)}` : codes.join(', ');
  return `${id}: ${measure}, codes ${listed}, a high code means ${means}`;
}

function facts(instrument: Instrument, locales: readonly string[], stated: StatedCodes): string {
  const { rights, construct, family, respondents = 'anyone', validation, sources } = instrument;
  const wording = {
    included: `comes with Peerscale: ${locales.join(', ')}`,
    'text-pack': `not included; make a text pack of it: peerscale textpack init ${instrument.id}`,
    withheld: `not included, and no text pack is accepted: ask ${rights.holder}`,
  };
  const rows: readonly (readonly [string, string])[] = [
    ['construct', family === undefined ? construct : `${construct} (family: ${family})`],
    ['respondents', respondentWords(respondents)],
    ['validation', validation],
    ['confidence', `${confidenceOf(instrument)} (how well structure and key are known, ${sources.length} sources)`],
    ...instrument.responseScales.map((scale) => ['answers', responseScaleLine(scale, stated)] as const),
    ['wording', wording[rights.wording]],
    ['wording is in', rights.wordingSource],
    ['rights', `${rights.holder}; ${rights.licence}`],
    ['terms', rights.terms],
    ['commercial use', rights.commercialUse],
  ];
  return rows.map(([name, fact]) => `${name.padEnd(16)}${safeText(fact, LONGEST)}\n`).join('');
}

function unscoredText({ items }: Instrument): string {
  const unscored = items.filter(({ scored }) => scored === false);
  if (unscored.length === 0) return '';
  const rows = unscored.map(({ id, number, label }) => [String(number), id, label.en]);
  const table = textTable([numberColumn('no.'), textColumn('item'), textColumn('label')], rows);
  return `\nAsked and reported, in no scale\n\n${table}`;
}

function standingsList({ norms = [], bands = [] }: Instrument): string {
  const normLines = norms.flatMap((norm) => [
    `  ${norm.id} (${norm.scale}): ${normLine(norm)}`,
    `    ${sourceLine(norm.source)}`,
  ]);
  const bandLines = bands.flatMap((entry) => [
    `  ${entry.id} (${entry.scale}): ${bandsLine(entry)}`,
    `    Caution: ${safeText(entry.caution, LONGEST)}`,
    `    ${sourceLine(entry.source)}`,
  ]);
  return [
    norms.length === 0 ? '' : `\nNorms (on request only: score --norm ID)\n${normLines.join('\n')}\n`,
    bands.length === 0 ? '' : `\nBands (on request only: score --bands ID)\n${bandLines.join('\n')}\n`,
  ].join('');
}

/** A definition for reading: what it measures, how it is answered, each scale with its key, norms, notes, rights, sources. */
export function descriptionText(
  instrument: Instrument,
  keys: readonly ScaleKeyOf[],
  locales: readonly string[],
  stated: StatedCodes,
): string {
  const title = `${safeText(instrument.name.en)} (${instrument.id}@${instrument.version})`;
  const scales = keys.map((key) => scaleText(instrument, key));
  const notes = (instrument.notes ?? []).map((note) => `  ${safeText(note, LONGEST)}\n`);
  const sources = instrument.sources.map(({ supports, citation, doi, confidence }) =>
    safeText(
      `  ${citation}${doi === undefined ? '' : `, doi:${doi}`} (${supports.join(', ')}; confidence: ${confidence})`,
      500,
    ),
  );
  return [
    `${title}\n\n${facts(instrument, locales, stated)}\n${scales.join('\n')}`,
    unscoredText(instrument),
    standingsList(instrument),
    notes.length === 0 ? '' : `\nNotes\n${notes.join('')}`,
    `\nSources\n${sources.join('\n')}\n`,
  ].join('');
}
