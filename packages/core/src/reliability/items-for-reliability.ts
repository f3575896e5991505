/**
 * How many parallel items a scale needs for a wanted reliability: the Spearman-Brown prophecy solved for the length,
 *
 *   k wanted (1 - reliability) / (reliability (1 - wanted)), rounded up
 *
 * @param reliability of the scale as it is
 * @param k its number of items
 * @param wanted reliability wanted
 * @returns NaN where lengthening cannot reach it (a reliability of 0 or below), and unless both are below 1
 * @throws RangeError unless k >= 1
 * @see Spearman (1910), doi:10.1111/j.2044-8295.1910.tb00206.x; R `ceiling(k * psychometric::SBlength(wanted, r))`
 * @example itemsForReliability(0.7, 5, 0.9) // 20
 */
export function itemsForReliability(reliability: number, k: number, wanted: number): number {
  if (!(k >= 1)) throw new RangeError(`Unexpected number of items: ${k}.`);
  if (!(reliability > 0 && reliability < 1 && wanted > 0 && wanted < 1)) return NaN;
  const length = (k * wanted * (1 - reliability)) / (reliability * (1 - wanted));
  // 0.6, 5, 0.75 asks for exactly 10 and comes out as 10.000000000000002
  return Math.ceil(length * (1 - 1e-12));
}
