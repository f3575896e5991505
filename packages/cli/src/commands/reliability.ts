import { reliabilityReportOfTally } from '@peerscale/core';
import { tallyAnswers } from '../input/tally-answers.ts';
import { ANSWERS_HELP, answersOptions, answersRequest } from '../options/answers-request.ts';
import { onlyArgument, parseOptions } from '../options/parse-options.ts';
import { RELIABILITY_HELP, reliabilityOptions, reliabilityRequest } from '../options/reliability-options.ts';
import { showStatus } from '../output/progress.ts';
import { answersHead } from '../print/answers-head.ts';
import { reliabilityText } from '../print/reliability-text.ts';
import { isShardInput } from '../shards/is-shard-input.ts';
import { tallyShards } from '../shards/tally-shards.ts';
import type { Command } from './command.ts';

const options = {
  ...answersOptions,
  ...reliabilityOptions,
  all: { type: 'boolean' },
  json: { type: 'boolean' },
} as const;

export const reliability: Command = {
  name: 'reliability',
  argument: 'CSV',
  summary: 'alpha with its interval, omega, and the item table, of each scale',
  help: `peerscale reliability CSV (--instrument ID | --items A1,A2,... --min N --max N) [options]

Reliability and item analysis of each scale. CSV is a file with a header line, or - for standard input; of any length,
as a few thousand rows are in memory at a time. Several files, a pattern in quotes, and Parquet go to DuckDB (npm
install @duckdb/node-api): the work is done there, and no row leaves it. On a terminal a line shows how far it is.
Nothing is ever reversed that the definition does not reverse: an item that stands against its scale is named.

${ANSWERS_HELP}

${RELIABILITY_HELP}

Output
  --all                       every coefficient (lambda, mu, split halves, composite reliability ...), the scale without
                              each item, scores, answers, correlations, references
  --json                      the report as JSON (schema peerscale/reliability@1), nothing else

Scale table
  k, n, left out              items, complete respondents, respondents with an answer missing
  std.alpha                   alpha of standardized items
  omega                       McDonald's omega of one factor, by maximum likelihood
  SEM                         standard error of measurement: SD of the score times the root of 1 - alpha

Item table
  raw.r, std.r                correlation with the scale of all items, as they are and standardized
  r.cor                       std.r corrected for the item's own part in the scale and for reliability
  r.drop                      correlation with the scale of the other items
  alpha without               alpha with the item left out

Examples
  peerscale reliability answers.csv --instrument work-burnout
  peerscale reliability answers.csv --items A1,A2,A3 --reverse A1 --min 1 --max 6 --all
  peerscale reliability 'shards/*.parquet' --instrument olbi
  peerscale reliability answers.csv --instrument olbi --interval bootstrap-bca --seed 20261121 --json
`,
  async run(args, context) {
    const { values, positionals } = parseOptions(args, options, 'reliability');
    const isShards = isShardInput(positionals, context.cwd);
    const file = isShards
      ? positionals.join(' ')
      : onlyArgument(positionals, 'reliability', 'a CSV file, or - for standard input');
    const wanted = reliabilityRequest(values, 'reliability', values.all ?? false);
    const request = await answersRequest(values, 'reliability', context);
    const { tally, missingCells } = isShards
      ? await tallyShards(positionals, request, wanted, context)
      : await tallyAnswers(file, request, wanted, context);
    const { rows } = tally;
    const done = showStatus(context.terminal, 'estimating ...');
    const report = reliabilityReportOfTally({ file, rows }, request.instrument, tally, wanted);
    done();
    const text = values.json
      ? `${JSON.stringify(report, null, 2)}\n`
      : answersHead(file, { rows, missingCells }, request) + reliabilityText(report, request.isAdHoc);
    await context.output.write(text);
    return 0;
  },
};
