/**
 * The mean that a statement took off, with the rounding that was left in it put right, as a double and what is too small
 * for that double (Knuth's two-sum): `Moments.means` and `Moments.meanTails`.
 */
export function correctedMean(mean: number, correction: number): { readonly mean: number; readonly tail: number } {
  const sum = mean + correction;
  const taken = sum - mean;
  return { mean: sum, tail: mean - (sum - taken) + (correction - taken) };
}
