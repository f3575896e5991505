import type { NullDistribution } from '../agreement/index.ts';
import { disclosureRules } from '../disclosure/index.ts';
import type { Instrument } from '../instrument/instrument.ts';
import type { ResponseTable } from '../responses/response-table.ts';
import type { ReportIssue } from './issue.ts';
import { respondentScores, type ScoredRespondents } from './respondent-scores.ts';
import { teamScale } from './team-report-scale.ts';
import type { TeamAgreementIssueCode, TeamAgreementReport } from './team-report-types.ts';

export interface TeamAgreementReportOptions {
  /** coverage of the intervals, default 0.95 */
  readonly level?: number;
  /** default 5, at least 3 */
  readonly minimumGroupSize?: number;
  /** how people would answer who do not agree at all, default uniform */
  readonly nullDistribution?: NullDistribution;
  /** of the random groups, default 1,000 */
  readonly draws?: number;
  /** whole number from 0 to 2^32 - 1, default 1 */
  readonly seed?: number;
  /** whose means are given, default all who have a score */
  readonly respondents?: ScoredRespondents;
}

/**
 * May answers be averaged to a figure of the team? For each scale how far members of a team agree (rwg or rwg(j), average
 * deviation, awg), whether teams differ (ICC(1), F test, random groups) and whether their means are reliable (ICC(2)), with
 * a verdict; and each team with its mean, plain and drawn towards that of all.
 *
 * Teams below the minimum size are not shown, nor those by which one of them could be worked out; all count in the figures
 * over teams.
 *
 * @param input where the answers came from, echoed in the report
 * @param teams the team of each row; '' where unknown
 * @throws RangeError for other than one team a row, an item without a column, a minimum group size below 3, a level
 *   outside 0 to 1, draws or a seed out of range
 * @see docs/methods/team-agreement.md for formulas, sources and the R calls that agree
 * @example
 * const instrument = adHocInstrument({ items: ['A1'], minimum: 1, maximum: 5 });
 * const table = tableOfColumns(6, [{ item: 'A1', codes: [4, 4, 5, 2, 2, 1] }]);
 * const teams = ['north', 'north', 'north', 'south', 'south', 'south'];
 * const input = { file: 'answers', rows: 6 };
 * teamAgreementReport(input, instrument, table, teams, { minimumGroupSize: 3, draws: 20 }).scales[0].icc1.value // 0.9275
 */
export function teamAgreementReport(
  input: TeamAgreementReport['input'],
  instrument: Instrument,
  table: ResponseTable,
  teams: readonly string[],
  options: TeamAgreementReportOptions = {},
): TeamAgreementReport {
  const {
    level = 0.95,
    minimumGroupSize = 5,
    nullDistribution = 'uniform',
    draws = 1000,
    seed = 1,
    respondents,
  } = options;
  if (!(level > 0 && level < 1)) throw new RangeError(`Unexpected level: ${level}.`);
  if (teams.length !== table.rows) throw new RangeError(`Unexpected column length: ${teams.length}, of ${table.rows}.`);
  disclosureRules({ minimumGroupSize });
  const wanted = { level, minimumGroupSize, nullDistribution, draws, seed };
  const scores = respondentScores(instrument, table, respondents);
  return {
    schema: 'peerscale/team-agreement@1',
    instrument: { id: instrument.id, version: instrument.version },
    input: { file: input.file, rows: input.rows },
    level,
    minimumGroupSize,
    nullDistribution,
    scales: instrument.scales.map((scale, i) => teamScale(instrument, table, scale, scores[i]!, teams, wanted)),
    issues: issuesOf(teams),
    references: [
      'James, Demaree & Wolf (1984), doi:10.1037/0021-9010.69.1.85',
      'LeBreton & Senter (2008), doi:10.1177/1094428106296642',
      'Burke & Dunlap (2002), doi:10.1177/1094428102005002002',
      'Brown & Hauenstein (2005), doi:10.1177/1094428105275376',
      'Bliese & Halverson (1996), doi:10.1111/j.1559-1816.1996.tb02291.x',
    ],
  };
}

function issuesOf(teams: readonly string[]): ReportIssue<TeamAgreementIssueCode>[] {
  if (teams.length === 0) return [{ code: 'no-respondents', message: 'There are no respondents.' }];
  const unknown = teams.filter((team) => team === '').length;
  if (unknown === 0) return [];
  return [
    { code: 'no-team', message: `${unknown} of ${teams.length} respondents have no team and count in no figure.` },
  ];
}
