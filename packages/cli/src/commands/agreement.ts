import { agreementReport } from '@peerscale/core';
import { badInput } from '../failure.ts';
import { readRatings } from '../input/read-ratings.ts';
import { ANSWERS_HELP, answersOptions } from '../options/answers-request.ts';
import { drawsOption, seedOption } from '../options/bootstrap-options.ts';
import { levelOption } from '../options/option-values.ts';
import { onlyArgument, parseOptions } from '../options/parse-options.ts';
import { RATINGS_HELP, ratingsOptions, ratingsRequest } from '../options/ratings-request.ts';
import { agreementText } from '../print/agreement-text.ts';
import type { Command } from './command.ts';
import { teamAgreement } from './team-agreement.ts';

const options = {
  ...answersOptions,
  ...ratingsOptions,
  team: { type: 'string' },
  null: { type: 'string' },
  'minimum-group-size': { type: 'string' },
  level: { type: 'string' },
  draws: { type: 'string' },
  seed: { type: 'string' },
  json: { type: 'boolean' },
} as const;

const OF_RATINGS = ['raters', 'subject', 'rater', 'rating', 'scale', 'order'] as const;
const OF_TEAMS = [
  'instrument',
  'items',
  'reverse',
  'min',
  'max',
  'map',
  'coding',
  'textpack',
  'null',
  'minimum-group-size',
] as const;

export const agreement: Command = {
  name: 'agreement',
  argument: 'CSV',
  summary: 'agreement of raters or occasions, or of members of teams: kappas, ICCs, rwg(j)',
  help: `peerscale agreement CSV (--raters A,B,... | --subject ID --rater WHO --rating SCORE) --scale LEVEL [options]
peerscale agreement CSV --team COLUMN (--instrument ID | --items A1,A2,... --min N --max N) [options]

How far raters (or occasions, or methods) agree on the same subjects; or, with --team, how far members of teams agree,
and whether their answers may be averaged to a figure of the team. CSV is a file with a header line, or - for standard
input.

${RATINGS_HELP}

Which coefficients
  nominal                     Cohen's kappa (two raters), Fleiss' kappa, Krippendorff's alpha
  ordinal                     weighted kappa, linear and quadratic (two raters), Krippendorff's alpha
  interval, ratio             the six intraclass correlations, Krippendorff's alpha; of two raters (test and retest)
                              also Pearson's r, and Bland and Altman's limits of agreement
  Krippendorff's alpha takes every subject with two ratings; the others those that all raters rated, or, where raters
  differ from subject to subject (Fleiss, ICC(1)), those with the most ratings. How many are left out is said.

Teams
  --team COLUMN               the team of each respondent: rwg or rwg(j), average deviation, awg of each team; ICC(1),
                              ICC(2), random groups; a verdict; means of teams, plain and drawn to that of all
  --null uniform              answers by chance: uniform, triangular, slight-skew, moderate-skew, heavy-skew
  --minimum-group-size 5      smaller teams are not shown, nor those that would give them away; at least 3

${ANSWERS_HELP}

Output
  --level 0.95                coverage of the intervals
  --draws 1000                samples of the bootstrap interval of Krippendorff's alpha; with --team, of random groups
  --seed 1                    its seed: the same seed gives the same figures
  --json                      the report as JSON (schema peerscale/agreement@1, with --team peerscale/team-agreement@1),
                              nothing else

Examples
  peerscale agreement interviews.csv --raters first,second --scale nominal
  peerscale agreement waves.csv --subject person --rater wave --rating score --scale interval --json
  peerscale agreement answers.csv --instrument work-burnout --team unit
`,
  async run(args, context) {
    const { values, positionals } = parseOptions(args, options, 'agreement');
    const file = onlyArgument(positionals, 'agreement', 'a CSV file, or - for standard input');
    const { team } = values;
    const stranger = (team === undefined ? OF_TEAMS : OF_RATINGS).find((option) => values[option] !== undefined);
    if (stranger !== undefined) {
      throw badInput(
        `agreement: --${stranger} ${team === undefined ? 'needs --team' : 'is about raters, not about --team'}`,
      );
    }
    if (team !== undefined) {
      await teamAgreement(file, { ...values, team }, context);
      return 0;
    }
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
