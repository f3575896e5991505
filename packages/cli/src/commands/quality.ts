import { answerQualityOf, qualityReport } from '@peerscale/core';
import { readAnswers } from '../input/read-answers.ts';
import { ANSWERS_HELP, answersOptions, answersRequest } from '../options/answers-request.ts';
import { levelOption } from '../options/option-values.ts';
import { onlyArgument, parseOptions } from '../options/parse-options.ts';
import { cutsOption, evenOddOption, leastOption } from '../options/quality-options.ts';
import { flaggedCsv } from '../output/flagged-csv.ts';
import { checkNewFile, writeNewFile } from '../output/new-file.ts';
import { showStatus } from '../output/progress.ts';
import { answersHead } from '../print/answers-head.ts';
import { qualityText } from '../print/quality-text.ts';
import { fileLabel } from '../print/safe-text.ts';
import type { Command } from './command.ts';

const options = {
  ...answersOptions,
  seconds: { type: 'string' },
  cut: { type: 'string', multiple: true },
  least: { type: 'string' },
  'even-odd-scales': { type: 'string' },
  'even-odd-items': { type: 'string' },
  level: { type: 'string' },
  out: { type: 'string' },
  force: { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

export const quality: Command = {
  name: 'quality',
  argument: 'CSV',
  summary: 'how carefully answers were given: indices with their cuts, scales with and without those flagged',
  help: `peerscale quality CSV (--instrument ID | --items A1,A2,... --min N --max N) [options]

Looks for answers that were given without reading: longest run of one answer, variability, even-odd consistency, like
and opposite items, Mahalanobis distance, time an item, share without an answer. Each index comes with its cut and its
source. Nobody is deleted: every scale is reported with and without those whom several indices flag. One flag alone
has many honest reasons. CSV is a file with a header line, or - for standard input; three bytes an answer are kept in
memory.

${ANSWERS_HELP}

What is flagged
  --seconds COLUMN            seconds from the first sight of the form to sending it: also flags whoever was too quick
  --cut INDEX=NUMBER          another cut: longest-run, intra-individual-variability, even-odd-consistency,
                              psychometric-synonyms, psychometric-antonyms, mahalanobis, seconds-per-item, missing-share
  --even-odd-scales 10        even-odd consistency is given from so many scales on: it is a correlation over them, with
  --even-odd-items 4          few of them flags people by chance; only scales of so many items count, each split in two
  --least 2                   from so many flags on somebody is left out of "without"

Output
  --out flagged.csv           everybody flagged by at least one index: row, number of flags, each index and its flag.
                              These are single people: not for a report, and not for managers
  --force                     lets --out replace a file
  --level 0.95                coverage of the intervals
  --json                      the report as JSON (schema peerscale/quality@1), nothing else

Examples
  peerscale quality answers.csv --instrument work-burnout
  peerscale quality answers.csv --instrument olbi --seconds duration --out flagged.csv
`,
  async run(args, context) {
    const { values, positionals } = parseOptions(args, options, 'quality');
    const file = onlyArgument(positionals, 'quality', 'a CSV file, or - for standard input');
    const { out, seconds, force = false } = values;
    const wanted = { least: leastOption(values.least), level: levelOption(values.level) };
    const cuts = cutsOption(values.cut);
    const evenOdd = evenOddOption(values['even-odd-scales'], values['even-odd-items']);
    const request = await answersRequest(values, 'quality', context);
    if (out !== undefined) await checkNewFile(out, file, context.cwd, force);
    const numbers = seconds === undefined ? [] : [seconds];
    const { rows, table, beside, missingCells } = await readAnswers(file, request, { numbers }, context);
    const done = showStatus(context.terminal, 'looking at the answers ...');
    const times = seconds === undefined ? {} : { seconds: beside.numbers(seconds) };
    const found = answerQualityOf(request.instrument, table, { cuts, evenOdd, ...times });
    const report = qualityReport({ file, rows }, request.instrument, table, found, wanted);
    done();
    if (out !== undefined) await writeNewFile(out, flaggedCsv(found), context.cwd, force);
    const head = answersHead(file, { rows, missingCells }, request);
    const told = out === undefined ? '' : `\nThose flagged are in ${fileLabel(out)}\n`;
    const text = values.json ? `${JSON.stringify(report, null, 2)}\n` : `${head}${qualityText(report, evenOdd)}${told}`;
    await context.output.write(text);
    return 0;
  },
};
