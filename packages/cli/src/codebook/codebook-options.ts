import type { Instrument, TextPack } from '@peerscale/core';
import { findTextPack, textPacksOf } from '@peerscale/instruments';
import type { CommandContext } from '../context.ts';
import { badInput } from '../failure.ts';
import { checkNewFile, writeNewFile } from '../output/new-file.ts';
import { fileLabel, quoted } from '../print/safe-text.ts';
import { codebookCsv } from './codebook-csv.ts';
import { codebookHtml } from './codebook-html.ts';
import type { CodebookSheet } from './codebook-sheet.ts';
import { codebookText } from './codebook-text.ts';

const RENDERERS: Readonly<Record<string, (sheet: CodebookSheet) => string>> = {
  text: codebookText,
  csv: codebookCsv,
  html: codebookHtml,
};

/** The options of both codebooks, of an instrument and of a data file. */
export const codebookOptions = {
  format: { type: 'string' },
  out: { type: 'string' },
  force: { type: 'boolean' },
  locale: { type: 'string' },
  json: { type: 'boolean' },
} as const;

export const CODEBOOK_HELP = `  --format csv|html|text  default: by the name of --out, else text
  --out FILE              writes it to a file; --force lets it replace one
  --locale cs             language of the labels, and of the wording where it comes with Peerscale; default en
  --textpack FILE         wording, option labels and coding from a text pack of your own`;

export interface CodebookTarget {
  readonly format: string;
  readonly out: string | undefined;
  readonly force: boolean;
}

/**
 * Where a codebook goes and in which format.
 *
 * @throws CommandFailure for another format, --json together with one, or a file that may not be written
 */
export async function codebookTarget(
  values: { format?: string; out?: string; force?: boolean; json?: boolean },
  command: string,
  input: string,
  context: CommandContext,
): Promise<CodebookTarget> {
  const { out, force = false, json = false } = values;
  if (json && (values.format !== undefined || out !== undefined)) {
    throw badInput(`${command}: --json goes to standard output alone, without --format and --out`);
  }
  if (force && out === undefined) throw badInput(`${command}: --force belongs to --out`);
  const format = values.format ?? /\.(csv|html)$/i.exec(out ?? '')?.[1]?.toLowerCase() ?? 'text';
  if (!Object.hasOwn(RENDERERS, format)) {
    throw badInput(`--format: ${quoted(format)} is none of ${Object.keys(RENDERERS).join(', ')}`);
  }
  if (out !== undefined) await checkNewFile(out, input, context.cwd, force);
  return { format, out, force };
}

/** Writes a codebook to its file, or to standard output. @throws CommandFailure */
export async function writeCodebook(
  sheet: CodebookSheet,
  { format, out, force }: CodebookTarget,
  context: CommandContext,
): Promise<void> {
  const text = RENDERERS[format]!(sheet);
  if (out === undefined) {
    await context.output.write(text);
    return;
  }
  await writeNewFile(out, [text], context.cwd, force);
  await context.output.write(`The codebook is in ${fileLabel(out)}\n`);
}

/**
 * The language of a codebook and the wording that comes with Peerscale in it, where no text pack was named.
 *
 * @throws CommandFailure for a language that the instrument has neither labels nor wording in
 */
export function codebookLanguage(
  instrument: Instrument,
  locale: string | undefined,
  named: TextPack | undefined,
): { readonly locale: string; readonly textPack: TextPack | undefined } {
  const wanted = locale ?? named?.locale ?? 'en';
  const shipped = named ?? findTextPack(instrument, wanted);
  const languages = new Set([
    'en',
    ...instrument.items.flatMap(({ label }) => Object.keys(label)),
    ...textPacksOf(instrument).map((pack) => pack.locale),
  ]);
  if (locale !== undefined && locale !== named?.locale && !languages.has(locale)) {
    const there = [...languages].join(', ');
    throw badInput(`--locale: ${instrument.id} has neither labels nor wording in ${quoted(locale)}; there is ${there}`);
  }
  return { locale: wanted, textPack: shipped };
}
