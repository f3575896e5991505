import { SMALLEST_MINIMUM_GROUP_SIZE } from '@peerscale/core';
import { badInput } from '../failure.ts';
import { quoted } from '../print/safe-text.ts';
import { type Language, languages } from './words/languages.ts';

/** The options of `report` that are about the page. */
export const pageOptions = {
  out: { type: 'string' },
  format: { type: 'string' },
  language: { type: 'string' },
  'minimum-group-size': { type: 'string' },
  date: { type: 'string' },
  force: { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

export const PAGE_HELP = `Output
  --out report.html           the file to write: a page that stands alone, or Markdown where the name ends in .md
  --format html|markdown      where the name of the file does not say it
  --language en|cs            language of the report; names and labels come in it where the definition has them
  --minimum-group-size 5      nothing is shown about a scale that fewer people answered completely, and no distribution
                              of fewer than twice as many; at least 3
  --date 2026-11-30           a date to stand in the report; without one there is none, so that the same answers give
                              the same file
  --force                     lets --out replace a file
  --json                      prints the figures as JSON (schema peerscale/reliability@1) beside writing the file: all
                              of them, also those that the report holds back`;

const FORMATS = ['html', 'markdown'] as const;
export type ReportFormat = (typeof FORMATS)[number];

/** Values of `pageOptions` as `parseOptions` returns them. */
export interface PageValues {
  readonly out?: string | undefined;
  readonly format?: string | undefined;
  readonly language?: string | undefined;
  readonly 'minimum-group-size'?: string | undefined;
  readonly date?: string | undefined;
}

export interface PageRequest {
  readonly out: string;
  readonly format: ReportFormat;
  readonly language: Language;
  readonly minimumGroupSize: number;
  readonly date: string | undefined;
}

function formatOption({ format, out = '' }: PageValues): ReportFormat {
  if (format === undefined) return /\.(md|markdown)$/i.test(out) ? 'markdown' : 'html';
  const found = FORMATS.find((name) => name === format.trim());
  if (found === undefined) throw badInput(`--format: ${quoted(format)} is not one of ${FORMATS.join(', ')}`);
  return found;
}

function languageOption(language = 'en'): Language {
  if (!Object.hasOwn(languages, language)) {
    throw badInput(`--language: ${quoted(language)} is not one of ${Object.keys(languages).join(', ')}`);
  }
  return language as Language;
}

function minimumOption(value: string | undefined): number {
  if (value === undefined) return 5;
  const size = /^\d{1,6}$/.test(value.trim()) ? Number(value) : NaN;
  if (!(size >= SMALLEST_MINIMUM_GROUP_SIZE)) {
    throw badInput(
      `--minimum-group-size: ${quoted(value)} is not a whole number from ${SMALLEST_MINIMUM_GROUP_SIZE} up`,
    );
  }
  return size;
}

function dateOption(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const time = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : NaN;
  // 2026-02-30 is read as a day of March
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== value) {
    throw badInput(`--date: ${quoted(value)} is not a day such as 2026-11-30`);
  }
  return value;
}

/**
 * Reads the options about the page.
 *
 * @throws CommandFailure for no file to write, or a wrong value
 */
export function pageRequest(values: PageValues): PageRequest {
  const { out } = values;
  if (out === undefined) throw badInput('report: name the file to write: --out report.html, or --out report.md');
  return {
    out,
    format: formatOption(values),
    language: languageOption(values.language),
    minimumGroupSize: minimumOption(values['minimum-group-size']),
    date: dateOption(values.date),
  };
}
