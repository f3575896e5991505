import type { Moments } from '../moments/moments.ts';
import { areTwoPoint } from './two-point-items.ts';

/**
 * Kuder-Richardson formula 21: KR-20 from the mean M and variance V of the sum score alone,
 *
 *   KR-21 = k / (k - 1) * (1 - M (k - M) / (k V))
 *
 * It assumes items scored 0 and 1 that are all equally difficult, and lies below KR-20 where they are not. V has divisor n,
 * as in KR-20.
 *
 * @param moments moments of the keyed items over listwise-complete respondents
 * @returns NaN for fewer than two items or respondents, a sum score without variance, and items not scored 0 and 1
 * (whole-number codes are recognised exactly)
 * @see Kuder & Richardson (1937), doi:10.1007/BF02288391
 * @example kr21(momentsOf([[0, 0], [1, 0], [1, 1], [1, 1]])) // 0.6363636363636364
 */
export function kr21(moments: Moments): number {
  const { n, means, comoments } = moments;
  const k = means.length;
  if (k < 2 || n < 2 || !areTwoPoint(moments)) return NaN;
  let mean = 0;
  let trace = 0;
  let offDiagonal = 0;
  for (let i = 0, p = 0; i < k; i++) {
    mean += means[i]!;
    for (let j = 0; j < i; j++) offDiagonal += comoments[p++]!;
    trace += comoments[p++]!;
  }
  const total = trace + 2 * offDiagonal;
  return total > 1e-12 * trace ? (k / (k - 1)) * (1 - (mean * (k - mean)) / ((k * total) / n)) : NaN;
}
