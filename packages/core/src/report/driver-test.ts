import { type RobustCoefficient, robustRegression } from '../drivers/index.ts';
import type { DriverTest } from './drivers-report-types.ts';
import { estimateOf } from './estimate.ts';
import { orNull } from './or-null.ts';

export interface DriverFit {
  readonly intercept: DriverTest;
  readonly coefficients: readonly DriverTest[];
}

/** Least squares with standard errors by teams (CR2) where there are some, else HC3. */
export function driverFit(
  outcome: Float64Array,
  predictors: readonly Float64Array[],
  teams: readonly string[] | undefined,
  level: number,
): DriverFit {
  const fit = robustRegression(outcome, predictors, { level, ...(teams === undefined ? {} : { clusters: teams }) });
  const test = ({ value, standardError, interval, t, df, p }: RobustCoefficient): DriverTest => ({
    ...estimateOf(value, fit.n, teams === undefined ? 'least squares, HC3' : 'least squares, CR2 by team', {
      ...interval,
      method: teams === undefined ? 'heteroscedasticity-robust' : 'cluster-robust',
    }),
    standardError: orNull(standardError),
    t: orNull(t),
    df: orNull(df),
    p: orNull(p),
  });
  return { intercept: test(fit.intercept), coefficients: fit.coefficients.map(test) };
}
