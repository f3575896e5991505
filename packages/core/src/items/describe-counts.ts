import type { CategoryCounts } from './category-counts.ts';
import { centralMoments } from './central-moments.ts';
import { countQuantile } from './count-quantile.ts';
import { kurtosis } from './kurtosis.ts';
import { type ShapeType, skewness } from './skewness.ts';

/** One item described; NaN where there is no figure. */
export interface ItemDescription {
  /** answers */
  readonly n: number;
  readonly missing: number;
  readonly mean: number;
  /** divisor n - 1 */
  readonly standardDeviation: number;
  readonly median: number;
  /** mean without the tenth of the answers at each end, their number rounded down */
  readonly trimmedMean: number;
  /** median distance from the median, times 1.4826 */
  readonly medianAbsoluteDeviation: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly skewness: number;
  readonly kurtosis: number;
  /** standard error of the mean */
  readonly standardError: number;
  readonly lowerQuartile: number;
  readonly upperQuartile: number;
}

/**
 * What is usually said of an item's or a score's distribution, from its counts.
 *
 * @param type of skewness and kurtosis, default 3
 * @returns nobody: n 0 and NaN throughout; one answer: no standard deviation; answers all alike: no skewness or kurtosis
 * @see agrees with R `psych::describe(x, type = type, quant = c(.25, .75))`
 * @example describeCounts(categoryCountsOf([1, 2, 2, 5])).standardDeviation // 1.7321
 */
export function describeCounts(table: CategoryCounts, type: ShapeType = 3): ItemDescription {
  const { n, mean, unit, second } = centralMoments(table);
  const spread = n < 2 ? NaN : table.codes.length < 2 ? 0 : unit * Math.sqrt((second * n) / (n - 1));
  const median = countQuantile(table, 0.5);
  return {
    n,
    missing: table.missing,
    mean,
    standardDeviation: spread,
    median,
    trimmedMean: trimmedMean(table, n),
    medianAbsoluteDeviation: 1.4826 * countQuantile(distancesFrom(table, median), 0.5),
    minimum: table.codes[0] ?? NaN,
    maximum: table.codes.at(-1) ?? NaN,
    skewness: skewness(table, type),
    kurtosis: kurtosis(table, type),
    standardError: spread / Math.sqrt(n),
    lowerQuartile: countQuantile(table, 0.25),
    upperQuartile: countQuantile(table, 0.75),
  };
}

function trimmedMean({ codes, counts }: CategoryCounts, n: number): number {
  const cut = Math.floor(n / 10);
  let [passed, sum] = [0, 0];
  codes.forEach((code, i) => {
    const from = Math.max(passed, cut);
    passed += counts[i]!;
    sum += code * Math.max(0, Math.min(passed, n - cut) - from);
  });
  return sum / (n - 2 * cut);
}

function distancesFrom({ codes, counts }: CategoryCounts, centre: number): CategoryCounts {
  const order = [...codes.keys()].sort((a, b) => Math.abs(codes[a]! - centre) - Math.abs(codes[b]! - centre));
  return {
    codes: Float64Array.from(order, (i) => Math.abs(codes[i]! - centre)),
    counts: Float64Array.from(order, (i) => counts[i]!),
    missing: 0,
  };
}
