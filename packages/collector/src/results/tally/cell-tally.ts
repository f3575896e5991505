import { mergeReliabilityTallies, type ReliabilityTally } from '@peerscale/core';

/** People by their score: how many have each value. Sums, spread and bins follow from it, and adding to it is exact. */
export type PeopleByScore = ReadonlyMap<number, number>;

/** People who have a score on every scale that they were asked. */
export interface ScoredPeople {
  readonly n: number;
  /** a map a scale, in the order of the scales; each counts the same `n` people */
  readonly scales: readonly PeopleByScore[];
}

/** How people answered, counted. */
export interface AnswerQualityCounts {
  /** one answer through three items or more */
  readonly straight: number;
  /** under two seconds an item */
  readonly fast: number;
  /** a third of the items, or more, without an answer */
  readonly sparse: number;
  /** people by seconds an item, in whole tenths */
  readonly tenths: PeopleByScore;
}

/**
 * Everything that the answers of a cell to one instrument add to results: counts and sums of whole numbers, so that cells
 * add up to the same figures in whatever order and split they come. A cell is one group of one team in one wave.
 */
export interface CellTally {
  /** responses */
  readonly rows: number;
  /** those with an answer to every item asked */
  readonly complete: ScoredPeople;
  /** further ones with every score, though some item is without an answer */
  readonly prorated: ScoredPeople;
  /** of the `complete`: how often each code was given, a list an item in the order of the items, codes ascending */
  readonly codes: readonly (readonly number[])[];
  /** code sums of every scale, over those who answered all of its items */
  readonly reliability: ReliabilityTally;
  readonly quality: AnswerQualityCounts;
}

/**
 * The tally of both sets of responses together, exactly.
 *
 * @throws RangeError for tallies of different scales or items
 */
export function mergeTallies(a: CellTally, b: CellTally): CellTally {
  return {
    rows: a.rows + b.rows,
    complete: mergeScored(a.complete, b.complete),
    prorated: mergeScored(a.prorated, b.prorated),
    codes: pairs(a.codes, b.codes).map(([x, y]) => pairs(x, y).map(([m, n]) => m + n)),
    reliability: mergeReliabilityTallies(a.reliability, b.reliability),
    quality: {
      straight: a.quality.straight + b.quality.straight,
      fast: a.quality.fast + b.quality.fast,
      sparse: a.quality.sparse + b.quality.sparse,
      tenths: mergeCounts([a.quality.tenths, b.quality.tenths]),
    },
  };
}

export function mergeScored(a: ScoredPeople, b: ScoredPeople): ScoredPeople {
  return { n: a.n + b.n, scales: pairs(a.scales, b.scales).map((both) => mergeCounts(both)) };
}

export function mergeCounts(parts: readonly PeopleByScore[]): PeopleByScore {
  const all = new Map<number, number>();
  for (const part of parts) for (const [value, count] of part) all.set(value, (all.get(value) ?? 0) + count);
  return all;
}

function pairs<T>(a: readonly T[], b: readonly T[]): (readonly [T, T])[] {
  if (a.length !== b.length) throw new RangeError(`Unexpected number of entries: ${b.length}, expected ${a.length}.`);
  return a.map((own, i) => [own, b[i]!] as const);
}
