import type { Moments } from '../moments/moments.ts';
import { type ItemMatrix, itemMatrix, totalsOf } from './item-matrix.ts';

/**
 * The series of lower bounds of ten Berge and Zegers, mu_0 <= mu_1 <= mu_2 <= mu_3:
 *
 *   mu_r = (p_0 + (p_1 + (p_2 + … (k / (k - 1) p_r)^(1/2) …)^(1/2))^(1/2)) / total,   p_h = sum over i != j of s_ij^(2^h)
 *
 * mu_0 is alpha (lambda 3), mu_1 is lambda 2; beyond mu_1 little is gained. The divisor of the covariances cancels.
 *
 * @param moments moments of the keyed items over listwise-complete respondents
 * @param matrix 'covariance' (default): of the sum of the answers; 'correlation': of the sum of z-scores
 * @returns the four values from mu_0 on; NaN for fewer than two items or respondents and for a sum score without variance,
 * with 'correlation' also for a constant item
 * @see ten Berge & Zegers (1978), doi:10.1007/BF02293815; agrees with R `psych::tenberge(R)`, R being the matrix named
 * @example tenBergeMu(momentsOf([[1, 2], [2, 2], [3, 4]]))[0] // 0.9230769230769231
 */
export function tenBergeMu(moments: Moments, matrix: ItemMatrix = 'covariance'): [number, number, number, number] {
  const k = moments.means.length;
  const full = itemMatrix(moments, matrix);
  const { total } = totalsOf(full, k);
  const powers = [0, 0, 0, 0];
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < k; j++) {
      let power = i === j ? 0 : full[i * k + j]!;
      for (let h = 0; h < 4; h++, power *= power) powers[h]! += power;
    }
  }
  const mu = (order: number): number => {
    let nested = (k / (k - 1)) * powers[order]!;
    for (let h = order - 1; h >= 0; h--) nested = powers[h]! + Math.sqrt(nested);
    return nested / total;
  };
  return [mu(0), mu(1), mu(2), mu(3)];
}
