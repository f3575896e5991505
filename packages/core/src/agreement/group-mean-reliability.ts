/**
 * Reliability of the mean of a group of a given size, by the Spearman-Brown formula from ICC(1):
 *
 *   size icc1 / (1 + (size - 1) icc1)
 *
 * What ICC(2) is for groups of one size, this is for each of groups of different sizes.
 *
 * @param icc1 share of the variance of one person that is between groups, such as `groupIntraclassCorrelations(...).icc1`
 * @param size members of the group
 * @returns NaN where icc1 is NaN; a negative icc1 gives a negative figure: there is nothing reliable in the means
 * @throws RangeError for a size below 1
 * @see Bliese (2000), in Klein & Kozlowski, Multilevel theory, research, and methods in organizations; agrees with R
 *   `multilevel::gmeanrel` on the same ICC(1)
 * @example groupMeanReliability(0.1, 20) // 0.6897
 */
export function groupMeanReliability(icc1: number, size: number): number {
  if (!(size >= 1)) throw new RangeError(`Unexpected size: ${size}.`);
  return (size * icc1) / (1 + (size - 1) * icc1);
}
