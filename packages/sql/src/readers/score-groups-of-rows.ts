import type { ScoreGroups } from '@peerscale/core';
import { checkVariables } from '../layout/check-variables.ts';
import { numberIn, type SqlRow } from './sql-row.ts';

/**
 * Score groups from the rows that `scoreGroupsSql` returns: what `scoreGroupsOf` gives of the same complete rows.
 *
 * @param rows all of them, in any order, as objects with the names of the columns
 * @param k the number of variables that the statement was made for
 * @throws RangeError for rows of another statement, or an infinite answer (in SQLite also one that is no number)
 */
export function scoreGroupsOfRows(rows: readonly SqlRow[], k: number): ScoreGroups {
  checkVariables(k);
  const groups = rows
    .map((row) => ({
      score: numberIn(row, 'score'),
      count: numberIn(row, 'n'),
      sums: Array.from({ length: k }, (_, i) => numberIn(row, `v${i}`)),
    }))
    .sort((a, b) => a.score - b.score);
  for (const { score } of groups) if (!Number.isFinite(score)) throw new RangeError(`Unexpected score: ${score}.`);
  return {
    scores: Float64Array.from(groups, ({ score }) => score),
    counts: Float64Array.from(groups, ({ count }) => count),
    sums: Array.from({ length: k }, (_, i) => Float64Array.from(groups, ({ sums }) => sums[i]!)),
  };
}
