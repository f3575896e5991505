import {
  codebookOf,
  codingMatches,
  csvFile,
  dataFileOf,
  type Instrument,
  rScript,
  savFile,
  spssSyntax,
  type TextPack,
} from '@peerscale/core';
import type { Catalogue } from '../catalogue.ts';
import { codebookFile } from './codebook-file.ts';
import type { ExportSource } from './export-source.ts';
import type { ExportTable } from './export-table.ts';
import { type ExportedStudy, jsonFile } from './json-file.ts';

export const exportFormats = ['csv', 'codebook', 'sps', 'sav', 'r', 'json'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export interface ExportFile {
  readonly name: string;
  readonly type: string;
  /** what is in it, in pieces */
  readonly pieces: Iterable<string | Uint8Array>;
}

export interface ExportFileOptions {
  readonly format: ExportFormat;
  readonly study: ExportedStudy;
  /** language of labels */
  readonly locale: string;
  /** whether codes of reasons for a missing answer are written into a CSV file */
  readonly reasons: boolean;
  /** YYYY-MM-DD; a .sav bears one */
  readonly day: string;
}

/** A table as a file for another program. Syntax and script read the CSV file of the same choice, by its name. */
export function exportFile(
  table: ExportTable,
  source: ExportSource,
  catalogue: Catalogue,
  { format, study, locale, reasons, day }: ExportFileOptions,
): ExportFile {
  const { instrument, waves } = source;
  const textPack = wordingFor(instrument, locale, catalogue);
  const { file: data, scales } = dataFileOf(instrument, table, { locale, textPack });
  const title = study.title[locale] ?? study.title.en ?? Object.values(study.title)[0];
  const variables = data.variables.map((one) => (one.name === 'team' ? { ...one, label: teamLabel(locale) } : one));
  const file = { ...data, variables, label: `${data.label}, ${title}${study.simulated ? ' (simulated)' : ''}` };
  const name = [study.id, ...waves.map(({ number }) => `w${number}`), instrument.id].join('-').slice(0, 150);
  const csv = `${name}.csv`;
  const text = (extension: string, type: string, pieces: Iterable<string>): ExportFile => ({
    name: `${name}${extension}`,
    type: `${type}; charset=utf-8`,
    pieces,
  });
  switch (format) {
    case 'csv':
      return text('.csv', 'text/csv', csvFile(file, { reasons }));
    case 'codebook': {
      const entries = codebookOf(instrument, { locale, textPack, coding: table.coding });
      return text('-codebook.csv', 'text/csv', codebookFile(file, entries, source));
    }
    case 'sps':
      return text('.sps', 'text/plain', [spssSyntax(file, csv)]);
    case 'r':
      return text('.R', 'text/plain', [rScript(file, { csv, scales })]);
    case 'json':
      return { name: `${name}.json`, type: 'application/json', pieces: jsonFile(file, source, study) };
    case 'sav':
      return { name: `${name}.sav`, type: 'application/x-spss-sav', pieces: [savFile(file, { day })] };
  }
}

/** A team stands in the file by a number that was drawn for it. */
const teamLabel = (locale: string) =>
  locale.split('-')[0] === 'cs' ? 'Tým (číslo jen pro tento soubor)' : 'Team (a number for this file alone)';

/** The wording whose labels fit the codes of the definition, which those of a table are. */
function wordingFor(instrument: Instrument, locale: string, catalogue: Catalogue): TextPack | undefined {
  const textPack = catalogue.findTextPack(instrument, locale);
  return textPack !== undefined && codingMatches(instrument, textPack, {}) ? textPack : undefined;
}
