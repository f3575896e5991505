import { fQuantile } from '../distributions/index.ts';
import type { OneWayMeanSquares } from './one-way-mean-squares.ts';

/** Intervals of ICC(1) and ICC(2). */
export interface GroupIntraclassIntervals {
  /** of `icc1`, with the weighted group size n0 */
  readonly icc1: { readonly lower: number; readonly upper: number; readonly level: number };
  readonly icc2: { readonly lower: number; readonly upper: number; readonly level: number };
  /** groups are of one size: exact for normal answers of one variance. Otherwise an approximation */
  readonly exact: boolean;
}

/**
 * Intervals of ICC(1) and ICC(2) from the F distribution: with F = MSB / MSW and its limits F / F(1 - a/2) and F / F(a/2),
 * a = 1 - level,
 *
 *   icc1 = (F - 1) / (F + n0 - 1),   icc2 = 1 - 1 / F
 *
 * For groups of one size that is exact. For unequal sizes n0 stands for all of them, which costs little unless sizes differ
 * tenfold and groups differ much (docs/methods/coverage.md). Limits can be negative and are not clipped.
 *
 * @param meanSquares between and within groups (`oneWayMeanSquaresOf`)
 * @param level coverage aimed at, default 0.95
 * @returns NaN where `groupIntraclassCorrelations` has no figure; 1 where persons differ between groups only
 * @throws RangeError unless 0 < level < 1
 * @see Searle (1971), Linear models; Thomas & Hultquist (1978), Annals of Statistics 6, 582-587; Donner (1979), American
 *   Journal of Epidemiology 110, 335-342; for groups of one size agrees with R `psych::ICC`, ICC1 and ICC1k
 * @example
 * const teams = [momentsOf([[1], [2], [2]]), momentsOf([[4], [5]]), momentsOf([[3], [3], [4]])];
 * groupIntraclassIntervals(oneWayMeanSquaresOf(teams)).icc1.lower // 0.197
 */
export function groupIntraclassIntervals(
  { n, groups, between, within, meanSize, weightedSize }: OneWayMeanSquares,
  level = 0.95,
): GroupIntraclassIntervals {
  if (!(level > 0 && level < 1)) throw new RangeError(`Unexpected level: ${level}.`);
  const tail = (1 - level) / 2;
  const f = between / within;
  const low = f / fQuantile(tail, groups - 1, n - groups, 'upper');
  const high = f * fQuantile(tail, n - groups, groups - 1, 'upper');
  const share = (ratio: number): number => 1 - weightedSize / (ratio + weightedSize - 1);
  const reliability = (ratio: number): number => (ratio > 0 ? 1 - 1 / ratio : NaN);
  return {
    icc1: { lower: share(low), upper: share(high), level },
    icc2: { lower: reliability(low), upper: reliability(high), level },
    exact: Math.abs(weightedSize - meanSize) < 1e-9 * meanSize,
  };
}
