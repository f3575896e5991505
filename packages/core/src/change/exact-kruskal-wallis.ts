import { answersIn, type CategoryCounts } from '../items/index.ts';
import { type PooledRanks, rankSum } from './ranks-of-counts.ts';

/** At most this many ways of dealing the persons to the groups. */
const EXACT_UP_TO = 1e6;

interface Deal {
  /** places left in each group, and twice the sum of the ranks dealt to it */
  readonly left: readonly number[];
  readonly sums: readonly number[];
  ways: number;
}

/**
 * Exact p of the Kruskal-Wallis test: of all ways of dealing the observed values to groups of these sizes, ties included, the
 * share whose rank sums are at least as far apart. Deals with the same rank sums so far are carried on as one.
 *
 * @returns null where there are more than a million ways
 */
export function exactKruskalWallis(groups: readonly CategoryCounts[], pooled: PooledRanks): number | null {
  const sizes = groups.map(answersIn);
  if (waysOfDealing(sizes) > EXACT_UP_TO) return null;
  let deals: Deal[] = [{ left: sizes, sums: sizes.map(() => 0), ways: 1 }];
  pooled.counts.forEach((tied, i) => {
    const next = new Map<string, Deal>();
    for (const deal of deals) dealOut(deal, 0, tied, 2 * pooled.ranks[i]!, next);
    deals = [...next.values()];
  });
  const spread = (sums: readonly number[]): number => sums.reduce((total, sum, i) => total + sum ** 2 / sizes[i]!, 0);
  const observed = spread(groups.map((group) => 2 * rankSum(group, pooled))) * (1 - 1e-12);
  const [beyond, all] = deals.reduce(
    ([far, every], { sums, ways }) => [far + (spread(sums) >= observed ? ways : 0), every + ways],
    [0, 0],
  );
  return beyond / all;
}

/** Adds to `next` each way of dealing `persons` with one rank to the groups from `group` on. */
function dealOut(deal: Deal, group: number, persons: number, rank: number, next: Map<string, Deal>): void {
  const last = group === deal.left.length - 1;
  let ways = deal.ways;
  for (let given = 0; given <= Math.min(persons, deal.left[group]!); given++) {
    if (given > 0) ways /= given; // persons of one rank are one another's likes
    if (last && given < persons) continue;
    const dealt = {
      left: deal.left.with(group, deal.left[group]! - given),
      sums: deal.sums.with(group, deal.sums[group]! + given * rank),
      ways,
    };
    if (!last) {
      dealOut(dealt, group + 1, persons - given, rank, next);
      continue;
    }
    const key = `${dealt.left} ${dealt.sums}`;
    const known = next.get(key);
    if (known === undefined) next.set(key, dealt);
    else known.ways += ways;
  }
}

function waysOfDealing(sizes: readonly number[]): number {
  let [ways, n] = [1, 0];
  for (const size of sizes) for (let i = 1; i <= size && ways <= EXACT_UP_TO; i++) ways *= ++n / i;
  return ways;
}
