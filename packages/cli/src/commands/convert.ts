import {
  codingMatches,
  csvFile,
  type DataFile,
  dataFileOf,
  type InstrumentDataFile,
  rScript,
  savFile,
  spssSyntax,
} from '@peerscale/core';
import { codebookLanguage } from '../codebook/codebook-options.ts';
import { badInput } from '../failure.ts';
import { readAnswers } from '../input/read-answers.ts';
import { ANSWERS_HELP, answersOptions, answersRequest } from '../options/answers-request.ts';
import { statedCoding } from '../options/coding-option.ts';
import { onlyArgument, parseOptions } from '../options/parse-options.ts';
import { checkNewFile, writeNewFile } from '../output/new-file.ts';
import { fileLabel, quoted } from '../print/safe-text.ts';
import type { Command } from './command.ts';

const options = {
  ...answersOptions,
  wave: { type: 'string' },
  team: { type: 'string' },
  group: { type: 'string' },
  locale: { type: 'string' },
  out: { type: 'string' },
  force: { type: 'boolean' },
} as const;
const PLACES = ['wave', 'team', 'group'] as const;

type Piece = string | Uint8Array;

/** What is written for each kind of file: names of files, and what is in them. */
const WRITERS: Readonly<
  Record<string, (data: InstrumentDataFile, out: string) => readonly (readonly [string, Iterable<Piece>])[]>
> = {
  csv: ({ file }, out) => [[out, csvFile(file)]],
  sav: ({ file }, out) => [[out, [savFile(file, { day: new Date().toISOString().slice(0, 10) })]]],
  sps: ({ file }, out) => withCsv(file, out, (csv) => spssSyntax(file, csv), true),
  r: ({ file, scales }, out) => withCsv(file, out, (csv) => rScript(file, { csv, scales }), false),
};

/** A script, and beside it the CSV that it reads. */
function withCsv(file: DataFile, out: string, script: (csv: string) => string, reasons: boolean) {
  const csv = out.replace(/\.[^./\\]+$/, '.csv');
  const name = csv.replace(/^.*[/\\]/, '');
  return [
    [csv, csvFile(file, { reasons })],
    [out, [script(name)]],
  ] as const;
}

export const convert: Command = {
  name: 'convert',
  argument: 'CSV',
  summary: 'answers and scores for SPSS, PSPP, jamovi, JASP or R, with labels and missing values',
  help: `peerscale convert CSV (--instrument ID | --items A1,A2,... --min N --max N) --out FILE [options]

Writes answers and scores for another program: items as they were answered (not reversed) with labels, labels of the
codes where the wording is there, reasons for a missing answer, and the score of every scale by the rules of the
definition. The name of the file says for which:

  --out answers.sav           SPSS, PSPP, jamovi, JASP, R's haven
  --out answers.sps           syntax for SPSS and PSPP, and answers.csv beside it
  --out answers.R             a script of R that also works out Cronbach's alpha again, and answers.csv beside it
  --out answers.csv           CSV alone: no answer is an empty cell, and no cell can run as a formula
  --force                     lets --out replace files

  --wave COLUMN --team COLUMN --group COLUMN
                              columns of the file that are kept beside the answers
  --locale cs                 language of the labels; default en, or that of --textpack

${ANSWERS_HELP}

Examples
  peerscale convert answers.csv --instrument work-burnout --team unit --out answers.sav
  peerscale convert answers.csv --items A1,A2,A3 --reverse A1 --min 1 --max 6 --out answers.R
`,
  async run(args, context) {
    const { values, positionals } = parseOptions(args, options, 'convert');
    const file = onlyArgument(positionals, 'convert', 'a CSV file, or - for standard input');
    const { out, force = false, locale } = values;
    if (out === undefined)
      throw badInput('convert: say where to: --out answers.sav, answers.sps, answers.R or answers.csv');
    const kind = /\.([^./\\]+)$/.exec(out)?.[1]?.toLowerCase() ?? '';
    const writer = Object.hasOwn(WRITERS, kind) ? WRITERS[kind]! : undefined;
    if (writer === undefined) throw badInput(`--out: ${quoted(out)} ends in none of .sav, .sps, .R, .csv`);
    const request = await answersRequest(values, 'convert', context);
    const { instrument, isAdHoc, coding } = request;
    if (isAdHoc && locale !== undefined) throw badInput('convert: --locale belongs to --instrument');
    const stated = isAdHoc ? undefined : await statedCoding(values, instrument, context);
    const language = isAdHoc
      ? { locale: 'en', textPack: undefined }
      : codebookLanguage(instrument, locale, stated?.textPack);
    const places = PLACES.filter((place) => values[place] !== undefined);
    const targets = kind === 'sps' || kind === 'r' ? [out, out.replace(/\.[^./\\]+$/, '.csv')] : [out];
    for (const target of targets) await checkNewFile(target, file, context.cwd, force);

    const texts = [...new Set(places.map((place) => values[place]!))];
    const { rows, table, beside } = await readAnswers(file, request, { texts }, context);
    const kept = Object.fromEntries(places.map((place) => [place, beside.texts(values[place]!)]));
    // labels of codes count the other way where the wording does
    const { textPack } = language;
    const fits = textPack !== undefined && codingMatches(instrument, textPack, coding);
    const data = dataFileOf(
      instrument,
      { ...table, ...kept },
      { locale: language.locale, textPack: fits ? textPack : undefined },
    );
    const files = writer(data, out);
    for (const [name, pieces] of files) await writeNewFile(name, pieces, context.cwd, force);
    const names = files.map(([name]) => fileLabel(name)).join(' and ');
    const count = `${rows} ${rows === 1 ? 'row' : 'rows'}, ${data.file.variables.length} variables`;
    const unlabelled =
      textPack !== undefined && !fits ? '; codes without labels: this wording counts the other way' : '';
    await context.output.write(`${count} are in ${names}${unlabelled}\n`);
    return 0;
  },
};
