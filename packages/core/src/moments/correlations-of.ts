import { type Moments, packedIndex } from './moments.ts';

/**
 * Pearson correlations as a packed lower triangle, diagonal included. NaN with a variable that does not vary.
 *
 * A variable counts as constant where its co-moment is not above 1e-20 of the square of its mean times n: what is left
 * there is rounding. So is what a correlation exceeds 1 by, up to 1e-12: it is taken off, as R does. Moments of incomplete
 * pairs can have correlations truly beyond 1; those are left.
 *
 * @returns NaN with a variable that does not vary, for fewer than two respondents, and with a NaN among the co-moments
 * @see agrees with R `cor`
 * @example correlationsOf(momentsOf([[1, 2], [2, 2], [3, 4]])) // [1, 0.8660, 1]
 */
export function correlationsOf({ n, means, comoments }: Moments): Float64Array {
  const k = means.length;
  const correlations = new Float64Array(comoments.length);
  const scale = new Float64Array(k);
  for (let i = 0; i < k; i++) {
    const variation = comoments[packedIndex(i, i)]!;
    scale[i] = variation > 1e-20 * n * means[i]! * means[i]! ? Math.sqrt(variation) : NaN;
  }
  for (let i = 0, p = 0; i < k; i++) {
    for (let j = 0; j < i; j++, p++) correlations[p] = withoutRounding(comoments[p]! / scale[i]! / scale[j]!);
    correlations[p++] = Number.isNaN(scale[i]!) ? NaN : 1;
  }
  return correlations;
}

const withoutRounding = (r: number): number => (Math.abs(r) > 1 && Math.abs(r) <= 1 + 1e-12 ? Math.sign(r) : r);
