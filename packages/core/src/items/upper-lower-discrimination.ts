import type { ScoreGroups } from './score-groups.ts';

/** How an item tells high from low scorers. */
export interface UpperLower {
  /** mean answer of the upper group */
  readonly upper: number;
  /** mean answer of the lower group */
  readonly lower: number;
  /** their difference over the item's possible range: from -1 to 1; for 0/1 items the difference of shares */
  readonly discrimination: number;
}

/** Options of {@link upperLowerDiscrimination}. */
export interface UpperLowerOptions {
  /** share of respondents in each group, default 0.27: the most telling one for normal scores */
  readonly share?: number;
  /** lowest possible code, default 0 */
  readonly minimum?: number;
  /** highest possible code, default 1 */
  readonly maximum?: number;
}

/**
 * Discrimination of each item between the upper and the lower 27 percent of scorers.
 *
 * Each group weighs exactly `share` times n respondents. Of those who are tied at the cut, each counts with the same
 * fraction, as many as still have room: the answer is the mean over all ways of breaking the tie, and depends neither on
 * the order of respondents nor on chance.
 *
 * @param groups of the scale (`scoreGroupsOf`)
 * @returns an entry an item; NaN without respondents, and where all have the same score
 * @throws RangeError unless 0 < share <= 0.5 and minimum < maximum
 * @see Kelley (1939), doi:10.1037/h0057123; where no tie falls on the cut, R
 * `mean(item[rank(score) > n - m]) - mean(item[rank(score) <= m])` with m = share * n, over the range
 * @example upperLowerDiscrimination(scoreGroupsOf([[0, 0, 1, 1], [0, 1, 0, 1]]), { share: 0.25 })[0].discrimination // 1
 */
export function upperLowerDiscrimination(
  groups: ScoreGroups,
  { share = 0.27, minimum = 0, maximum = 1 }: UpperLowerOptions = {},
): UpperLower[] {
  if (!(share > 0 && share <= 0.5)) throw new RangeError(`Unexpected share: ${share}.`);
  if (!(minimum < maximum)) throw new RangeError(`Unexpected range: ${minimum} to ${maximum}.`);
  const { counts, sums } = groups;
  const places = [...counts.keys()];
  const n = counts.reduce((sum, count) => sum + count, 0);
  const mean = (sum: Float64Array, order: readonly number[]): number => {
    let room = share * n;
    let found = 0;
    for (const i of order) {
      const weight = Math.min(room, counts[i]!);
      found += weight * (sum[i]! / counts[i]!);
      room -= weight;
      if (!(room > 0)) break;
    }
    return counts.length > 1 ? found / (share * n) : NaN;
  };
  return sums.map((sum) => {
    const upper = mean(sum, places.toReversed());
    const lower = mean(sum, places);
    return { upper, lower, discrimination: (upper - lower) / (maximum - minimum) };
  });
}
