import { coincidencesOf } from './coincidence-matrix.ts';
import { type KrippendorffMetric, krippendorffAlpha } from './krippendorff-alpha.ts';
import { percentileInterval } from './percentile-interval.ts';
import type { RatingPatterns } from './rating-patterns.ts';

export interface KrippendorffBootstrapOptions {
  /** the source of chance: numbers from 0 up to but not including 1, seeded by the caller */
  readonly random: () => number;
  /** samples drawn, default 1000 */
  readonly draws?: number;
  /** coverage aimed at, default 0.95 */
  readonly level?: number;
}

export interface KrippendorffBootstrapResult {
  readonly lower: number;
  readonly upper: number;
  /** samples that had an alpha: those whose ratings are all alike have none and are left out */
  readonly usable: number;
  readonly draws: number;
}

/**
 * Percentile bootstrap interval for Krippendorff's alpha: units are drawn with replacement, as many as there are, each with
 * all its ratings; observed and expected disagreement are both computed anew in every sample. Only units with two or more
 * ratings are drawn. (The KALPHA macro draws pairs instead and keeps the expected disagreement fixed, which takes ratings
 * of one unit for independent.) The estimates are interpolated as by R `quantile(type = 7)`.
 *
 * The same seed gives the same interval however the units were split before merging: units stand in the order of
 * their patterns, and unit floor(random() * n) is drawn. Cost: draws x (units + ratings in distinct patterns).
 *
 * @returns NaN where no sample has an alpha
 * @throws RangeError unless 0 < level < 1 and draws is a whole number from 1, and for a random number outside [0, 1)
 * @see Zapf, Castell, Morawietz & Karch (2016), doi:10.1186/s12874-016-0200-9
 * @example
 * const patterns = ratingPatternsOf([[1, 1], [1, 2], [2, 2], [2, 3], [3, 3], [1, 3], [2, 2], [3, 3]]);
 * krippendorffBootstrap(patterns, 'ordinal', { random: seededRandom(20261121) }).lower // -0.3355
 */
export function krippendorffBootstrap(
  patterns: RatingPatterns,
  metric: KrippendorffMetric,
  { random, draws = 1000, level = 0.95 }: KrippendorffBootstrapOptions,
): KrippendorffBootstrapResult {
  if (!(level > 0 && level < 1)) throw new RangeError(`Unexpected level: ${level}.`);
  if (!(Number.isInteger(draws) && draws >= 1)) throw new RangeError(`Unexpected number of draws: ${draws}.`);
  const pairable = patterns.filter(({ ratings }) => ratings.length > 1);
  const owners = pairable.flatMap(({ units }, pattern) => new Array<number>(units).fill(pattern));
  const contributions = contributionsOf(pairable);
  const { values, counts } = coincidencesOf(pairable);
  const drawn = new Float64Array(pairable.length);
  const alphas: number[] = [];
  for (let draw = 0; draw < draws; draw++) {
    drawn.fill(0);
    for (let unit = 0; unit < owners.length; unit++) {
      const owner = owners[Math.floor(random() * owners.length)];
      if (owner === undefined) throw new RangeError('Unexpected random number outside [0, 1).');
      drawn[owner]! += 1;
    }
    counts.fill(0);
    for (let pattern = 0; pattern < drawn.length; pattern++) {
      const times = drawn[pattern]!;
      if (times === 0) continue;
      const { cells, weights } = contributions[pattern]!;
      for (let c = 0; c < cells.length; c++) counts[cells[c]!]! += times * weights[c]!;
    }
    const alpha = krippendorffAlpha({ values, counts }, metric);
    if (!Number.isNaN(alpha)) alphas.push(alpha);
  }
  return { ...percentileInterval(alphas, level), usable: alphas.length, draws };
}

/** What one unit of each pattern adds to the cells of the coincidence matrix of all. */
function contributionsOf(patterns: RatingPatterns): { cells: number[]; weights: number[] }[] {
  const { values } = coincidencesOf(patterns);
  return patterns.map(({ ratings }) => {
    const own = coincidencesOf([{ ratings, units: 1 }]);
    const at = Array.from(own.values, (value) => values.indexOf(value));
    const cells = at.flatMap((i) => at.map((j) => i * values.length + j));
    return { cells, weights: [...own.counts] };
  });
}
