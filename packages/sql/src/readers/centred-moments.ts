import type { Moments } from '@peerscale/core';
import { momentsParts } from '../layout/triangle-parts.ts';
import { correctedMean } from './corrected-mean.ts';
import { finiteCentre } from './finite-centre.ts';
import { rowsByPart } from './rows-by-part.ts';
import { numberIn, type SqlRow } from './sql-row.ts';

/**
 * Moments of one set of rows, from all parts of its statement.
 *
 * @param answered which of the k variables the moments are of, in their order; default all
 */
export function centredMoments(
  rows: readonly SqlRow[],
  k: number,
  answered: readonly number[] = Array.from({ length: k }, (_, i) => i),
): Moments<'listwise'> {
  const parts = momentsParts(k);
  const ordered = rowsByPart(rows, parts.length);
  const size = answered.length;
  const n = numberIn(ordered[0]!, 'n');
  const means = new Float64Array(size);
  const meanTails = new Float64Array(size);
  const comoments = new Float64Array((size * (size + 1)) / 2);
  if (n === 0) return { missing: 'listwise', n, means, comoments };
  const place = new Map(answered.map((variable, i) => [variable, i]));
  ordered.forEach((row, number) => {
    const sums = answered.map((variable) => numberIn(row, `s${variable}`));
    answered.forEach((variable, i) => {
      const corrected = correctedMean(finiteCentre(row, `m${variable}`, variable), sums[i]! / n);
      means[i] = corrected.mean;
      meanTails[i] = corrected.tail;
    });
    parts[number]!.forEach(({ i, j }, p) => {
      const [a, b] = [place.get(i), place.get(j)];
      if (a === undefined || b === undefined) return;
      comoments[(a * (a + 1)) / 2 + b] = numberIn(row, `c${p}`) - (sums[a]! * sums[b]!) / n;
    });
  });
  return { missing: 'listwise', n, means, comoments, meanTails };
}
