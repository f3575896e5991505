import { normalCdf, normalQuantile, sumOfChosenRanks } from '../distributions/index.ts';
import { answersIn, type CategoryCounts } from '../items/index.ts';
import { type ChangeFigure, refuseLevel } from './effect-size.ts';
import { pooledRanks, rankSum } from './ranks-of-counts.ts';

/** Whether the values of one group tend to be higher than those of another. */
export interface MannWhitney {
  readonly n1: number;
  readonly n2: number;
  /** pairs in which the second group's value is higher, ties counting half */
  readonly u: number;
  /** two-sided */
  readonly p: number;
  readonly exact: boolean;
  /** probability of superiority: chance that somebody of the second group is above somebody of the first, ties half */
  readonly superiority: ChangeFigure;
}

/** At most this many persons in both groups together for the exact distribution. */
const EXACT_UP_TO = 50;

/**
 * Mann-Whitney test (Wilcoxon rank sum) with the probability of superiority, from counts of the values.
 *
 * Up to 50 persons in all p is exact, ties included: every way of dealing the observed values to the groups is counted, and
 * p is twice the smaller tail, at most 1, so that it says the same as a one-sided test at half the level. Above, the normal approximation with correction for ties and continuity. The
 * interval of the probability of superiority has DeLong's variance, on the logit scale, so that it stays within 0 and 1.
 *
 * @param first counts of the values of the first group
 * @param second counts of the second
 * @param level coverage of the interval, default 0.95
 * @returns NaN where a group is empty; the interval also where a group has one person or groups do not overlap
 * @throws RangeError for a level outside 0 to 1
 * @see Mann & Whitney (1947), doi:10.1214/aoms/1177730491; DeLong, DeLong & Clarke-Pearson (1988), doi:10.2307/2531595;
 *   agrees with R `wilcox.test`, without ties or approximate, and with twice the smaller `exactRankTests::pperm` with ties
 *   (`wilcox.exact` instead adds what is as far from the middle on the other side: another p where ties make it lopsided)
 * @example mannWhitney(categoryCountsOf([1, 2, 2]), categoryCountsOf([2, 3, 4])).superiority.value // 0.8889
 */
export function mannWhitney(first: CategoryCounts, second: CategoryCounts, level = 0.95): MannWhitney {
  refuseLevel(level);
  const [n1, n2] = [answersIn(first), answersIn(second)];
  const pooled = pooledRanks([first, second]);
  const sum = rankSum(second, pooled);
  const u = sum - (n2 * (n2 + 1)) / 2;
  const exact = n1 + n2 <= EXACT_UP_TO;
  let p = NaN;
  if (n1 > 0 && n2 > 0) {
    p = exact ? exactP(pooled.ranks, pooled.counts, n2, sum) : approximateP(u, n1, n2, pooled.ties);
  }
  return { n1, n2, u: n1 > 0 && n2 > 0 ? u : NaN, p, exact, superiority: superiorityOf(first, second, level) };
}

function exactP(ranks: Float64Array, counts: Float64Array, chosen: number, sum: number): number {
  const all = Array.from(ranks).flatMap((rank, i) => new Array<number>(counts[i]!).fill(rank));
  const { atMost, atLeast } = sumOfChosenRanks(all, chosen);
  return Math.min(1, 2 * Math.min(atMost(sum), atLeast(sum)));
}

function approximateP(u: number, n1: number, n2: number, ties: number): number {
  const n = n1 + n2;
  const variance = ((n1 * n2) / 12) * (n + 1 - ties / (n * (n - 1)));
  const distance = Math.max(0, Math.abs(u - (n1 * n2) / 2) - 0.5);
  return variance > 0 ? 2 * normalCdf(distance / Math.sqrt(variance), 0, 1, 'upper') : 1;
}

function superiorityOf(first: CategoryCounts, second: CategoryCounts, level: number): ChangeFigure {
  const [n1, n2] = [answersIn(first), answersIn(second)];
  // placement of each value: the share of the other group that it beats, ties half
  const beats = (value: number, { codes, counts }: CategoryCounts, all: number): number =>
    codes.reduce((sum, code, i) => sum + (code < value ? 1 : code === value ? 0.5 : 0) * counts[i]!, 0) / all;
  const placements2 = second.codes.map((value) => beats(value, first, n1));
  const placements1 = first.codes.map((value) => 1 - beats(value, second, n2));
  const value = placements2.reduce((sum, share, i) => sum + share * second.counts[i]!, 0) / n2;
  const spread = (placements: Float64Array, { counts }: CategoryCounts, n: number): number =>
    placements.reduce((sum, share, i) => sum + counts[i]! * (share - value) ** 2, 0) / (n - 1) / n;
  const variance = spread(placements1, first, n1) + spread(placements2, second, n2);
  if (!(variance > 0) || !(value > 0 && value < 1)) return { value, lower: NaN, upper: NaN };
  const half = (normalQuantile(1 - (1 - level) / 2) * Math.sqrt(variance)) / (value * (1 - value));
  const logit = Math.log(value / (1 - value));
  const share = (x: number): number => 1 / (1 + Math.exp(-x));
  return { value, lower: share(logit - half), upper: share(logit + half) };
}
