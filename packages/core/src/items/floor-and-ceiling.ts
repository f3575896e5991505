import { answersIn, type CategoryCounts } from './category-counts.ts';

/**
 * Share of answers at the lowest and at the highest value that is possible: for an item its response scale, for a score
 * its possible range. More than 15 percent is commonly called a floor or ceiling effect.
 *
 * @param minimum lowest possible value, not the lowest observed
 * @param maximum highest possible value
 * @returns shares of those who answered; NaN where nobody did
 * @throws RangeError unless minimum < maximum
 * @see Terwee et al. (2007), doi:10.1016/j.jclinepi.2006.03.012; R `mean(x == minimum, na.rm = TRUE)`
 * @example floorAndCeiling(categoryCountsOf([1, 1, 3, 5]), 1, 5) // { floor: 0.5, ceiling: 0.25 }
 */
export function floorAndCeiling(
  table: CategoryCounts,
  minimum: number,
  maximum: number,
): { floor: number; ceiling: number } {
  if (!(minimum < maximum)) throw new RangeError(`Unexpected range: ${minimum} to ${maximum}.`);
  const n = answersIn(table);
  const share = (code: number): number => (table.counts[table.codes.indexOf(code)] ?? 0) / n;
  return { floor: share(minimum), ceiling: share(maximum) };
}
