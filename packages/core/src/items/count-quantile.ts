import { answersIn, type CategoryCounts } from './category-counts.ts';

/**
 * Quantile of the answers by linear interpolation between order statistics, R's type 7 (its default, and Excel's).
 *
 * @param p from 0 to 1; 0.5 is the median
 * @returns NaN where nobody answered
 * @throws RangeError for p outside 0 to 1
 * @see Hyndman & Fan (1996), doi:10.1080/00031305.1996.10473566; agrees with R `quantile(x, p, na.rm = TRUE)`
 * @example countQuantile(categoryCountsOf([1, 2, 4, 8]), 0.5) // 3
 */
export function countQuantile(table: CategoryCounts, p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`Unexpected p: ${p}.`);
  const place = (answersIn(table) - 1) * p;
  const below = Math.floor(place);
  const low = answerAt(table, below);
  return low + (place - below) * (answerAt(table, below + 1) - low);
}

/** The answer at a place of the sorted answers, counted from 0. */
function answerAt({ codes, counts }: CategoryCounts, place: number): number {
  let passed = 0;
  for (let i = 0; i < codes.length; i++) {
    passed += counts[i]!;
    if (place < passed) return codes[i]!;
  }
  return codes.at(-1) ?? NaN;
}
