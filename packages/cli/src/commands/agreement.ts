import { agreementReport } from '@peerscale/core';
import { readRatings } from '../input/read-ratings.ts';
import { drawsOption, seedOption } from '../options/bootstrap-options.ts';
import { levelOption } from '../options/option-values.ts';
import { onlyArgument, parseOptions } from '../options/parse-options.ts';
import { RATINGS_HELP, ratingsOptions, ratingsRequest } from '../options/ratings-request.ts';
import { agreementText } from '../print/agreement-text.ts';
import type { Command } from './command.ts';

const options = {
  ...ratingsOptions,
  level: { type: 'string' },
  draws: { type: 'string' },
  seed: { type: 'string' },
  json: { type: 'boolean' },
} as const;

export const agreement: Command = {
  name: 'agreement',
  argument: 'CSV',
  summary: 'kappas, intraclass correlations and limits of agreement of raters or occasions',
  help: `peerscale agreement CSV (--raters A,B,... | --subject ID --rater WHO --rating SCORE) --scale LEVEL [options]

How far raters (or occasions, or methods) agree on the same subjects.
CSV is a file with a header line, or - for standard input.

${RATINGS_HELP}

Which coefficients
  nominal                     Cohen's kappa (two raters), Fleiss' kappa, Krippendorff's alpha
  ordinal                     weighted kappa, linear and quadratic (two raters), Krippendorff's alpha
  interval, ratio             the six intraclass correlations, Krippendorff's alpha; of two raters (test and retest)
                              also Pearson's r, and Bland and Altman's limits of agreement
  Krippendorff's alpha takes every subject with two ratings; the others those that all raters rated, or, where raters
  differ from subject to subject (Fleiss, ICC(1)), those with the most ratings. How many are left out is said.

Output
  --level 0.95                coverage of the intervals
  --draws 1000                samples of the bootstrap interval of Krippendorff's alpha
  --seed 1                    its seed: the same seed gives the same interval
  --json                      the report as JSON (schema peerscale/agreement@1), nothing else

Examples
  peerscale agreement interviews.csv --raters first,second --scale nominal
  peerscale agreement waves.csv --subject person --rater wave --rating score --scale interval --json
`,
  async run(args, context) {
    const { values, positionals } = parseOptions(args, options, 'agreement');
    const file = onlyArgument(positionals, 'agreement', 'a CSV file, or - for standard input');
    const request = ratingsRequest(values);
    const wanted = {
      scale: request.scale,
      level: levelOption(values.level),
      draws: drawsOption(values.draws),
      seed: seedOption(values.seed),
    };
    const { table, rows } = await readRatings(file, request, context);
    const report = agreementReport({ file, rows }, table, wanted);
    await context.output.write(values.json ? `${JSON.stringify(report, null, 2)}\n` : agreementText(report));
    return 0;
  },
};
