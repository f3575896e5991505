import type { Moments, ResponsePatterns } from '@peerscale/core';
import { checkVariables } from '../layout/check-variables.ts';
import { centredMoments } from './centred-moments.ts';
import { rowsByGroup } from './rows-by-group.ts';
import { numberIn, type SqlRow } from './sql-row.ts';

/**
 * Response patterns from the rows that `momentsSql` with `missing: 'em'` returns: what `responsePatternsOfColumns` gives
 * of the same rows, for `emMoments`.
 *
 * @param rows all of them, in any order, as objects with the names of the columns
 * @param k the number of variables that the statement was made for
 * @throws RangeError for rows of another statement, or an infinite answer
 */
export function responsePatternsOfRows(rows: readonly SqlRow[], k: number): ResponsePatterns {
  checkVariables(k);
  const patterns = new Map<string, Moments<'listwise'>>();
  let empty = 0;
  for (const [pattern, members] of rowsByGroup(rows)) {
    if (pattern === null || pattern.length !== k) throw new RangeError(`Unexpected pattern: ${pattern}.`);
    const answered = Array.from(pattern).flatMap((mark, i) => (mark === '1' ? [i] : []));
    if (answered.length === 0) empty = numberIn(members[0]!, 'n');
    else patterns.set(pattern, centredMoments(members, k, answered));
  }
  return { variables: k, empty, patterns };
}
