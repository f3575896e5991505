import { mergeCategoryCounts, mergeScoreGroups } from '../items/index.ts';
import { mergeCodeSums, mergeMoments, mergePairwiseMoments, mergeResponsePatterns } from '../moments/index.ts';
import type { ItemTally, ReliabilityTally, ScaleStatistics, ScaleTally } from './reliability-tally-types.ts';

/**
 * The tally of both sets of respondents together. Counts and code sums add up exactly, in whatever order; pairwise moments
 * and response patterns to the last digits.
 *
 * @throws RangeError for tallies of different scales, of different rules for missing answers, of answers that were keyed
 *   differently, or of which only one has details or respondents
 * @example chunks.map((table) => reliabilityTally(instrument, table)).reduce(mergeReliabilityTallies)
 */
export function mergeReliabilityTallies(a: ReliabilityTally, b: ReliabilityTally): ReliabilityTally {
  if (a.missing !== b.missing) throw new RangeError(`Unexpected missing: ${b.missing}, expected ${a.missing}.`);
  const idsOf = ({ scales }: ReliabilityTally) => scales.map(({ scale }) => scale).join(', ');
  if (idsOf(a) !== idsOf(b)) throw new RangeError(`Unexpected scales: ${idsOf(b)}, expected ${idsOf(a)}.`);
  return {
    rows: a.rows + b.rows,
    missing: a.missing,
    scales: a.scales.map((scale, i) => mergeScales(scale, b.scales[i]!)),
    items: mergeBoth(a.items, b.items, 'item counts', mergeItems),
  };
}

function mergeScales(a: ScaleTally, b: ScaleTally): ScaleTally {
  if (a.reversed.join() !== b.reversed.join()) {
    throw new RangeError(`Unexpected key of ${b.scale}: the two tallies reverse different items.`);
  }
  return {
    scale: a.scale,
    reversed: a.reversed,
    complete: a.complete + b.complete,
    statistics: mergeStatistics(a.statistics, b.statistics),
    groups: mergeBoth(a.groups, b.groups, 'score groups', mergeScoreGroups),
    respondents: mergeBoth(a.respondents, b.respondents, 'respondents', (x, y) => [...x, ...y]),
  };
}

function mergeStatistics(a: ScaleStatistics, b: ScaleStatistics): ScaleStatistics {
  if (a.kind === 'code-sums' && b.kind === 'code-sums') {
    return { kind: 'code-sums', codeSums: mergeCodeSums(a.codeSums, b.codeSums) };
  }
  if (a.kind === 'moments' && b.kind === 'moments') {
    return { kind: 'moments', moments: mergeMoments(a.moments, b.moments) };
  }
  if (a.kind === 'pairwise' && b.kind === 'pairwise') {
    return { kind: 'pairwise', pairs: mergePairwiseMoments(a.pairs, b.pairs) };
  }
  if (a.kind === 'patterns' && b.kind === 'patterns') {
    return { kind: 'patterns', patterns: mergeResponsePatterns(a.patterns, b.patterns) };
  }
  throw new RangeError(`Unexpected statistics: ${b.kind}, expected ${a.kind}.`);
}

function mergeItems(
  a: ReadonlyMap<string, ItemTally>,
  b: ReadonlyMap<string, ItemTally>,
): ReadonlyMap<string, ItemTally> {
  return new Map(
    Array.from(a, ([item, own]) => {
      const other = b.get(item);
      if (other === undefined) throw new RangeError(`Unexpected items: ${item} is in one of the tallies only.`);
      const byReason = own.byReason?.map((count, reason) => count + (other.byReason?.[reason] ?? 0));
      return [
        item,
        {
          counts: mergeCategoryCounts(own.counts, other.counts),
          byReason: other.byReason === undefined ? undefined : byReason,
        },
      ];
    }),
  );
}

function mergeBoth<T>(a: T | undefined, b: T | undefined, what: string, merge: (a: T, b: T) => T): T | undefined {
  if (a === undefined && b === undefined) return undefined;
  if (a === undefined || b === undefined) throw new RangeError(`Unexpected tallies: only one of them has ${what}.`);
  return merge(a, b);
}
