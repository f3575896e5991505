import { changeReport } from '@peerscale/core';
import { badInput } from '../failure.ts';
import { readWaves } from '../input/read-waves.ts';
import { ANSWERS_HELP, answersOptions } from '../options/answers-request.ts';
import {
  adjustOption,
  equivalenceOption,
  minimumGroupSizeOption,
  reliabilityOption,
} from '../options/change-options.ts';
import { CODE_HELP, codeOptions, codeRequest } from '../options/code-options.ts';
import { levelOption } from '../options/option-values.ts';
import { parseOptions } from '../options/parse-options.ts';
import { SCORES_HELP, scoresRequest } from '../options/scores-request.ts';
import { twoArguments } from '../options/two-arguments.ts';
import { answersHead } from '../print/answers-head.ts';
import { changeText } from '../print/change-text.ts';
import type { Command } from './command.ts';

const options = {
  ...answersOptions,
  ...codeOptions,
  scores: { type: 'string', multiple: true },
  id: { type: 'string' },
  team: { type: 'string' },
  reliability: { type: 'string' },
  adjust: { type: 'string' },
  equivalence: { type: 'string' },
  'minimum-group-size': { type: 'string' },
  level: { type: 'string' },
  json: { type: 'boolean' },
} as const;

export const change: Command = {
  name: 'change',
  argument: 'FIRST.csv SECOND.csv',
  summary: 'did scores change between two waves: the same people, others, teams, single persons',
  help: `peerscale change FIRST.csv SECOND.csv (--instrument ID | --items ... | --scores A,B,...) [options]

Compares two waves, kept apart: the same people found again (paired), those there only once (Welch), and everybody
(partly overlapping samples). With intervals, effect sizes, counts of people who changed by more than the error of the
score, and teams. Groups below the minimum size are not shown, nor what would give them away by subtraction. The
earlier wave comes first; one of the two may be - for standard input.

${ANSWERS_HELP}
${SCORES_HELP}

${CODE_HELP}
  --id COLUMN                 or an identifier that both files have

What is compared
  --team COLUMN               also each team: of the same people where they are linked, else of whoever answered
  --reliability 0.85          of the scores, for reliable change; default: alpha of the first wave
  --adjust holm|bh            p values adjusted over the scales (and over the teams): Holm, or Benjamini and Hochberg
  --equivalence POINTS        whether a change of so many points can be ruled out

Output
  --minimum-group-size 5      smaller groups are not shown; at least 3
  --level 0.95                coverage of the intervals
  --json                      the report as JSON (schema peerscale/change@1), nothing else

Examples
  peerscale change spring.csv autumn.csv --instrument work-burnout --id person --team unit
  peerscale change spring.csv autumn.csv --instrument olbi --code day,mother,town --covariates profession
  peerscale change spring.csv autumn.csv --scores burnout,satisfaction --equivalence 0.3
`,
  async run(args, context) {
    const { values, positionals } = parseOptions(args, options, 'change');
    const files = twoArguments(positionals, 'change');
    const { id, team } = values;
    const equivalence = equivalenceOption(values.equivalence);
    const wanted = {
      level: levelOption(values.level),
      adjustment: adjustOption(values.adjust),
      minimumGroupSize: minimumGroupSizeOption(values['minimum-group-size']),
      ...(equivalence === undefined ? {} : { equivalence }),
    };
    if (equivalence !== undefined && wanted.level <= 0.5) {
      throw badInput('change: --equivalence needs a --level above 0.5');
    }
    const reliability = reliabilityOption(values.reliability);
    const code = await codeRequest(values, 'change', context);
    if (code !== undefined && id !== undefined) throw badInput('change: --id and --code exclude each other');
    const scores = await scoresRequest(values, 'change', context);
    const { input, missingCells } = await readWaves({ files, scores, id, code, team, reliability }, context);
    const report = changeReport(input, wanted);
    const heads =
      scores.kind === 'answers'
        ? [input.first, input.second].map(({ file, rows }, wave) =>
            answersHead(file, { rows, missingCells: missingCells[wave]! }, scores.answers),
          )
        : [];
    // what is said of the instrument is the same for both waves
    const head = heads.length === 0 ? '' : `${heads[0]!.split('\n')[0]}\n${heads[1]}\n`;
    await context.output.write(values.json ? `${JSON.stringify(report, null, 2)}\n` : head + changeText(report));
    return 0;
  },
};
