import type { Moments } from '@peerscale/core';
import { checkVariables } from '../layout/check-variables.ts';
import { centredMoments } from './centred-moments.ts';
import type { SqlRow } from './sql-row.ts';

/**
 * Moments from the rows that `momentsSql` returns: what `momentsOfColumns` gives of the same complete rows. Moments of
 * several tables, files or servers merge (`mergeMoments`).
 *
 * @param rows all of them, in any order, as objects with the names of the columns
 * @param k the number of variables that the statement was made for
 * @throws RangeError for rows of another statement, or an infinite answer
 * @example momentsOfRows(database.prepare(sql).all() as SqlRow[], 2).n // respondents with both answers
 */
export function momentsOfRows(rows: readonly SqlRow[], k: number): Moments<'listwise'> {
  checkVariables(k);
  return centredMoments(rows, k);
}
