import { normalCdf, sumOfSignedRanks } from '../distributions/index.ts';
import type { CategoryCounts } from '../items/index.ts';
import { pooledRanks } from './ranks-of-counts.ts';

/** Whether changes of the same people tend upward or downward. */
export interface WilcoxonSignedRank {
  /** persons who changed; those who did not are left out, as Wilcoxon does */
  readonly n: number;
  readonly unchanged: number;
  /** sum of the ranks of the upward changes */
  readonly v: number;
  /** two-sided */
  readonly p: number;
  readonly exact: boolean;
  /** (upward - downward) / all ranks: from -1 to 1 */
  readonly rankBiserial: number;
}

const EXACT_UP_TO = 50;
/** Sizes are compared by so many digits; what is below the last digit of the largest is rounding. */
const DIGITS = 12;

/**
 * Wilcoxon's signed-rank test on the changes of the same people, from counts of the changes. Up to 50 who changed p is
 * exact, ties included; above, the normal approximation with correction for ties and continuity. Assumes changes that are
 * symmetric about their middle.
 *
 * Means of a few items are no exact binary numbers: 0.3 - 0.2 is not 0.1, and 0.1 + 0.2 - 0.3 is not 0. So changes of one
 * size to twelve digits are tied, and what is below 1e-12 of the largest change is none. R does the first on request
 * (`digits.rank`, by default it ranks the rounding), and never the second: it takes 5.6e-17 for the smallest change there is.
 *
 * @param changes counts of after less before (`categoryCountsOf`)
 * @returns NaN where nobody changed
 * @see Wilcoxon (1945), doi:10.2307/3001968; Kerby (2014), doi:10.2466/11.IT.3.1 (rank-biserial); agrees with R
 *   `wilcox.test(digits.rank = 12)` on changes without such remainders, without ties or approximate, and with `exactRankTests::wilcox.exact` with ties
 * @example wilcoxonSignedRank(categoryCountsOf([1, 1, 0, -1, 2])).v // 8
 */
export function wilcoxonSignedRank({ codes, counts }: CategoryCounts): WilcoxonSignedRank {
  const sizes = new Map<number, { up: number; down: number }>();
  let unchanged = 0;
  const rounding = codes.reduce((largest, code) => Math.max(largest, Math.abs(code)), 0) * 10 ** -DIGITS;
  codes.forEach((code, i) => {
    const size = Number(Math.abs(code).toPrecision(DIGITS));
    if (size <= rounding) {
      unchanged += counts[i]!;
      return;
    }
    const known = sizes.get(size) ?? { up: 0, down: 0 };
    known[code > 0 ? 'up' : 'down'] += counts[i]!;
    sizes.set(size, known);
  });
  const order = Float64Array.from(sizes.keys()).sort();
  const tied = order.map((size) => sizes.get(size)!.up + sizes.get(size)!.down);
  const { ranks, n, ties } = pooledRanks([{ codes: order, counts: tied, missing: 0 }]);
  const v = order.reduce((sum, size, i) => sum + sizes.get(size)!.up * ranks[i]!, 0);
  const all = (n * (n + 1)) / 2;
  const exact = n <= EXACT_UP_TO;
  let p = NaN;
  if (n > 0 && exact) {
    const every = Array.from(ranks).flatMap((rank, i) => new Array<number>(tied[i]!).fill(rank));
    const { atMost, atLeast } = sumOfSignedRanks(every);
    p = Math.min(1, 2 * Math.min(atMost(v), atLeast(v)));
  } else if (n > 0) {
    const variance = (n * (n + 1) * (2 * n + 1)) / 24 - ties / 48;
    p = 2 * normalCdf(Math.max(0, Math.abs(v - all / 2) - 0.5) / Math.sqrt(variance), 0, 1, 'upper');
  }
  return { n, unchanged, v: n > 0 ? v : NaN, p, exact, rankBiserial: n > 0 ? (2 * v - all) / all : NaN };
}
