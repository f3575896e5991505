import { type CodebookEntry, type CodingByScale, codebookOf, type Instrument, type TextPack } from '@peerscale/core';
import type { CodebookSheet, SheetCell, SheetColumn } from './codebook-sheet.ts';

/** In which language, with which wording, and under which coding a codebook is made. */
export interface CodebookView {
  readonly locale: string;
  readonly textPack: TextPack | undefined;
  readonly coding: CodingByScale;
}

/** The entries of the instrument's codebook in that view. */
export const entriesOf = (instrument: Instrument, { locale, textPack, coding }: CodebookView): CodebookEntry[] =>
  codebookOf(instrument, { locale, textPack, coding });

/** The columns that say what a variable is. */
export function entryColumns({ locale, textPack }: CodebookView): SheetColumn[] {
  const inLocale = locale === 'en' ? {} : { lang: locale };
  const wording: SheetColumn[] =
    textPack === undefined ? [] : [{ id: 'wording', heading: 'Wording', lang: textPack.locale }];
  return [
    { id: 'label', heading: 'Label', ...inLocale },
    ...wording,
    { id: 'codes', heading: 'Codes', ...(textPack === undefined ? {} : { lang: textPack.locale }) },
    { id: 'scales', heading: 'Scales' },
    { id: 'reversed_in', heading: 'Reversed in' },
  ];
}

const codeText = ({ code, label }: CodebookEntry['codes'][number]): string => {
  const number = Number(code.toFixed(6));
  return label === null ? String(number) : `${number} = ${label}`;
};

/** The cells of those columns for one variable. */
export function entryCells(entry: CodebookEntry): Record<string, SheetCell> {
  const { kind, label, wording, codes, scales, reversedIn } = entry;
  return {
    label,
    wording: wording ?? '',
    codes: codes.map(codeText),
    // a minus would make a formula of it, and is easily overlooked
    scales: kind === 'item' ? scales : scales.map((id) => (id.startsWith('-') ? `${id.slice(1)} (reversed)` : id)),
    reversed_in: reversedIn,
  };
}

/** What is the same for all variables of an instrument. */
export function instrumentFacts(
  instrument: Instrument,
  entries: readonly CodebookEntry[],
): readonly (readonly [string, string])[] {
  const [{ missing, source, rights }] = entries as [CodebookEntry];
  const validation =
    instrument.validation === 'none yet' ? 'none yet: no study has shown what these scales measure' : 'published';
  return [
    ['Instrument', `${instrument.name.en} (${instrument.id}@${instrument.version})`],
    ['Validation', validation],
    ['Missing codes', missing],
    ['Source', source],
    ['Rights', rights],
    ['Terms', instrument.rights.terms],
  ];
}

/** The codebook of an instrument: every item as it stands in a data file, then every score. */
export function instrumentSheet(instrument: Instrument, view: CodebookView): CodebookSheet {
  const entries = entriesOf(instrument, view);
  const facts = instrumentFacts(instrument, entries);
  const { missing, source, rights } = entries[0]!;
  return {
    title: `Codebook of ${instrument.name[view.locale] ?? instrument.name.en}`,
    facts,
    columns: [
      { id: 'variable', heading: 'Variable' },
      ...entryColumns(view).slice(0, 1),
      { id: 'kind', heading: 'Kind' },
      ...entryColumns(view).slice(1),
    ],
    rows: entries.map((entry) => ({ variable: entry.variable, kind: entry.kind, ...entryCells(entry) })),
    perRow: { missing, source, rights },
  };
}
