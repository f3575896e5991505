import { teamAgreementReport } from '@peerscale/core';
import type { CommandContext } from '../context.ts';
import { readAnswers } from '../input/read-answers.ts';
import { type AnswersValues, answersRequest } from '../options/answers-request.ts';
import { drawsOption, seedOption } from '../options/bootstrap-options.ts';
import { minimumGroupSizeOption } from '../options/change-options.ts';
import { nullOption } from '../options/null-option.ts';
import { levelOption } from '../options/option-values.ts';
import { showStatus } from '../output/progress.ts';
import { answersHead } from '../print/answers-head.ts';
import { teamAgreementText } from '../print/team-agreement-text.ts';

/** What `agreement --team` understands beside the options of answers. */
export interface TeamAgreementValues extends AnswersValues {
  readonly team: string;
  readonly null?: string | undefined;
  readonly 'minimum-group-size'?: string | undefined;
  readonly level?: string | undefined;
  readonly draws?: string | undefined;
  readonly seed?: string | undefined;
  readonly json?: boolean | undefined;
}

/** Carries out `agreement CSV --team COLUMN`. @throws CommandFailure */
export async function teamAgreement(file: string, values: TeamAgreementValues, context: CommandContext): Promise<void> {
  const { team } = values;
  const wanted = {
    level: levelOption(values.level),
    minimumGroupSize: minimumGroupSizeOption(values['minimum-group-size']),
    nullDistribution: nullOption(values.null),
    draws: drawsOption(values.draws),
    seed: seedOption(values.seed),
  };
  const request = await answersRequest(values, 'agreement', context);
  const { rows, table, beside, missingCells } = await readAnswers(file, request, { texts: [team] }, context);
  const done = showStatus(context.terminal, 'estimating ...');
  const report = teamAgreementReport({ file, rows }, request.instrument, table, beside.texts(team), wanted);
  done();
  const head = answersHead(file, { rows, missingCells }, request);
  await context.output.write(values.json ? `${JSON.stringify(report, null, 2)}\n` : head + teamAgreementText(report));
}
