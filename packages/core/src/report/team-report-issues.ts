import type { ReportIssue } from './issue.ts';
import type { TeamAgreementIssueCode, TeamAgreementScale } from './team-report-types.ts';

/** With fewer teams the intraclass correlations are very unsteady. */
const FEW_TEAMS = 10;
/** In teams smaller than this on average agreement within is mostly noise. */
const SMALL_TEAM = 4;

/** Why figures of a scale are missing or should be read with care. */
export function teamScaleIssues(
  scale: Omit<TeamAgreementScale, 'issues'>,
  hasNoChance: boolean,
  hasNoModel: boolean,
): ReportIssue<TeamAgreementIssueCode>[] {
  const { n, teams, teamSize, rows, icc1, test } = scale;
  const issues: ReportIssue<TeamAgreementIssueCode>[] = [];
  const add = (code: TeamAgreementIssueCode, message: string): void => void issues.push({ code, message });
  if (n === 0) {
    add('no-respondents', 'Nobody has a score and a team.');
    return issues;
  }
  if (hasNoChance) {
    add(
      'no-null-distribution',
      'There is no rwg: the items have different options, or options that are not one apart, or the skewed answers by chance are not published for so many options.',
    );
  }
  if (teams < 2) add('too-few-teams', 'There is one team: whether teams differ cannot be said.');
  else if (teams < FEW_TEAMS)
    add('too-few-teams', `With ${teams} teams the intraclass correlations are very unsteady.`);
  if (teamSize.mean !== null && teamSize.mean < SMALL_TEAM) {
    add(
      'small-teams',
      `Teams have ${teamSize.mean.toFixed(1)} members on average: agreement within them is mostly noise.`,
    );
  }
  if (teams >= 2 && test.f === null)
    add('nobody-differs', 'Nobody differs within teams, or all teams have one member: there is no F test.');
  if ((icc1.value ?? 0) < 0) {
    add(
      'negative-icc',
      'Members of a team differ more than members of different teams: the ICC is below 0, and is read as 0.',
    );
  }
  const beyond = rows.filter((row) => row.status === 'shown' && row.beyondChance).length;
  if (beyond > 0) {
    add(
      'beyond-chance',
      `In ${beyond} of the teams shown members differ more than by chance: their rwg is set to 0; the team may be split.`,
    );
  }
  const hidden = rows.filter(({ status }) => status === 'suppressed').length;
  if (hidden > 0)
    add(
      'suppressed',
      `${hidden} of ${rows.length} teams are not shown by themselves; they count in all figures over teams.`,
    );
  if (hasNoModel && teams >= 2) add('no-shrunken-means', 'There are no shrunken means: the model has no fit.');
  return issues;
}
