import { linkageReport, linkWaves } from '@peerscale/core';
import { badInput } from '../failure.ts';
import { codeColumns, codedWaveOf } from '../input/coded-wave-of.ts';
import { readColumns } from '../input/read-columns.ts';
import { drawsOption, seedOption } from '../options/bootstrap-options.ts';
import { CODE_HELP, codeOptions, codeRequest } from '../options/code-options.ts';
import { missingCodesOption } from '../options/missing-codes-option.ts';
import { delimiterOption } from '../options/option-values.ts';
import { parseOptions } from '../options/parse-options.ts';
import { twoArguments } from '../options/two-arguments.ts';
import { linksCsv } from '../output/links-csv.ts';
import { checkNewFile, writeNewFile } from '../output/new-file.ts';
import { showStatus } from '../output/progress.ts';
import { linkageText } from '../print/linkage-text.ts';
import { fileLabel } from '../print/safe-text.ts';
import type { Command } from './command.ts';

const options = {
  ...codeOptions,
  'missing-codes': { type: 'string', multiple: true },
  delimiter: { type: 'string' },
  draws: { type: 'string' },
  seed: { type: 'string' },
  out: { type: 'string' },
  force: { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

export const link: Command = {
  name: 'link',
  argument: 'FIRST.csv SECOND.csv',
  summary: 'the same people in two waves by the codes they made themselves, without names',
  help: `peerscale link FIRST.csv SECOND.csv --code COL1,COL2,... [options]

Finds the same people in two waves by a code of a few answers that do not change. First those whose code is the same
throughout; then, with covariates, those in whom one element differs and who have no other candidate. A tie is
refused, never broken. The report says how many links chance alone would make, and what each element gives away. Below
20 people the advice is not to link: there a code can point to a person. The first wave, or the second, may be - for
standard input.

${CODE_HELP}

How the files are read
  --missing-codes -9,99       further cells that mean "no answer"; empty cells, spaces and NA always do
  --delimiter ";"             default: found in each header line

Output
  --out linked.csv            the links: person, first_row, second_row, found, differs; neither codes nor hashes
  --force                     lets --out replace a file
  --draws 100                 simulated waves for the links expected by chance
  --seed 1                    their seed: the same seed, the same figures
  --json                      the report as JSON (schema peerscale/linkage@1), nothing else

Examples
  peerscale link spring.csv autumn.csv --code day,mother,town --covariates profession --out linked.csv
  peerscale link spring.csv autumn.csv --code birth-day,mother-name,birth-town --key study.key --json
`,
  async run(args, context) {
    const { values, positionals } = parseOptions(args, options, 'link');
    const files = twoArguments(positionals, 'link');
    const { out, force = false } = values;
    const request = await codeRequest(values, 'link', context);
    if (request === undefined) throw badInput('link: name the columns of the code: --code COL1,COL2,...');
    const wanted = {
      covariates: request.covariates,
      draws: values.draws === undefined ? 100 : drawsOption(values.draws),
      seed: seedOption(values.seed),
    };
    const reading = {
      delimiter: delimiterOption(values.delimiter),
      missingCodes: missingCodesOption(values['missing-codes']),
    };
    if (out !== undefined) for (const file of files) await checkNewFile(out, file, context.cwd, force);
    const wave = async (file: string) =>
      codedWaveOf(request, (await readColumns(file, { texts: codeColumns(request) }, reading, context)).columns);
    const [first, second] = [await wave(files[0]), await wave(files[1])];
    const done = showStatus(context.terminal, 'linking ...');
    const linkage = linkWaves(first.wave, second.wave);
    const unreadable = first.unreadable.map((count, place) => count + second.unreadable[place]!);
    const report = linkageReport({ first: files[0], second: files[1] }, first.wave, second.wave, linkage, {
      ...wanted,
      unreadable,
    });
    done();
    if (out !== undefined) await writeNewFile(out, linksCsv(linkage.links), context.cwd, force);
    const told = out === undefined ? '' : `\nThe links are in ${fileLabel(out)}\n`;
    await context.output.write(values.json ? `${JSON.stringify(report, null, 2)}\n` : linkageText(report) + told);
    return 0;
  },
};
