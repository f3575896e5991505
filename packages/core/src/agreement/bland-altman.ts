import { normalQuantile, studentTQuantile } from '../distributions/index.ts';
import { type Moments, packedIndex } from '../moments/moments.ts';
import { meanDifference } from './mean-difference.ts';

/** A figure in the unit of the measurements, with its interval. */
export interface BlandAltmanFigure {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

export interface BlandAltmanOptions {
  /** share of differences the limits are to hold, default 0.95: the usual 1.96 standard deviations */
  readonly coverage?: number;
  /** coverage of the intervals aimed at, default 0.95 */
  readonly level?: number;
}

export interface BlandAltmanResult {
  /** pairs of measurements */
  readonly n: number;
  /** mean of first - second */
  readonly bias: BlandAltmanFigure;
  /** bias -/+ z s */
  readonly lowerLimit: BlandAltmanFigure;
  readonly upperLimit: BlandAltmanFigure;
  /** s, standard deviation of the differences, divisor n - 1 */
  readonly sd: number;
  /** correlation of the differences with the means of the pairs: far from 0, the limits do not fit all of the range */
  readonly trend: number;
}

// of the two variances: less than this is what rounding leaves of a difference that is the same for everybody
const ROUNDING = 1e-14;

/**
 * Bland and Altman's bias and limits of agreement of two measurements of the same persons, in the unit of measurement:
 *
 *   bias = mean(d),   limits = bias -/+ z s,   se(bias) = s / sqrt(n),   se(limit) = s sqrt(1 / n + z^2 / (2 (n - 1)))
 *
 * d being first - second. Intervals are value -/+ t se with n - 1 degrees of freedom, those of the limits approximate
 * (Bland & Altman 1999, section 2; not the exact ones from the noncentral t). Assumes differences that are near normal
 * and neither shift nor widen with the size of what is measured: see `trend`, and plot them.
 *
 * @param moments moments of the two measurements over persons who have both (two variables, listwise)
 * @returns the bias alone for one person, NaN for nobody and with a NaN among the measurements; where all differences are
 * the same the limits are the bias; `trend` NaN where all differences, or all means of the pairs, are the same
 * @throws RangeError unless there are two variables, 0 < coverage < 1 and 0 < level < 1
 * @see Bland & Altman (1999), doi:10.1177/096228029900800204, (1986), doi:10.1016/S0140-6736(86)90837-8
 * @example blandAltman(momentsOf([[10, 11], [14, 13], [9, 9], [16, 17]])).bias.value // -0.25
 */
export function blandAltman(
  moments: Moments<'listwise'>,
  { coverage = 0.95, level = 0.95 }: BlandAltmanOptions = {},
): BlandAltmanResult {
  const { n, means, comoments } = moments;
  if (means.length !== 2) throw new RangeError(`Unexpected number of variables: ${means.length}, expected 2.`);
  if (!(coverage > 0 && coverage < 1)) throw new RangeError(`Unexpected coverage: ${coverage}.`);
  if (!(level > 0 && level < 1)) throw new RangeError(`Unexpected level: ${level}.`);
  const first = comoments[packedIndex(0, 0)]!;
  const second = comoments[packedIndex(1, 1)]!;
  const shared = comoments[packedIndex(0, 1)]!;
  const smallest = ROUNDING * (first + second);
  // squares of some 1e154 and more overflow, and must not pass for rounding
  const differences = Number.isFinite(smallest) ? first + second - 2 * shared : NaN;
  const sums = first + second + 2 * shared;
  const varied = !(differences <= smallest); // NaN stays NaN
  const sd = n > 1 ? Math.sqrt((varied ? differences : 0) / (n - 1)) : NaN;
  const z = normalQuantile((1 - coverage) / 2, 0, 1, 'upper');
  const t = n > 1 ? studentTQuantile((1 - level) / 2, n - 1, 'upper') : NaN;
  const around = (value: number, standardError: number): BlandAltmanFigure => {
    const margin = t * standardError;
    return { value, lower: value - margin, upper: value + margin };
  };
  const bias = n > 0 ? meanDifference(moments, 0, 1) : NaN;
  const ofLimit = sd * Math.sqrt(1 / n + (z * z) / (2 * (n - 1)));
  return {
    n,
    bias: around(bias, sd / Math.sqrt(n)),
    lowerLimit: around(bias - z * sd, ofLimit),
    upperLimit: around(bias + z * sd, ofLimit),
    sd,
    trend: varied && sums > smallest ? (first - second) / Math.sqrt(differences) / Math.sqrt(sums) : NaN,
  };
}
