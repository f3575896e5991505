import { studentTCdf, studentTQuantile } from '../distributions/index.ts';
import { momentsOfColumns } from '../moments/index.ts';
import { type Regression, regression } from './regression.ts';

/** The slope of the predictor at one value of the moderator. */
export interface SimpleSlope {
  /** value of the moderator, in its own units */
  readonly at: number;
  readonly value: number;
  readonly standardError: number;
  readonly interval: { readonly lower: number; readonly upper: number; readonly level: number };
  readonly p: number;
}

/** Whether what a predictor does depends on a third variable. */
export interface Moderation {
  /** coefficients in the order predictor, moderator, product, covariates; predictor and moderator centred */
  readonly regression: Regression;
  /** R squared added by the product */
  readonly addedRSquared: number;
  /** slopes at the moderator's mean less one standard deviation, at its mean, and plus one */
  readonly simpleSlopes: readonly SimpleSlope[];
  /**
   * Johnson-Neyman: values of the moderator at which the slope's interval touches 0, ascending. Between them (or outside)
   * the slope differs from 0 at the level; empty where it does everywhere or nowhere.
   */
  readonly johnsonNeyman: readonly number[];
}

/**
 * Moderation by a product term: does supervision weaken the link between unclear roles and burnout? Predictor and moderator
 * are centred, so their coefficients are slopes at the mean of the other. A two-valued moderator such as inpatient or
 * community setting is coded 0 and 1 and tells the two slopes apart.
 *
 * @param columns complete; covariates are held
 * @param level coverage of the intervals, default 0.95
 * @returns NaN where `regression` has no figure
 * @throws RangeError for columns of different lengths, or a level outside 0 to 1
 * @see Aiken & West (1991), Multiple regression; Bauer & Curran (2005), doi:10.1207/s15327906mbr4003_5; agrees with R
 *   `lm(y ~ x * z)` on centred x and z
 * @example
 * const [burnout, unclearRole, supervision] = [[2, 3, 3, 5, 2, 4], [1, 3, 2, 5, 2, 4], [4, 2, 3, 1, 5, 2]];
 * moderation({ outcome: burnout, predictor: unclearRole, moderator: supervision }).simpleSlopes.length // 3
 */
export function moderation(
  columns: {
    readonly outcome: ArrayLike<number>;
    readonly predictor: ArrayLike<number>;
    readonly moderator: ArrayLike<number>;
    readonly covariates?: readonly ArrayLike<number>[];
  },
  level = 0.95,
): Moderation {
  const { outcome, predictor, moderator, covariates = [] } = columns;
  const { means, comoments, n } = momentsOfColumns([predictor, moderator]);
  const x = Float64Array.from(predictor, (value) => value - means[0]!);
  const z = Float64Array.from(moderator, (value) => value - means[1]!);
  const product = x.map((value, row) => value * z[row]!);
  const moments = momentsOfColumns([outcome, x, z, product, ...covariates]);
  const places = Array.from({ length: 3 + covariates.length }, (_, i) => i + 1);
  const fit = regression(moments, 0, places, level);
  const without = regression(
    moments,
    0,
    places.filter((place) => place !== 3),
    level,
  );
  const [slope, change] = [fit.coefficients[0]!.value, fit.coefficients[2]!.value];
  const [own, joint, ofChange] = [fit.covariances[0]![0]!, fit.covariances[0]![2]!, fit.covariances[2]![2]!];
  const quantile = fit.df > 0 ? studentTQuantile(1 - (1 - level) / 2, fit.df) : NaN;
  const sd = Math.sqrt(comoments[2]! / (n - 1));
  const slopeAt = (distance: number): SimpleSlope => {
    const value = slope + change * distance;
    const standardError = Math.sqrt(own + 2 * distance * joint + distance * distance * ofChange);
    return {
      at: means[1]! + distance,
      value,
      standardError,
      interval: { lower: value - quantile * standardError, upper: value + quantile * standardError, level },
      p: fit.df > 0 ? 2 * studentTCdf(Math.abs(value / standardError), fit.df, 'upper') : NaN,
    };
  };
  // (slope + change z)^2 = quantile^2 (own + 2 joint z + ofChange z^2)
  const squared = quantile * quantile;
  return {
    regression: fit,
    addedRSquared: fit.rSquared - without.rSquared,
    simpleSlopes: [-sd, 0, sd].map(slopeAt),
    johnsonNeyman: roots(
      change * change - squared * ofChange,
      2 * (slope * change - squared * joint),
      slope * slope - squared * own,
    ).map((distance) => means[1]! + distance),
  };
}

/** Real roots of a z^2 + b z + c, ascending, without cancellation. */
function roots(a: number, b: number, c: number): number[] {
  const discriminant = b * b - 4 * a * c;
  if (!(discriminant > 0) || a === 0) return [];
  const q = -(b + Math.sign(b || 1) * Math.sqrt(discriminant)) / 2;
  return [q / a, c / q].sort((first, second) => first - second);
}
