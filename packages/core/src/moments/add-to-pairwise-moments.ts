import { mergePairwiseMoments } from './merge-pairwise-moments.ts';
import { type PairwiseMoments, variablesOfPairs } from './pairwise-moments.ts';
import { pairwiseMomentsOfColumns } from './pairwise-moments-of-columns.ts';

/**
 * Pairwise moments with one more row, in which NaN marks a hole. For many rows at once `pairwiseMomentsOfColumns` is
 * faster.
 *
 * @returns new moments; the given ones stay as they are
 * @throws RangeError for a row of another length
 * @example addToPairwiseMoments(emptyPairwiseMoments(2), [4, NaN]).counts // Float64Array [1, 0, 0]
 */
export function addToPairwiseMoments(moments: PairwiseMoments, row: ArrayLike<number>): PairwiseMoments {
  const k = variablesOfPairs(moments);
  if (row.length !== k) throw new RangeError(`Unexpected row length: ${row.length}, the moments have ${k} variables.`);
  return mergePairwiseMoments(moments, pairwiseMomentsOfColumns(Array.from(row, (value) => [value])));
}
