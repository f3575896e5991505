import { changeReport, driversReport, teamAgreementReport } from '@peerscale/core';
import type { CommandContext } from '../context.ts';
import { readAnswers } from '../input/read-answers.ts';
import { readVariables } from '../input/read-variables.ts';
import { readWaves } from '../input/read-waves.ts';
import type { AnswersRequest } from '../options/answers-request.ts';
import { allDriverNames } from '../options/drivers-options.ts';
import type { StudyRequest } from '../options/study-options.ts';
import { hiddenAlike } from './hidden-alike.ts';
import type { ReportRequest } from './report-request.ts';

export interface StudyEstimation {
  readonly level: number;
  readonly draws: number;
  readonly seed: number;
  readonly minimumGroupSize: number;
}

/**
 * The reports on teams, change and drivers that were asked for, about the people whom the rest of the page is about: those
 * who answered all items of a scale; a team that is hidden in one of them is hidden in all.
 *
 * @throws CommandFailure for columns that are missing, and cells that cannot be read
 */
export async function studyReports(
  file: string,
  answers: AnswersRequest,
  request: StudyRequest,
  { level, draws, seed, minimumGroupSize }: StudyEstimation,
  context: CommandContext,
): Promise<Pick<ReportRequest, 'teams' | 'change' | 'drivers'>> {
  const { team, second, id, code, drivers } = request;
  const { instrument } = answers;
  const scores = { kind: 'answers', answers } as const;
  // the same people as in the rest of the report, so that nobody follows as the difference
  const respondents = 'complete' as const;
  const ofTeams = async (column: string) => {
    const { rows, table, beside } = await readAnswers(file, answers, { texts: [column] }, context);
    const options = { level, draws, seed, minimumGroupSize, respondents };
    return teamAgreementReport({ file, rows }, instrument, table, beside.texts(column), options);
  };
  const ofWaves = async (later: string) => {
    const waves = { files: [file, later], scores, id, code, team, reliability: undefined, respondents } as const;
    return changeReport((await readWaves(waves, context)).input, { level, minimumGroupSize, basis: 'everybody' });
  };
  const ofDrivers = async (names: NonNullable<StudyRequest['drivers']>) => {
    const { rows, variableOf, teams } = await readVariables(file, scores, allDriverNames(names), team, context);
    return driversReport(
      {
        instrument: { id: instrument.id, version: instrument.version },
        file,
        rows,
        outcome: variableOf(names.outcome),
        predictors: names.predictors.map(variableOf),
        ...(teams === undefined ? {} : { teams }),
      },
      { level, draws, seed },
    );
  };
  return hiddenAlike({
    ...(team === undefined ? {} : { teams: await ofTeams(team) }),
    ...(second === undefined ? {} : { change: await ofWaves(second) }),
    ...(drivers === undefined ? {} : { drivers: await ofDrivers(drivers) }),
  });
}
