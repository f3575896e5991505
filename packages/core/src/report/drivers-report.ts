import { dominance, regression } from '../drivers/index.ts';
import { correlationsOf, momentsOfColumns, packedIndex } from '../moments/index.ts';
import { bootstrapEnds, type DriverBootstrap, driverBootstrap } from './driver-bootstrap.ts';
import { driverFit } from './driver-test.ts';
import { driverMediations } from './drivers-mediation.ts';
import { driverModerations } from './drivers-moderation.ts';
import { driversIssues } from './drivers-report-issues.ts';
import type { DriverPredictor, DriversReport, DriverVariable } from './drivers-report-types.ts';
import { type DriverRows, driverRows } from './drivers-rows.ts';
import { estimateOf } from './estimate.ts';
import { orNull } from './or-null.ts';

export interface DriversReportInput {
  readonly instrument: DriversReport['instrument'];
  readonly file: string;
  readonly rows: number;
  readonly outcome: DriverVariable;
  /** one to 18 */
  readonly predictors: readonly DriverVariable[];
  /** may be one of the predictors */
  readonly moderator?: DriverVariable;
  /** not one of the predictors */
  readonly mediator?: DriverVariable;
  /** the team of each row, '' where unknown: people of one team are not independent */
  readonly teams?: readonly string[];
}

export interface DriversReportOptions {
  /** coverage of the intervals, default 0.95 */
  readonly level?: number;
  /** of the shares and indirect effects, default 1,000 */
  readonly draws?: number;
  /** whole number from 0 to 2^32 - 1, default 1 */
  readonly seed?: number;
}

/** With more rows (or teams) the jackknife of BCa takes long, and corrects what is of the order of 1 / n. */
const MOST_FOR_BCA = 2000;
const MOST_PREDICTORS = 18;

/**
 * What goes with an outcome: multiple regression with standard errors that know of teams (CR2) or of unlike variances
 * (HC3), how much of what is explained belongs to each predictor (dominance), and on request whether a moderator changes it
 * and how much goes by way of a mediator. Answers of one time tell of associations, not of causes.
 *
 * Only respondents with every variable count; figures are about all of them together.
 *
 * @returns plain data; figures that do not exist are null, and an issue says why
 * @throws RangeError for no predictor or more than 18, a variable that is two things, columns of different lengths, and
 *   options out of range
 * @see docs/methods/drivers.md for formulas, sources and the R calls that agree
 * @example
 * const variable = (id: string, ...values: number[]) => ({ id, name: { en: id }, values: Float64Array.from(values) });
 * const outcome = variable('burnout', 4, 3, 3, 2, 1, 2);
 * const predictors = [variable('clarity', 1, 2, 3, 4, 5, 5)];
 * const report = driversReport({ instrument: null, file: 'answers', rows: 6, outcome, predictors }, { draws: 50 });
 * report.predictors[0].coefficient.value // -0.5714
 */
export function driversReport(input: DriversReportInput, options: DriversReportOptions = {}): DriversReport {
  const { level = 0.95, draws = 1000, seed = 1 } = options;
  const { outcome, predictors, moderator, mediator } = input;
  if (!(level > 0 && level < 1)) throw new RangeError(`Unexpected level: ${level}.`);
  checkVariables(input);
  const variables = [outcome, ...predictors, ...[moderator, mediator].filter((variable) => variable !== undefined)];
  const rows = driverRows(variables, input.teams);
  const teams = rows.teams === undefined ? null : new Set(rows.teams).size;
  const method = (teams ?? rows.n) > MOST_FOR_BCA ? 'percentile' : 'bca';
  const bootstrap: DriverBootstrap = { method, draws, seed, level };
  const y = rows.columnOf(outcome);
  const columns = predictors.map((predictor) => rows.columnOf(predictor));
  const moments = momentsOfColumns([y, ...columns]);
  const places = predictors.map((_, i) => i + 1);
  const plain = regression(moments, 0, places, level);
  const fit = driverFit(y, columns, rows.teams, level);
  const shares = sharesOf(rows, y, columns, bootstrap);
  const correlations = correlationsOf(moments);
  const figures = predictors.map((predictor, i): DriverPredictor => {
    const { standardized, varianceInflation } = plain.coefficients[i]!;
    const share = shares[i + 1]!;
    return {
      ...rows.describe(predictor),
      coefficient: fit.coefficients[i]!,
      standardized: orNull(standardized),
      varianceInflation: orNull(varianceInflation),
      r: orNull(correlations[packedIndex(i + 1, 0)]!),
      share: estimateOf(share.estimate, rows.n, 'general dominance', bootstrapEnds(share, bootstrap)),
      shareOfExplained: orNull(share.estimate / shares[0]!.estimate),
    };
  });
  const report: DriversReport = {
    schema: 'peerscale/drivers@1',
    instrument: input.instrument,
    input: { file: input.file, rows: input.rows },
    outcome: rows.describe(outcome),
    n: rows.n,
    nDropped: rows.nDropped,
    teams,
    standardErrors: teams === null ? 'HC3' : 'CR2',
    rSquared: estimateOf(shares[0]!.estimate, rows.n, 'least squares', bootstrapEnds(shares[0]!, bootstrap)),
    adjustedRSquared: orNull(plain.adjustedRSquared),
    intercept: fit.intercept,
    predictors: figures,
    moderator: moderator === undefined ? null : rows.describe(moderator),
    moderations: moderator === undefined ? [] : moderationsOf(rows, outcome, predictors, moderator, level),
    mediator: mediator === undefined ? null : rows.describe(mediator),
    mediations: mediator === undefined ? [] : driverMediations(rows, outcome, predictors, mediator, bootstrap),
    bootstrap: { method, draws, seed },
    issues: [],
    references: referencesOf(input),
  };
  return { ...report, issues: driversIssues(report, rows.withoutTeam, shares) };
}

/** R squared and the share of each predictor, with their intervals from the same samples. */
function sharesOf(
  rows: DriverRows,
  outcome: Float64Array,
  columns: readonly Float64Array[],
  bootstrap: DriverBootstrap,
) {
  const places = columns.map((_, i) => i + 1);
  return driverBootstrap(
    (moments) => {
      const { rSquared, general } = dominance(moments, 0, places);
      return [rSquared, ...general];
    },
    [outcome, ...columns],
    rows.teams,
    bootstrap,
  );
}

const moderationsOf = (
  rows: DriverRows,
  outcome: DriverVariable,
  predictors: readonly DriverVariable[],
  moderator: DriverVariable,
  level: number,
) =>
  driverModerations(
    rows,
    outcome,
    predictors.filter(({ id }) => id !== moderator.id),
    moderator,
    level,
  );

function checkVariables({ outcome, predictors, moderator, mediator }: DriversReportInput): void {
  if (predictors.length === 0 || predictors.length > MOST_PREDICTORS) {
    throw new RangeError(`Unexpected number of predictors: ${predictors.length}, from 1 to ${MOST_PREDICTORS}.`);
  }
  const ids = predictors.map(({ id }) => id);
  const twice = ids.find((id, i) => ids.indexOf(id) !== i || id === outcome.id);
  if (twice !== undefined) throw new RangeError(`Unexpected predictor: ${twice} is there twice.`);
  if (moderator?.id === outcome.id) throw new RangeError(`Unexpected moderator: ${outcome.id} is the outcome.`);
  if (mediator !== undefined && [...ids, outcome.id, moderator?.id].includes(mediator.id)) {
    throw new RangeError(`Unexpected mediator: ${mediator.id} is another variable already.`);
  }
}

function referencesOf({ teams, moderator, mediator }: DriversReportInput): string[] {
  return [
    teams === undefined
      ? 'MacKinnon & White (1985), doi:10.1016/0304-4076(85)90158-7'
      : 'Pustejovsky & Tipton (2018), doi:10.1080/07350015.2016.1247004',
    'Budescu (1993), doi:10.1037/0033-2909.114.3.542',
    'Efron (1987), doi:10.1080/01621459.1987.10478410',
    ...(moderator === undefined ? [] : ['Bauer & Curran (2005), doi:10.1207/s15327906mbr4003_5']),
    ...(mediator === undefined ? [] : ['Preacher & Hayes (2008), doi:10.3758/BRM.40.3.879']),
  ];
}
