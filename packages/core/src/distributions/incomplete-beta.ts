import { logDeviance } from './log-deviance.ts';
import { CONVERGED, type SmallTail, STEP_LIMIT } from './small-tail.ts';
import { stirlingError } from './stirling-error.ts';

/** The regularised incomplete beta function of two shapes. The slope of a tail is taken on the scale of log(x / (1 - x)). */
export interface IncompleteBeta {
  /** The smaller tail at 0 < x < 1; y is 1 - x, which the caller often knows more exactly. */
  at(x: number, y: number): SmallTail;
  /** The smaller tail at log(x / (1 - x)), also where x or 1 - x is too small for a number. */
  atLogOdds(logOdds: number): SmallTail;
  /** Below minus this log odds the lower tail is x^a / (a B(a, b)) to the last digit, and likewise above for the upper. */
  readonly outskirts: number;
  /** log B(a, b) */
  readonly logBeta: number;
}

/**
 * By the continued fraction of DiDonato and Morris (1992), doi:10.1145/131766.131776, on the side of the mean where it
 * converges fast. The factor x^a y^b / B(a, b) is written as two deviances and Stirling errors (Loader 2000, "Fast and
 * accurate computation of binomial probabilities"), which keeps its digits for shapes of millions.
 *
 * @param a shape, positive and finite
 * @param b shape, positive and finite
 * @returns both ways to ask for a tail; near the mean about 0.6 sqrt(max(a, b)) steps
 */
export function incompleteBeta(a: number, b: number): IncompleteBeta {
  const n = a + b;
  const stirling = stirlingError(n) - stirlingError(a) - stirlingError(b);
  const constant = 0.5 * Math.log((a / n) * (b / (2 * Math.PI))) + stirling;
  const logBeta = -constant - a * Math.log1p(b / a) - b * Math.log1p(a / b);
  const outskirts = 40 + Math.log1p(n);

  function at(x: number, y: number): SmallTail {
    const excess = b * x - a * y; // n (x - mean)
    const logSlope = constant - a * logDeviance((n / a) * x, excess / a) - b * logDeviance((n / b) * y, -excess / b);
    return excess <= 0
      ? { tail: 'lower', logSlope, hazard: fraction(a, b, x, y) }
      : { tail: 'upper', logSlope, hazard: fraction(b, a, y, x) };
  }

  function atLogOdds(logOdds: number): SmallTail {
    if (logOdds < -outskirts) return { tail: 'lower', logSlope: a * logOdds - logBeta, hazard: a };
    if (logOdds > outskirts) return { tail: 'upper', logSlope: -b * logOdds - logBeta, hazard: b };
    return at(1 / (1 + Math.exp(-logOdds)), 1 / (1 + Math.exp(logOdds)));
  }

  return { at, atLogOdds, outskirts, logBeta };
}

/** x^a y^b / B(a, b) over the lower tail at x, for x below the mean a / (a + b); by Lentz's method. */
function fraction(a: number, b: number, x: number, y: number): number {
  const lead = a * y - b * x + 1;
  let value = (a * lead) / (a + 1);
  let c = value;
  let d = 0;
  for (let m = 1; m < STEP_LIMIT; m++) {
    const odd = a + 2 * m - 1;
    const numerator = ((a + m - 1) / odd) * ((a + b + m - 1) / odd) * m * (b - m) * x * x;
    const denominator = m + (m * (b - m) * x) / odd + ((a + m) * (lead + m * (1 + y))) / (odd + 2);
    d = 1 / (denominator + numerator * d);
    c = denominator + numerator / c;
    value *= c * d;
    if (Math.abs(c * d - 1) < CONVERGED) return value;
  }
  return NaN;
}
