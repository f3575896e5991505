import { type CodeSums, mergeAllCodeSums, type ReliabilityTally } from '@peerscale/core';

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
export const mergeTallies = (a: CellTally, b: CellTally): CellTally => mergeAllTallies([a, b]);

/**
 * The tally of any number of sets of responses together, in one pass.
 *
 * @param parts at least one
 * @throws RangeError as `mergeTallies`
 */
export function mergeAllTallies(parts: readonly CellTally[]): CellTally {
  const [first] = parts;
  if (first === undefined) throw new RangeError('Unexpected number of tallies: 0.');
  for (const { codes, reliability } of parts) {
    refuseOther(codes.length, first.codes.length);
    refuseOther(reliability.scales.length, first.reliability.scales.length);
  }
  const sumOf = (count: (part: CellTally) => number) => parts.reduce((sum, part) => sum + count(part), 0);
  const rows = sumOf((part) => part.rows);
  return {
    rows,
    complete: mergeAllScored(parts.map(({ complete }) => complete)),
    prorated: mergeAllScored(parts.map(({ prorated }) => prorated)),
    codes: first.codes.map((counts, item) => counts.map((_, place) => sumOf(({ codes }) => codes[item]![place]!))),
    reliability: {
      ...first.reliability,
      rows,
      scales: first.reliability.scales.map((scale, s) => ({
        ...scale,
        complete: sumOf(({ reliability }) => reliability.scales[s]!.complete),
        statistics: {
          kind: 'code-sums',
          codeSums: mergeAllCodeSums(parts.map(({ reliability }) => codeSumsIn(reliability, s))),
        },
      })),
    },
    quality: {
      straight: sumOf(({ quality }) => quality.straight),
      fast: sumOf(({ quality }) => quality.fast),
      sparse: sumOf(({ quality }) => quality.sparse),
      tenths: mergeCounts(parts.map(({ quality }) => quality.tenths)),
    },
  };
}

/** The code sums of a scale, which every tally here has. */
export function codeSumsIn({ scales }: ReliabilityTally, scale: number): CodeSums {
  const { statistics } = scales[scale]!;
  if (statistics.kind !== 'code-sums') throw new RangeError(`Unexpected statistics: ${statistics.kind}.`);
  return statistics.codeSums;
}

export const mergeScored = (a: ScoredPeople, b: ScoredPeople): ScoredPeople => mergeAllScored([a, b]);

function mergeAllScored(parts: readonly ScoredPeople[]): ScoredPeople {
  const [first] = parts;
  for (const { scales } of parts) refuseOther(scales.length, first!.scales.length);
  return {
    n: parts.reduce((sum, { n }) => sum + n, 0),
    scales: first!.scales.map((_, s) => mergeCounts(parts.map(({ scales }) => scales[s]!))),
  };
}

export function mergeCounts(parts: readonly PeopleByScore[]): PeopleByScore {
  const all = new Map<number, number>();
  for (const part of parts) for (const [value, count] of part) all.set(value, (all.get(value) ?? 0) + count);
  return all;
}

function refuseOther(length: number, expected: number): void {
  if (length !== expected) throw new RangeError(`Unexpected number of entries: ${length}, expected ${expected}.`);
}
