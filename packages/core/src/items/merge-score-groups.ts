import type { ScoreGroups } from './score-groups.ts';

/**
 * Score groups of two sets of respondents together: exactly the groups of all of them at once, for whole-number codes.
 *
 * @throws RangeError for different numbers of items
 * @example mergeScoreGroups(scoreGroupsOf([[1, 2]]), scoreGroupsOf([[2]])).counts // 1, 2
 */
export function mergeScoreGroups(a: ScoreGroups, b: ScoreGroups): ScoreGroups {
  if (a.sums.length !== b.sums.length) {
    throw new RangeError(`Unexpected number of items: ${b.sums.length}, expected ${a.sums.length}.`);
  }
  const scores = Float64Array.from(new Set([...a.scores, ...b.scores])).sort();
  const added = (ofA: Float64Array, ofB: Float64Array): Float64Array =>
    scores.map((score) => (ofA[a.scores.indexOf(score)] ?? 0) + (ofB[b.scores.indexOf(score)] ?? 0));
  return { scores, counts: added(a.counts, b.counts), sums: a.sums.map((sum, item) => added(sum, b.sums[item]!)) };
}
