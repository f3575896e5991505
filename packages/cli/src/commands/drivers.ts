import { driversReport } from '@peerscale/core';
import { readVariables } from '../input/read-variables.ts';
import { ANSWERS_HELP, answersOptions } from '../options/answers-request.ts';
import { drawsOption, seedOption } from '../options/bootstrap-options.ts';
import { allDriverNames, driverNames } from '../options/drivers-options.ts';
import { levelOption } from '../options/option-values.ts';
import { onlyArgument, parseOptions } from '../options/parse-options.ts';
import { scoresRequest } from '../options/scores-request.ts';
import { showStatus } from '../output/progress.ts';
import { answersHead } from '../print/answers-head.ts';
import { driversText } from '../print/drivers-text.ts';
import type { Command } from './command.ts';

const options = {
  ...answersOptions,
  outcome: { type: 'string' },
  predictors: { type: 'string', multiple: true },
  moderator: { type: 'string' },
  mediator: { type: 'string' },
  team: { type: 'string' },
  level: { type: 'string' },
  draws: { type: 'string' },
  seed: { type: 'string' },
  json: { type: 'boolean' },
} as const;

export const drivers: Command = {
  name: 'drivers',
  argument: 'CSV',
  summary: 'what goes with an outcome: regression, shares of what is explained, moderation, mediation',
  help: `peerscale drivers CSV [--instrument ID] --outcome SCALE --predictors S1,S2,... [options]

What goes with an outcome such as burnout: regression on several scales at once, with standard errors that know that
people of one team are not independent, and the share of each in what is explained, with bootstrap intervals. Only
respondents with every variable count. Answers of one time tell of associations, not of causes. CSV is a file with a
header line, or - for standard input.

Which variables: ids of scales of the instrument, or columns of numbers in the file
  --outcome SCALE             what is to be explained
  --predictors S1,S2,...      by what: up to 18
  --moderator S               whether the slopes of the predictors depend on it
  --mediator S                how much of what predictors do goes by way of it
  --team COLUMN               the team of each respondent: errors clustered by teams (CR2), whole teams drawn

${ANSWERS_HELP}

Output
  --level 0.95                coverage of the intervals
  --draws 1000                samples of the bootstrap of shares and indirect effects
  --seed 1                    its seed: the same seed, the same figures
  --json                      the report as JSON (schema peerscale/drivers@1), nothing else

Examples
  peerscale drivers answers.csv --instrument copsoq --outcome burnout --predictors role-clarity,support --team unit
  peerscale drivers scores.csv --outcome burnout --predictors clarity,stigma --moderator setting
`,
  async run(args, context) {
    const { values, positionals } = parseOptions(args, options, 'drivers');
    const file = onlyArgument(positionals, 'drivers', 'a CSV file, or - for standard input');
    const names = driverNames(values);
    const wanted = {
      level: levelOption(values.level),
      draws: drawsOption(values.draws),
      seed: seedOption(values.seed),
    };
    const hasScales = values.instrument !== undefined || values.items !== undefined;
    const all = allDriverNames(names);
    const request = await scoresRequest(hasScales ? values : { ...values, scores: all }, 'drivers', context);
    const { team } = values;
    const { rows, variableOf, teams, missingCells } = await readVariables(file, request, all, team, context);
    const done = showStatus(context.terminal, 'estimating ...');
    const { moderator, mediator } = names;
    const report = driversReport(
      {
        instrument:
          request.kind === 'columns'
            ? null
            : { id: request.answers.instrument.id, version: request.answers.instrument.version },
        file,
        rows,
        outcome: variableOf(names.outcome),
        predictors: names.predictors.map(variableOf),
        ...(moderator === undefined ? {} : { moderator: variableOf(moderator) }),
        ...(mediator === undefined ? {} : { mediator: variableOf(mediator) }),
        ...(teams === undefined ? {} : { teams }),
      },
      wanted,
    );
    done();
    const head = request.kind === 'columns' ? '' : answersHead(file, { rows, missingCells }, request.answers);
    await context.output.write(values.json ? `${JSON.stringify(report, null, 2)}\n` : head + driversText(report));
    return 0;
  },
};
