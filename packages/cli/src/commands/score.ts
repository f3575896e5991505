import { scoreResponses, scoreSummary } from '@peerscale/core';
import { badInput } from '../failure.ts';
import { readAnswers } from '../input/read-answers.ts';
import { ANSWERS_HELP, answersOptions, answersRequest } from '../options/answers-request.ts';
import { onlyArgument, parseOptions } from '../options/parse-options.ts';
import { checkNewFile, writeNewFile } from '../output/new-file.ts';
import { scoresCsv } from '../output/scores-csv.ts';
import { scoresJson } from '../output/scores-json.ts';
import { answersHead } from '../print/answers-head.ts';
import { fileLabel } from '../print/safe-text.ts';
import { scoreText } from '../print/score-text.ts';
import type { Command } from './command.ts';

const options = {
  ...answersOptions,
  out: { type: 'string' },
  force: { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

export const score: Command = {
  name: 'score',
  argument: 'CSV',
  summary: 'scale scores, each with a receipt of what it is made of',
  help: `peerscale score CSV (--instrument ID | --items A1,A2,... --min N --max N) [options]

Scores every respondent on every scale by the rules of the definition. A score that the missing rule does not allow is
left out with its reason, never guessed. CSV is a file with a header line, or - for standard input.

${ANSWERS_HELP}

Output
  --out scores.csv            all scores as CSV: row (data rows counted from 1), and for every scale
                              value, used (number of items), prorated, reason
  --force                     lets --out replace a file
  --json                      scores with receipts as JSON (schema peerscale/scores@1), nothing else

Examples
  peerscale score answers.csv --instrument peer-role --out scores.csv
  peerscale score answers.csv --items A1,A2,A3 --reverse A1 --min 1 --max 6
`,
  async run(args, context) {
    const { values, positionals } = parseOptions(args, options, 'score');
    const file = onlyArgument(positionals, 'score', 'a CSV file, or - for standard input');
    const { out, force = false } = values;
    if (out === undefined && force) throw badInput('score: --force belongs to --out');
    const request = await answersRequest(values, 'score', context);
    if (out !== undefined) await checkNewFile(out, file, context.cwd, force);
    const answers = await readAnswers(file, request, context);
    const { rows } = answers;
    const { id, version } = request.instrument;
    const scales = scoreResponses(request.instrument, answers.table);
    const summaries = scales.map(scoreSummary);
    if (out !== undefined) await writeNewFile(out, scoresCsv(scales, rows), context.cwd, force);
    if (values.json) {
      const pieces = scoresJson({ input: { file, rows }, instrument: { id, version } }, summaries, scales);
      for (const piece of pieces) await context.output.write(piece);
    } else {
      const written = out === undefined ? '' : `\nAll scores are in ${fileLabel(out)}\n`;
      await context.output.write(answersHead(file, answers, request) + scoreText(scales, summaries, rows) + written);
    }
    return 0;
  },
};
