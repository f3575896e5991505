import { answersIn, type CategoryCounts, countQuantile } from '../items/index.ts';

/** How many steps of the response scale the members of one group are from their own centre, the mean over the items. */
export interface AverageDeviation {
  /** fewest answers to an item */
  readonly n: number;
  /** about the mean of each item, AD_M */
  readonly aboutMean: number;
  /** about the median of each item, AD_Md: never larger */
  readonly aboutMedian: number;
}

/**
 * Average deviation index of one group: sum |x - centre| / n for each item, averaged over the items. It is read in steps
 * of the response scale and needs no idea of answers by chance; up to A / 6 for A options counts as agreement (0.83 for
 * five options).
 *
 * @param items counts of the members' answers, an entry an item (`categoryCountsOf`)
 * @returns NaN for fewer than two answers to an item, or without items
 * @see Burke, Finkelstein & Dusig (1999), doi:10.1177/109442819921004; Burke & Dunlap (2002),
 *   doi:10.1177/1094428102005002002; agrees with R `multilevel::ad.m(type = "mean")` and `type = "median"`
 * @example averageDeviation([categoryCountsOf([4, 4, 5, 3])]).aboutMean // 0.5
 */
export function averageDeviation(items: readonly CategoryCounts[]): AverageDeviation {
  let n = Infinity;
  let [aboutMean, aboutMedian] = [0, 0];
  for (const item of items) {
    const answers = answersIn(item);
    n = Math.min(n, answers);
    let sum = 0;
    for (let i = 0; i < item.codes.length; i++) sum += item.codes[i]! * item.counts[i]!;
    aboutMean += deviation(item, sum / answers, answers);
    aboutMedian += deviation(item, countQuantile(item, 0.5), answers);
  }
  if (items.length === 0 || n < 2) return { n: items.length === 0 ? 0 : n, aboutMean: NaN, aboutMedian: NaN };
  return { n, aboutMean: aboutMean / items.length, aboutMedian: aboutMedian / items.length };
}

function deviation({ codes, counts }: CategoryCounts, centre: number, answers: number): number {
  let sum = 0;
  for (let i = 0; i < codes.length; i++) sum += Math.abs(codes[i]! - centre) * counts[i]!;
  return sum / answers;
}
