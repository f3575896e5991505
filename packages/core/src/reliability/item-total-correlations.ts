import { correlationsOf } from '../moments/correlations-of.ts';
import { type Moments, packedIndex } from '../moments/moments.ts';
import { squaredMultipleCorrelations } from './squared-multiple-correlations.ts';

/** How each item goes with its scale, an entry an item; NaN where it cannot be said. */
export interface ItemTotalCorrelations {
  /** with the sum of all items, itself included */
  readonly rawR: Float64Array;
  /** with the sum of all standardized items, itself included */
  readonly stdR: Float64Array;
  /** with the sum of standardized items, its own variance replaced by its squared multiple correlation */
  readonly rCor: Float64Array;
  /** with the sum of the other items: the corrected item-total (item-rest) correlation */
  readonly rDrop: Float64Array;
}

/**
 * The four item-total correlations of R `psych::alpha()$item.stats`: raw.r, std.r, r.cor and r.drop.
 *
 * @param moments moments of the keyed items over listwise-complete respondents
 * @returns NaN for an item that does not vary and where the sum it is correlated with does not; `stdR` and `rCor` of all
 * items are NaN where one of them does not vary, `rCor` also where items are linear combinations of each other or share
 * nothing
 * @see agrees with psych where answers are complete; psych's raw.r uses the mean of the answered items elsewhere
 * @example itemTotalCorrelations(momentsOf([[1, 2, 1], [2, 2, 3], [3, 4, 2], [5, 4, 4]])).rDrop // [0.9845, 0.7035, 0.7032]
 */
export function itemTotalCorrelations(moments: Moments): ItemTotalCorrelations {
  const { means, comoments } = moments;
  const k = means.length;
  const correlations = correlationsOf(moments);
  const smc = squaredMultipleCorrelations(moments);
  const rowSums = new Float64Array(k);
  const correlationRowSums = new Float64Array(k);
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < k; j++) {
      rowSums[i]! += comoments[packedIndex(i, j)]!;
      correlationRowSums[i]! += correlations[packedIndex(i, j)]!;
    }
  }
  const total = sum(rowSums);
  let trace = 0;
  for (let i = 0; i < k; i++) trace += comoments[packedIndex(i, i)]!;
  // what adding up leaves of a sum that is the same for everybody is rounding of its parts
  const smallest = 1e-12 * trace;
  const correlationTotal = sum(correlationRowSums);
  const commonTotal = correlationTotal - k + sum(smc);
  const rawR = new Float64Array(k);
  const stdR = new Float64Array(k);
  const rCor = new Float64Array(k);
  const rDrop = new Float64Array(k);
  for (let i = 0; i < k; i++) {
    const own = comoments[packedIndex(i, i)]!;
    const varies = !Number.isNaN(correlations[packedIndex(i, i)]!);
    const rest = total - 2 * rowSums[i]! + own;
    // two roots: the product of two variances can overflow or vanish
    rawR[i] = varies && total > smallest ? rowSums[i]! / Math.sqrt(own) / Math.sqrt(total) : NaN;
    stdR[i] = correlationTotal > 1e-12 * k ? correlationRowSums[i]! / Math.sqrt(correlationTotal) : NaN;
    rCor[i] = commonTotal > 1e-12 * k ? (correlationRowSums[i]! - 1 + smc[i]!) / Math.sqrt(commonTotal) : NaN;
    rDrop[i] = varies && rest > smallest ? (rowSums[i]! - own) / Math.sqrt(own) / Math.sqrt(rest) : NaN;
  }
  return { rawR, stdR, rCor, rDrop };
}

function sum(values: Float64Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
