/**
 * Exact distribution of the sum of some of several ranks, every choice equally likely: what the Mann-Whitney test (a sample of
 * `chosen` out of all) and Wilcoxon's signed-rank test (each rank in or out) compare with. Ties are kept: the ranks are the
 * mean ranks observed, so nothing is approximated.
 */
export interface RankSumDistribution {
  /** the probability of a sum at most, and at least, as large as this one */
  readonly atMost: (sum: number) => number;
  readonly atLeast: (sum: number) => number;
}

/**
 * All subsets of a fixed size. Cost: ranks x chosen x sum of ranks; 50 ranks take milliseconds.
 *
 * @param ranks mean ranks: multiples of one half
 * @throws RangeError for a number chosen that is not a whole number from 0 to the number of ranks
 * @see Streitberg & Röhmel (1986); agrees with R `exactRankTests::dperm`
 * @example sumOfChosenRanks([1, 2, 3, 4], 2).atMost(3) // 0.1667
 */
export function sumOfChosenRanks(ranks: readonly number[], chosen: number): RankSumDistribution {
  if (!Number.isInteger(chosen) || chosen < 0 || chosen > ranks.length) {
    throw new RangeError(`Unexpected number chosen: ${chosen} of ${ranks.length}.`);
  }
  const doubled = ranks.map((rank) => Math.round(2 * rank));
  const total = doubled.reduce((sum, rank) => sum + rank, 0);
  // shares, not counts, of the subsets of each size: the counts of 60 ranks pass 2^53
  const ways = Array.from({ length: chosen + 1 }, () => new Float64Array(total + 1));
  ways[0]![0] = 1;
  doubled.forEach((rank, seen) => {
    for (let size = Math.min(chosen, seen + 1); size >= 1; size--) {
      // of seen + 1 ranks a subset of this size holds the last with chance size / (seen + 1)
      const take = size / (seen + 1);
      const [own, smaller] = [ways[size]!, ways[size - 1]!];
      for (let sum = total; sum >= 0; sum--) {
        own[sum] = own[sum]! * (1 - take) + (sum >= rank ? smaller[sum - rank]! * take : 0);
      }
    }
  });
  return distributionOf(ways[chosen]!);
}

/**
 * All subsets: each rank is in with chance one half.
 *
 * @param ranks mean ranks: multiples of one half
 * @see agrees with R `exactRankTests::dperm(paired = TRUE)` and `dsignrank`
 * @example sumOfSignedRanks([1, 2, 3]).atLeast(6) // 0.125
 */
export function sumOfSignedRanks(ranks: readonly number[]): RankSumDistribution {
  const doubled = ranks.map((rank) => Math.round(2 * rank));
  const total = doubled.reduce((sum, rank) => sum + rank, 0);
  const shares = new Float64Array(total + 1);
  shares[0] = 1;
  for (const rank of doubled) {
    for (let sum = total; sum >= 0; sum--) shares[sum] = (shares[sum]! + (sum >= rank ? shares[sum - rank]! : 0)) / 2;
  }
  return distributionOf(shares);
}

function distributionOf(shares: Float64Array): RankSumDistribution {
  const sumOver = (from: number, to: number): number => {
    let sum = 0;
    for (let i = Math.max(0, from); i <= Math.min(to, shares.length - 1); i++) sum += shares[i]!;
    return Math.min(1, sum);
  };
  return {
    atMost: (sum) => sumOver(0, Math.round(2 * sum)),
    atLeast: (sum) => sumOver(Math.round(2 * sum), shares.length - 1),
  };
}
