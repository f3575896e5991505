/**
 * Spearman-Brown prophecy: the reliability of a scale made `factor` times as long by parallel items,
 *
 *   factor r / (1 + (factor - 1) r)
 *
 * @param reliability of the scale as it is
 * @param factor new length over present length; 2 doubles, 0.5 halves
 * @returns NaN where the formula has no value: its denominator is 0 but for rounding, or the reliability is not finite
 * @throws RangeError unless factor > 0
 * @see Spearman (1910), doi:10.1111/j.2044-8295.1910.tb00206.x; Brown (1910), doi:10.1111/j.2044-8295.1910.tb00207.x; agrees
 * with R `psychometric::SBrel(factor, r)`
 * @example spearmanBrown(0.6, 2) // 0.75
 */
export function spearmanBrown(reliability: number, factor: number): number {
  if (!(factor > 0)) throw new RangeError(`Unexpected factor: ${factor}.`);
  const shared = (factor - 1) * reliability;
  const whole = 1 + shared;
  return Math.abs(whole) > 1e-12 * Math.max(1, Math.abs(shared)) ? (factor * reliability) / whole : NaN;
}
