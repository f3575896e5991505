import { reliabilityReport } from '@peerscale/core';
import { readAnswers } from '../input/read-answers.ts';
import { ANSWERS_HELP, answersOptions, answersRequest } from '../options/answers-request.ts';
import { levelOption } from '../options/option-values.ts';
import { onlyArgument, parseOptions } from '../options/parse-options.ts';
import { answersHead } from '../print/answers-head.ts';
import { reliabilityText } from '../print/reliability-text.ts';
import type { Command } from './command.ts';

const options = { ...answersOptions, level: { type: 'string' }, json: { type: 'boolean' } } as const;

export const reliability: Command = {
  name: 'reliability',
  argument: 'CSV',
  summary: "Cronbach's alpha with its interval, and the item table, of each scale",
  help: `peerscale reliability CSV (--instrument ID | --items A1,A2,... --min N --max N) [options]

Reliability and item analysis of each scale, over the respondents who answered all of its items (listwise).
CSV is a file with a header line, or - for standard input.

${ANSWERS_HELP}

Output
  --level 0.95                coverage of the intervals
  --json                      the report as JSON (schema peerscale/reliability@1), nothing else

Item table
  raw.r, std.r                correlation with the scale of all items, as they are and standardized
  r.cor                       std.r corrected for the item's own part in the scale and for reliability
  r.drop                      correlation with the scale of the other items
  without                     the figures of the scale with the item left out

Examples
  peerscale reliability answers.csv --instrument work-burnout
  peerscale reliability answers.csv --items A1,A2,A3 --reverse A1 --min 1 --max 6 --json
`,
  async run(args, context) {
    const { values, positionals } = parseOptions(args, options, 'reliability');
    const file = onlyArgument(positionals, 'reliability', 'a CSV file, or - for standard input');
    const level = levelOption(values.level);
    const request = await answersRequest(values, 'reliability', context);
    const answers = await readAnswers(file, request, context);
    const { instrument, isAdHoc } = request;
    const report = reliabilityReport({ file, rows: answers.rows }, instrument, answers.table, { level });
    const text = values.json
      ? `${JSON.stringify(report, null, 2)}\n`
      : answersHead(file, answers, request) + reliabilityText(report, instrument, isAdHoc);
    await context.output.write(text);
    return 0;
  },
};
