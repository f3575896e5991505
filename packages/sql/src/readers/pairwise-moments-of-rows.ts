import type { PairwiseMoments } from '@peerscale/core';
import { checkVariables } from '../layout/check-variables.ts';
import { pairwiseParts } from '../layout/triangle-parts.ts';
import { correctedMean } from './corrected-mean.ts';
import { finiteCentre } from './finite-centre.ts';
import { rowsByPart } from './rows-by-part.ts';
import { numberIn, type SqlRow } from './sql-row.ts';

/**
 * Pairwise moments from the rows that `momentsSql` with `missing: 'pairwise'` returns: what `pairwiseMomentsOfColumns`
 * gives of the same rows. Those of several tables, files or servers merge (`mergePairwiseMoments`).
 *
 * @param rows all of them, in any order, as objects with the names of the columns
 * @param k the number of variables that the statement was made for
 * @throws RangeError for rows of another statement, or an infinite answer
 */
export function pairwiseMomentsOfRows(rows: readonly SqlRow[], k: number): PairwiseMoments {
  checkVariables(k);
  const parts = pairwiseParts(k);
  const ordered = rowsByPart(rows, parts.length);
  const [means, meanTails, variations] = [new Float64Array(k * k), new Float64Array(k * k), new Float64Array(k * k)];
  const [counts, comoments] = [new Float64Array((k * (k + 1)) / 2), new Float64Array((k * (k + 1)) / 2)];
  ordered.forEach((row, number) => {
    parts[number]!.forEach(({ i, j }, q) => {
      const count = numberIn(row, `n${q}`);
      if (count === 0) return;
      /** Puts right the mean of one of the two, and gives the sum of its deviations. */
      const centre = (variable: number, place: number, [mean, sum, squares]: readonly [string, string, string]) => {
        const left = numberIn(row, `${sum}${q}`);
        const corrected = correctedMean(finiteCentre(row, `${mean}${q}`, variable), left / count);
        means[place] = corrected.mean;
        meanTails[place] = corrected.tail;
        variations[place] = numberIn(row, `${squares}${q}`) - (left * left) / count;
        return left;
      };
      const p = (i * (i + 1)) / 2 + j;
      counts[p] = count;
      const sumOfX = centre(i, i * k + j, ['a', 's', 'u']);
      if (i === j) comoments[p] = variations[i * k + j]!;
      else {
        const sumOfY = centre(j, j * k + i, ['b', 't', 'w']);
        comoments[p] = numberIn(row, `c${q}`) - (sumOfX * sumOfY) / count;
      }
    });
  });
  return { missing: 'pairwise', n: numberIn(ordered[0]!, 'n'), counts, means, meanTails, variations, comoments };
}
