import type { Moments } from '../moments/moments.ts';
import { type ItemMatrix, itemMatrix, totalsOf } from './item-matrix.ts';

/** What two halves of a scale say of its reliability. */
export interface SplitHalf {
  /** correlation of the two half scores */
  readonly correlation: number;
  /** 2 r / (1 + r): for halves that are parallel */
  readonly spearmanBrown: number;
  /** the Spearman-Brown step for halves of unequal length; equals it for equal ones */
  readonly horst: number;
  /** 4 cov(a, b) / var(a + b), Guttman's lambda 4 of this split: asks for no equal variances */
  readonly flanaganRulon: number;
}

/**
 * Reliability from one given split of the items into two halves, such as odd and even.
 *
 * @param moments moments of the keyed items over listwise-complete respondents
 * @param half places of the items of one half; the others are the other half
 * @param matrix 'covariance' (default): halves add answers; 'correlation': halves add z-scores
 * @returns NaN where the whole does not vary, with 'correlation' also for a constant item; where a half does not vary
 * `flanaganRulon` is 0 and the others NaN; where the halves are perfectly opposed the two steps for length are NaN
 * @throws RangeError for a place without an item, a place given twice, or a half without items
 * @see Brown (1910), doi:10.1111/j.2044-8295.1910.tb00207.x; Guttman (1945), doi:10.1007/BF02288892. Rulon's and
 * Flanagan's formulas are the same number
 * @example splitHalf(momentsOf([[1, 2], [2, 2], [3, 4]]), [0]).flanaganRulon // 0.9230769230769231
 */
export function splitHalf(moments: Moments, half: readonly number[], matrix: ItemMatrix = 'covariance'): SplitHalf {
  const k = moments.means.length;
  const inHalf = new Set(half);
  if (inHalf.size !== half.length || half.length === 0 || half.length >= k || half.some((i) => !(i in moments.means))) {
    throw new RangeError(`Unexpected half: ${half.join(', ')} of ${k} items.`);
  }
  const full = itemMatrix(moments, matrix);
  const { total } = totalsOf(full, k);
  let [own, cross, other] = [0, 0, 0];
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < k; j++) {
      const s = full[i * k + j]!;
      if (inHalf.has(i) !== inHalf.has(j)) cross += s / 2;
      else if (inHalf.has(i)) own += s;
      else other += s;
    }
  }
  const correlation = own > 1e-12 * total && other > 1e-12 * total ? cross / Math.sqrt(own * other) : NaN;
  const r2 = correlation * correlation;
  const pq = (half.length * (k - half.length)) / (k * k);
  const root = Math.sqrt(r2 * r2 + 4 * r2 * (1 - r2) * pq);
  const opposed = correlation < -1 + 1e-12;
  return {
    correlation,
    spearmanBrown: opposed ? NaN : (2 * correlation) / (1 + correlation),
    // the quotient (root - r2) / (2 pq (1 - r2)) freed of its 0 / 0 at r = 1; a negative r takes the other root
    horst: correlation === 0 ? 0 : opposed ? NaN : (2 * r2) / (Math.sign(correlation) * root + r2),
    flanaganRulon: (4 * cross) / total,
  };
}
