import { logDeviance } from './log-deviance.ts';
import { stirlingError } from './stirling-error.ts';

/**
 * Mean of f(s) where s is the root of a chi-square variable over its degrees of freedom, which is what a standard deviation
 * is to the true one.
 *
 * The trapezoidal rule over log s: of an analytic integrand that dies away on both sides it is right to the last digits once
 * the step is below its width.
 *
 * @param df degrees of freedom, positive and finite
 * @param f analytic in log s
 * @param reach densities below exp(-reach) of the peak count as nothing
 * @param rate how steep f is in log s: the inverse of the width of its steepest part
 */
export function averageOverScale(df: number, f: (s: number) => number, reach: number, rate = 0): number {
  const far = (2 * reach) / df;
  // ends beyond which half df times the deviance, the exponent of the density, passes the reach
  const low = far < 1 / 3 ? -Math.sqrt(3 * far) / 2 : -(1 + far) / 2;
  const high = Math.min(Math.sqrt(2 * far), 2 + Math.log1p(far)) / 2;
  const step = Math.min(0.12, 0.5 / Math.hypot(Math.sqrt(2 * df), rate));
  const peak = Math.sqrt(df / Math.PI) * Math.exp(-stirlingError(df / 2)) * step;
  let sum = 0;
  for (let i = Math.ceil(low / step); i * step <= high; i++) {
    const u = i * step;
    sum += Math.exp(-(df / 2) * logDeviance(Math.exp(2 * u), Math.expm1(2 * u))) * f(Math.exp(u));
  }
  return peak * sum;
}
