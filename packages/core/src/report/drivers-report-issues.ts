import type { BootstrapFigure } from '../drivers/index.ts';
import type { DriversIssueCode, DriversReport } from './drivers-report-types.ts';
import type { ReportIssue } from './issue.ts';

/** Below so many respondents a predictor, coefficients are unsteady. */
const ROWS_A_PREDICTOR = 10;
/** From so few teams on intervals by teams are wide, and those of the bootstrap too narrow. */
const FEW_TEAMS = 20;
const HIGH_INFLATION = 5;
const USABLE_SHARE = 0.95;

/** What to bear in mind with a drivers report. */
export function driversIssues(
  report: DriversReport,
  withoutTeam: number,
  shares: readonly BootstrapFigure[],
): ReportIssue<DriversIssueCode>[] {
  const { n, teams, predictors, outcome, rSquared, bootstrap } = report;
  const issues: ReportIssue<DriversIssueCode>[] = [];
  const add = (code: DriversIssueCode, message: string): void => void issues.push({ code, message });
  if (n === 0) {
    add('no-respondents', 'No respondent has all the variables.');
    return issues;
  }
  if (withoutTeam > 0) add('no-team', `${withoutTeam} respondents with all variables have no team and are left out.`);
  if (n < predictors.length + 2) {
    add(
      'too-few-respondents',
      `${n} ${n === 1 ? 'respondent is' : 'respondents are'} too few for ${predictors.length} ${predictors.length === 1 ? 'predictor' : 'predictors'}: there are no standard errors.`,
    );
  } else if (n < ROWS_A_PREDICTOR * predictors.length) {
    add(
      'few-respondents',
      `With ${n} respondents for ${predictors.length} predictors another sample may look quite different.`,
    );
  }
  if (teams === 1) add('one-team', 'There is one team: standard errors by teams do not exist.');
  else if (teams !== null && teams < FEW_TEAMS) {
    add(
      'few-teams',
      `With ${teams} teams the bootstrap intervals of the shares are too narrow; those of the coefficients (CR2) allow for it.`,
    );
  }
  const constant = [outcome, ...predictors].filter(
    ({ sd, mean }) => sd === 0 || (sd !== null && sd < 1e-12 * Math.abs(mean ?? 0)),
  );
  for (const { id } of constant) add('constant-variable', `${id} is the same for everybody: there is no regression.`);
  if (constant.length === 0 && n > predictors.length + 1 && predictors[0]!.coefficient.value === null) {
    add('linearly-dependent', 'Predictors add up to one another: leave one out.');
  }
  for (const { id, varianceInflation } of predictors) {
    if (varianceInflation === null || varianceInflation < HIGH_INFLATION) continue;
    add(
      'high-inflation',
      `${id} goes with the other predictors (variance inflation ${varianceInflation.toFixed(1)}): what is its own can hardly be told.`,
    );
  }
  const usable = Math.min(...shares.map((share) => share.usable));
  if (rSquared.value !== null && teams !== 1 && usable < USABLE_SHARE * bootstrap.draws) {
    add(
      'unusable-draws',
      `In ${bootstrap.draws - usable} of ${bootstrap.draws} samples the shares do not exist: their intervals rest on the others.`,
    );
  }
  return issues;
}
