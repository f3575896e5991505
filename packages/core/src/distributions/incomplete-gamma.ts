import { logDeviance } from './log-deviance.ts';
import { CONVERGED, type SmallTail, STEP_LIMIT } from './small-tail.ts';
import { stirlingError } from './stirling-error.ts';

/**
 * The regularised incomplete gamma function of a shape, as a function of x > 0.
 *
 * Below the mean the lower tail by its power series, above it the upper tail by Legendre's continued fraction (Gautschi
 * 1979, ACM Transactions on Mathematical Software 5, 466-481). Their common factor x^a e^-x / gamma(a) is written as a
 * deviance and Stirling errors (Loader 2000, "Fast and accurate computation of binomial probabilities"), which keeps its
 * digits for shapes of millions.
 *
 * @param a shape, positive and finite
 * @returns the smaller tail at x, its slope taken on the scale of log x; near the mean about 8 sqrt(a) steps
 */
export function incompleteGamma(a: number): (x: number) => SmallTail {
  const constant = 0.5 * Math.log(a / (2 * Math.PI)) - stirlingError(a);
  return (x) => {
    const logSlope = constant - a * logDeviance(x / a, (x - a) / a);
    return x < a + 1
      ? { tail: 'lower', logSlope, hazard: a / lowerSeries(a, x) }
      : { tail: 'upper', logSlope, hazard: upperFraction(a, x) };
  };
}

/** 1 + x / (a + 1) + x^2 / ((a + 1)(a + 2)) + ... */
function lowerSeries(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; k < STEP_LIMIT; k++) {
    term *= x / (a + k);
    sum += term;
    if (term < CONVERGED * sum) return sum;
  }
  return NaN;
}

/** x + 1 - a + 1 (a - 1) / (x + 3 - a + 2 (a - 2) / (x + 5 - a + ...)), by Lentz's method */
function upperFraction(a: number, x: number): number {
  let denominator = x + 1 - a;
  let value = denominator;
  let c = denominator;
  let d = 0;
  for (let k = 1; k < STEP_LIMIT; k++) {
    const numerator = k * (a - k);
    denominator += 2;
    d = 1 / (denominator + numerator * d);
    c = denominator + numerator / c;
    value *= c * d;
    if (Math.abs(c * d - 1) < CONVERGED) return value;
  }
  return NaN;
}
