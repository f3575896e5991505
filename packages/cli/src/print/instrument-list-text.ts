import { confidenceOf, type Instrument, type Respondent } from '@peerscale/core';
import { counted } from './number-text.ts';
import { respondentWords } from './respondent-words.ts';
import { safeText } from './safe-text.ts';

/** What the list says of one instrument. */
export interface InstrumentSummary {
  readonly id: string;
  readonly version: string;
  readonly name: Instrument['name'];
  readonly construct: string;
  readonly family: string | null;
  readonly respondents: Respondent;
  readonly validation: Instrument['validation'];
  /** how well structure and key are known */
  readonly confidence: string;
  readonly items: number;
  readonly scales: readonly string[];
  readonly wording: Instrument['rights']['wording'];
  /** languages whose wording comes with Peerscale */
  readonly locales: readonly string[];
  readonly rights: Instrument['rights'];
  readonly norms: readonly string[];
  readonly bands: readonly string[];
}

/** Summarises a definition. */
export function instrumentSummary(instrument: Instrument, locales: readonly string[]): InstrumentSummary {
  const { id, version, name, construct, family, respondents, validation, items, scales, rights } = instrument;
  return {
    id,
    version,
    name,
    construct,
    family: family ?? null,
    respondents: respondents ?? 'anyone',
    validation,
    confidence: confidenceOf(instrument),
    items: items.length,
    scales: scales.map((scale) => scale.id),
    wording: rights.wording,
    locales,
    rights,
    norms: (instrument.norms ?? []).map((norm) => norm.id),
    bands: (instrument.bands ?? []).map((bands) => bands.id),
  };
}

const WORDING = { included: 'included', 'text-pack': 'bring a text pack', withheld: 'withheld, ask its holder' };

function lines({ id, version, name, items, scales, respondents, ...facts }: InstrumentSummary): string {
  const { wording, locales, confidence, validation, rights } = facts;
  const languages = locales.length > 0 ? ` in ${locales.join(', ')}` : '';
  const said = [
    `${counted(items, 'item', 'items')}, ${counted(scales.length, 'scale', 'scales')}`,
    `for ${respondentWords(respondents)}`,
    `wording: ${WORDING[wording]}${languages}`,
    `confidence: ${confidence}`,
    `validation: ${validation}`,
  ];
  const title = `  ${`${id}@${version}`.padEnd(22)}  ${safeText(name.en)}\n`;
  return `${title}    ${said.join('; ')}\n    rights: ${safeText(`${rights.holder}; ${rights.licence}`, 105)}\n`;
}

/** The instruments as text, under the construct that each measures. */
export function instrumentListText(summaries: readonly InstrumentSummary[]): string {
  const constructs = [...new Set(summaries.map(({ construct }) => construct))].sort();
  const groups = constructs.map((construct) => {
    const group = summaries.filter((summary) => summary.construct === construct);
    return `${construct}\n${group.map(lines).join('')}\n`;
  });
  return groups.join('');
}
