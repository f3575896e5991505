import type { Moments } from '../moments/moments.ts';
import { type ItemMatrix, itemMatrix, totalsOf } from './item-matrix.ts';
import { squaredMultipleCorrelations } from './squared-multiple-correlations.ts';

/** Guttman's lower bounds, all but the fourth, which is the best split half (`splitHalves`). */
export interface GuttmanLambdas {
  /** 1 - trace / total */
  readonly lambda1: number;
  /** lambda1 + sqrt(k / (k - 1) sum of squared off-diagonal entries) / total; never below lambda3 */
  readonly lambda2: number;
  /** k / (k - 1) lambda1: alpha of the covariances, standardized alpha of the correlations */
  readonly lambda3: number;
  /** lambda1 + 2 sqrt(largest sum of an item's squared off-diagonal entries) / total */
  readonly lambda5: number;
  /** lambda5 with k / (k - 1) before the 2, psych's `lambda.5p`: an estimate, no lower bound */
  readonly lambda5Plus: number;
  /** 1 - sum(s_ii (1 - smc_i)) / total, smc being an item's squared multiple correlation with the others */
  readonly lambda6: number;
}

/**
 * Guttman's lambda 1, 2, 3, 5 and 6, lower bounds of the reliability of the sum score (in the population, with uncorrelated
 * errors; a sample can exceed it). The divisor of the covariances cancels.
 *
 * @param moments moments of the keyed items over listwise-complete respondents
 * @param matrix 'covariance' (default): of the sum of the answers; 'correlation': of the sum of z-scores, as psych
 * @returns NaN for fewer than two items or respondents and for a sum score without variance; with 'correlation' also for
 * a constant item; lambda6 alone is NaN where items are linear combinations of each other or one is constant
 * @see Guttman (1945), doi:10.1007/BF02288892; 'correlation' agrees with R `psych::guttman`
 * @example guttmanLambdas(momentsOf([[1, 2], [2, 2], [3, 4]])).lambda3 // 0.9230769230769231
 */
export function guttmanLambdas(moments: Moments, matrix: ItemMatrix = 'covariance'): GuttmanLambdas {
  const k = moments.means.length;
  const full = itemMatrix(moments, matrix);
  const { total, trace } = totalsOf(full, k);
  let sumOfSquares = 0;
  let largestOfItem = 0;
  for (let i = 0; i < k; i++) {
    let ofItem = 0;
    for (let j = 0; j < k; j++) if (j !== i) ofItem += full[i * k + j]! * full[i * k + j]!;
    sumOfSquares += ofItem;
    largestOfItem = Math.max(largestOfItem, ofItem);
  }
  let unexplained = 0;
  squaredMultipleCorrelations(moments).forEach((smc, i) => {
    unexplained += full[i * k + i]! * (1 - smc);
  });
  const enough = k >= 2 ? 1 : NaN;
  const lambda1 = enough * (1 - trace / total);
  const unbiased = k / (k - 1);
  const ofBestItem = (2 * Math.sqrt(largestOfItem)) / total;
  return {
    lambda1,
    lambda2: lambda1 + Math.sqrt(unbiased * sumOfSquares) / total,
    lambda3: unbiased * lambda1,
    lambda5: lambda1 + ofBestItem,
    lambda5Plus: lambda1 + unbiased * ofBestItem,
    lambda6: enough * (1 - unexplained / total),
  };
}
