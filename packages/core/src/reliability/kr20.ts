import type { Moments } from '../moments/moments.ts';
import { cronbachAlpha } from './cronbach-alpha.ts';
import { areTwoPoint } from './two-point-items.ts';

/**
 * Kuder-Richardson formula 20: alpha of items scored 0 and 1,
 *
 *   KR-20 = k / (k - 1) * (1 - sum(p_i (1 - p_i)) / V)
 *
 * p_i being the share of ones. The variance V of the sum score has divisor n here, as p(1 - p) has; mixing p(1 - p) with a
 * variance of divisor n - 1, as some texts do, gives a larger value.
 *
 * @param moments moments of the keyed items over listwise-complete respondents
 * @returns NaN where alpha does not exist, and for items not scored 0 and 1 (whole-number codes are recognised exactly)
 * @see Kuder & Richardson (1937), doi:10.1007/BF02288391; agrees with R `psych::alpha()$total$raw_alpha`
 * @example kr20(momentsOf([[0, 0], [1, 0], [1, 1], [1, 1]])) // 0.7272727272727273
 */
export function kr20(moments: Moments): number {
  return areTwoPoint(moments) ? cronbachAlpha(moments) : NaN;
}
