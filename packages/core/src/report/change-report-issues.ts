import type { ChangePeople } from './change-people.ts';
import type { ChangeReportInput } from './change-report.ts';
import type { ChangeIssueCode, ChangeScale } from './change-report-types.ts';
import type { TeamsOfChange } from './change-teams.ts';
import type { ReportIssue } from './issue.ts';

type ChangeIssue = ReportIssue<ChangeIssueCode>;

/** What concerns all scales alike. */
export function changeIssues({ first, second, links }: ChangeReportInput): ChangeIssue[] {
  const issues: ChangeIssue[] = [];
  if (first.rows === 0 || second.rows === 0) {
    return [{ code: 'no-respondents', message: 'A wave has no respondents: there is nothing to compare.' }];
  }
  if (links === undefined) {
    issues.push({
      code: 'not-linked',
      message:
        'The people of the waves are not linked, and are taken for other people: where many are the same, the intervals are too wide. No single person is followed, so there is no reliable change.',
    });
  } else if (links.length === 0) {
    issues.push({ code: 'nobody-linked', message: 'Nobody was found in both waves.' });
  }
  const teams = new Set([...(first.teams ?? []), ...(second.teams ?? [])].filter((team) => team !== ''));
  if (first.teams !== undefined && teams.size === 1) {
    issues.push({ code: 'one-team', message: 'There is one team: its figures are those of all.' });
  }
  return issues;
}

/** What is known of a scale when its figures have been made. */
export interface ScaleSituation {
  readonly people: ChangePeople;
  readonly scale: ChangeScale;
  readonly isLinked: boolean;
  readonly showsLinked: boolean;
  readonly showsAll: boolean;
  readonly showsOnce: boolean;
  readonly wavesShown: boolean;
  readonly teams: TeamsOfChange | null;
  readonly basis: 'linked' | 'everybody';
  readonly minimumGroupSize: number;
}

/** Why figures of a scale are missing or should be read with care. */
export function scaleIssues(situation: ScaleSituation): ChangeIssue[] {
  const { people, scale, isLinked, showsLinked, showsAll, showsOnce, wavesShown, teams, basis, minimumGroupSize } =
    situation;
  const issues: ChangeIssue[] = [];
  const add = (code: ChangeIssueCode, message: string): void => void issues.push({ code, message });
  if (!wavesShown) {
    add('suppressed', `Not shown: in one of the waves fewer than ${minimumGroupSize} people have a score.`);
    return issues;
  }
  if (isLinked && !showsLinked) {
    const isFew = people.linked.rows.length < minimumGroupSize;
    const why = isFew
      ? `fewer than ${minimumGroupSize} people were found in both waves`
      : `fewer than ${minimumGroupSize} people were there only once in a wave, and would be given away by subtraction`;
    add('too-few-linked', `Those linked are not shown by themselves: ${why}.`);
  }
  if (showsLinked && !showsAll) {
    add(
      'suppressed',
      `Only those linked are shown: fewer than ${minimumGroupSize} people were there only once in a wave, and would be given away by subtraction.`,
    );
  } else if (showsLinked && !showsOnce && people.onlyBefore.length + people.onlyAfter.length > 0) {
    add('suppressed', 'Those there only once are not compared: in one of the waves there are none.');
  }
  if (showsLinked && scale.reliability === null) {
    add('no-reliability', 'There is no reliable change without a reliability of the score.');
  }
  if (isConstant(people.allBefore) && isConstant(people.allAfter)) {
    add('no-variation', 'Nobody differs: there is no interval and no test.');
  }
  if (teams !== null && basis === 'linked') {
    add('teams-of-linked', 'The figures of teams are about the people found in both waves who stayed in their team.');
    if (teams.moved >= minimumGroupSize) {
      add(
        'people-who-moved',
        `${teams.moved} people are in another team in the second wave, or in none, and count in no team.`,
      );
    }
  }
  return issues;
}

const isConstant = (scores: Float64Array): boolean => scores.every((score) => score === scores[0]);
