import { fCdf } from '../distributions/index.ts';
import type { OneWayMeanSquares } from './one-way-mean-squares.ts';

/** How much of the variation of one person's answer, and of a group's mean, is between groups. */
export interface GroupIntraclassCorrelations {
  /** ICC(1), the share of the variance of one person that is between groups, with the weighted group size n0 */
  readonly icc1: number;
  /** ICC(1) with the mean group size instead, as much software has it; the same for groups of one size */
  readonly icc1OfMeanSize: number;
  /** ICC(2), the reliability of the group means */
  readonly icc2: number;
  readonly f: number;
  readonly df1: number;
  readonly df2: number;
  readonly p: number;
}

/**
 * ICC(1) and ICC(2) of groups of any sizes, from the one-way analysis of variance:
 *
 *   icc1 = (MSB - MSW) / (MSB + (size - 1) MSW),   icc2 = (MSB - MSW) / MSB
 *
 * The F test is exact for normal answers of one variance. Intervals: `groupIntraclassIntervals`. Negative values are not
 * clipped.
 *
 * @param meanSquares between and within groups (`oneWayMeanSquaresOf`)
 * @returns NaN for fewer than two groups and where no group has two persons, degrees of freedom included; NaN but for these
 *   where nobody differs, and with a NaN among the answers; `icc2` NaN where the groups' means do not differ. Where persons
 *   differ between groups only, both are 1 and F infinite
 * @see Shrout & Fleiss (1979), doi:10.1037/0033-2909.86.2.420. `icc1OfMeanSize` and `icc2` agree with R
 *   `multilevel::ICC1` and `multilevel::ICC2`
 * @example
 * const teams = [momentsOf([[1], [2], [2]]), momentsOf([[4], [5]]), momentsOf([[3], [3], [4]])];
 * groupIntraclassCorrelations(oneWayMeanSquaresOf(teams)).icc1 // 0.8305
 */
export function groupIntraclassCorrelations(meanSquares: OneWayMeanSquares): GroupIntraclassCorrelations {
  const { n, groups, between, within, meanSize, weightedSize } = meanSquares;
  const exists = groups > 1 && n > groups;
  const f = between / within;
  const share = (size: number): number => 1 - size / (f + size - 1);
  const icc2 = 1 - 1 / f;
  return {
    icc1: share(weightedSize),
    icc1OfMeanSize: share(meanSize),
    icc2: Number.isFinite(icc2) ? icc2 : NaN,
    f,
    df1: exists ? groups - 1 : NaN,
    df2: exists ? n - groups : NaN,
    p: fCdf(f, groups - 1, n - groups, 'upper'),
  };
}
