import { studentTQuantile } from '../distributions/index.ts';
import { kappaInterval } from './kappa-interval.ts';
import type { RatingPatterns } from './rating-patterns.ts';

export interface FleissKappaResult {
  /** units rated, and ratings of each */
  readonly n: number;
  readonly raters: number;
  /** share of agreeing pairs of ratings observed, and expected by chance */
  readonly observed: number;
  readonly expected: number;
  readonly kappa: number;
  /** standard error that holds whatever the true kappa (Gwet 2021), for intervals */
  readonly standardError: number;
  /** the standard error if the true kappa is 0 (Fleiss, Nee & Landis 1979), for the test of that only */
  readonly nullStandardError: number;
  /** kappa -/+ t standardError with n - 1 degrees of freedom, cut at -1 and 1 */
  readonly lower: number;
  readonly upper: number;
}

/**
 * Fleiss' kappa: agreement beyond chance of m ratings a unit, the raters need not be the same for each unit:
 *
 *   kappa = (pa - pe) / (1 - pe),   pa = mean over units of sum_j(r_j (r_j - 1)) / (m (m - 1)),   pe = sum(p_j^2)
 *
 * r_j being the ratings j of a unit and p_j the share of j in all ratings. For nominal codes. With m = 2 it is Scott's
 * pi, not Cohen's kappa. The standard error for the interval is that of the mean of the units' linearised kappas
 * (divisor n - 1); the one of Fleiss, Nee & Landis holds under chance agreement only and makes intervals too narrow.
 *
 * @param patterns units with the same number of ratings each, at least 2
 * @param level coverage aimed at, default 0.95
 * @returns NaN where units differ in the number of their ratings (see `krippendorffAlpha`), where it is below 2, where all
 *   ratings are alike or there is no unit; no standard error for a single unit
 * @throws RangeError unless 0 < level < 1
 * @see Fleiss (1971), doi:10.1037/h0031619; Fleiss, Nee & Landis (1979), doi:10.1037/0033-2909.86.5.974; Gwet (2021),
 *   doi:10.1177/0013164420973080. Agrees with R `irrCAC::fleiss.kappa.dist` (kappa, standard error, interval)
 * @example fleissKappa(ratingPatternsOf([[1, 1, 1], [2, 2, 1], [2, 2, 2]])).kappa // 0.55
 */
export function fleissKappa(patterns: RatingPatterns, level = 0.95): FleissKappaResult {
  if (!(level > 0 && level < 1)) throw new RangeError(`Unexpected level: ${level}.`);
  const m = patterns[0]?.ratings.length ?? NaN;
  let n = 0;
  const totals = new Map<number, number>();
  for (const { ratings, units } of patterns) {
    n += units;
    for (const rating of ratings) totals.set(rating, (totals.get(rating) ?? 0) + units);
  }
  const estimable = m >= 2 && totals.size > 1 && patterns.every(({ ratings }) => ratings.length === m);
  if (!estimable) return { ...NOT_ESTIMABLE, n };
  let chance = 0; // 1 - pe
  let skew = 0;
  for (const total of totals.values()) {
    const p = total / (n * m);
    chance += p * (1 - p);
    skew += p * (1 - p) * (1 - 2 * p);
  }
  // of the units: share of disagreeing pairs, and the chance of a rating to disagree with one of its own
  const perUnit = patterns.map(({ ratings, units }) => {
    let agreeing = 0;
    let unusual = 0;
    for (const rating of ratings) {
      agreeing += ratings.filter((other) => other === rating).length - 1;
      unusual += 1 - totals.get(rating)! / (n * m);
    }
    return { units, seen: 1 - agreeing / (m * (m - 1)), unusual: unusual / m };
  });
  const seen = perUnit.reduce((sum, unit) => sum + unit.units * unit.seen, 0) / n;
  const kappa = 1 - seen / chance;
  let squares = 0;
  for (const unit of perUnit) {
    const gap = (seen - unit.seen + 2 * (seen / chance) * (unit.unusual - chance)) / chance;
    squares += unit.units * gap * gap;
  }
  const standardError = n > 1 ? Math.sqrt(squares / (n * (n - 1))) : NaN;
  const margin = studentTQuantile((1 - level) / 2, n - 1, 'upper') * standardError;
  return {
    n,
    raters: m,
    observed: 1 - seen,
    expected: 1 - chance,
    kappa,
    standardError,
    nullStandardError: Math.sqrt((2 * (chance * chance - skew)) / (n * m * (m - 1))) / chance,
    ...kappaInterval(kappa, margin),
  };
}

const NOT_ESTIMABLE = {
  raters: NaN,
  observed: NaN,
  expected: NaN,
  kappa: NaN,
  standardError: NaN,
  nullStandardError: NaN,
  lower: NaN,
  upper: NaN,
};
