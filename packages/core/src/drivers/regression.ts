import { fCdf, studentTCdf, studentTQuantile } from '../distributions/index.ts';
import { inverseOfPositiveDefinite } from '../linalg/index.ts';
import { correlationsOf, type Moments, packedIndex } from '../moments/index.ts';

/** One predictor of a multiple regression. */
export interface RegressionCoefficient {
  /** place of the predictor in the moments; -1 for the intercept */
  readonly variable: number;
  /** change of the outcome for one unit of the predictor, the others held */
  readonly value: number;
  readonly standardError: number;
  readonly interval: { readonly lower: number; readonly upper: number; readonly level: number };
  readonly t: number;
  readonly p: number;
  /** in standard deviations of outcome and predictor; NaN for the intercept */
  readonly standardized: number;
  /** variance inflation: how much the other predictors widen the standard error, 1 for none; NaN for the intercept */
  readonly varianceInflation: number;
}

/** Least-squares regression of one variable on others. */
export interface Regression {
  readonly n: number;
  /** n - predictors - 1 */
  readonly df: number;
  readonly intercept: RegressionCoefficient;
  readonly coefficients: readonly RegressionCoefficient[];
  readonly rSquared: number;
  readonly adjustedRSquared: number;
  /** of the residuals, divisor df */
  readonly residualSd: number;
  readonly f: number;
  readonly p: number;
  /** covariances of the coefficients, predictors only, rows in their order */
  readonly covariances: readonly (readonly number[])[];
}

/**
 * Multiple regression from moments: which predictors go with the outcome, each with the others held. No row is needed, so
 * waves and shards merge first. Worked out on the correlations, which keeps its digits whatever the units.
 *
 * Standard errors assume independent residuals of one variance; people in teams and skewed outcomes rarely give that:
 * see `robustRegression`. A coefficient is an association, not an effect.
 *
 * @param moments of outcome and predictors over complete rows
 * @param outcome place of the outcome
 * @param predictors places of the predictors
 * @param level coverage of the intervals, default 0.95
 * @returns NaN throughout where predictors are linearly dependent or one does not vary; standard errors NaN for fewer than
 *   predictors + 2 rows
 * @throws RangeError for a place without a variable, the outcome among the predictors, or a level outside 0 to 1
 * @see agrees with R `lm` and `summary.lm`
 * @example regression(momentsOf([[1, 2], [2, 3], [3, 5], [4, 4]]), 1, [0]).coefficients[0].value // 0.8
 */
export function regression(moments: Moments, outcome: number, predictors: readonly number[], level = 0.95): Regression {
  if (!(level > 0 && level < 1)) throw new RangeError(`Unexpected level: ${level}.`);
  const { n, means, comoments } = moments;
  for (const place of [outcome, ...predictors]) {
    if (!(place in means)) throw new RangeError(`Unexpected variable: ${place} of ${means.length}.`);
  }
  if (predictors.includes(outcome)) throw new RangeError(`Unexpected predictor: ${outcome} is the outcome.`);
  const correlations = correlationsOf(moments);
  const r = (i: number, j: number): number => correlations[packedIndex(i, j)]!;
  const squares = (i: number): number => comoments[packedIndex(i, i)]!;
  const count = predictors.length;
  const packed = predictors.flatMap((i, row) => predictors.slice(0, row + 1).map((j) => r(i, j)));
  const inverse = count === 0 ? [] : inverseOfPositiveDefinite(packed, count);
  const df = n - count - 1;
  const standardized = predictors.map((_, i) =>
    inverse === null ? NaN : inverse[i]!.reduce((sum, value, j) => sum + value * r(predictors[j]!, outcome), 0),
  );
  const explained = standardized.reduce((sum, beta, i) => sum + beta * r(predictors[i]!, outcome), 0);
  const rSquared = Number.isNaN(r(outcome, outcome)) ? NaN : Math.min(1, explained);
  const residual = df > 0 ? (squares(outcome) * (1 - rSquared)) / df : NaN;

  const slopes = predictors.map((place, i) => standardized[i]! * Math.sqrt(squares(outcome) / squares(place)));
  const covariances = predictors.map((i, row) =>
    predictors.map((j, column) =>
      inverse === null ? NaN : (residual * inverse[row]![column]!) / Math.sqrt(squares(i)) / Math.sqrt(squares(j)),
    ),
  );
  const quantile = df > 0 ? studentTQuantile(1 - (1 - level) / 2, df) : NaN;
  const figure = (
    value: number,
    variance: number,
  ): Omit<RegressionCoefficient, 'variable' | 'standardized' | 'varianceInflation'> => {
    const standardError = Math.sqrt(variance);
    const t = value / standardError;
    return {
      value,
      standardError,
      interval: { lower: value - quantile * standardError, upper: value + quantile * standardError, level },
      t,
      p: df > 0 ? 2 * studentTCdf(Math.abs(t), df, 'upper') : NaN,
    };
  };
  const mean = slopes.reduce((sum, slope, i) => sum - slope * means[predictors[i]!]!, means[outcome]!);
  let meanVariance = residual / n;
  predictors.forEach((i, row) => {
    predictors.forEach((j, column) => {
      meanVariance += means[i]! * means[j]! * covariances[row]![column]!;
    });
  });
  const f = rSquared / count / ((1 - rSquared) / df);
  return {
    n,
    df,
    intercept: { variable: -1, ...figure(mean, meanVariance), standardized: NaN, varianceInflation: NaN },
    coefficients: predictors.map((variable, i) => ({
      variable,
      ...figure(slopes[i]!, covariances[i]![i]!),
      standardized: standardized[i]!,
      varianceInflation: inverse === null ? NaN : inverse[i]![i]!,
    })),
    rSquared,
    adjustedRSquared: df > 0 ? 1 - ((1 - rSquared) * (n - 1)) / df : NaN,
    residualSd: Math.sqrt(residual),
    f: df > 0 && count > 0 ? f : NaN,
    p: df > 0 && count > 0 ? fCdf(f, count, df, 'upper') : NaN,
    covariances,
  };
}
