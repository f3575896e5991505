import type { CoincidenceMatrix } from './coincidence-matrix.ts';

/** What the difference of two ratings means: whether they differ, by how many ranks, by how much, or in what ratio. */
export type KrippendorffMetric = 'nominal' | 'ordinal' | 'interval' | 'ratio';

/**
 * Krippendorff's alpha, agreement beyond chance among any number of raters, on any level of measurement, with ratings
 * missing:
 *
 *   alpha = 1 - (n - 1) sum_{c<k}(o_ck d_ck^2) / sum_{c<k}(n_c n_k d_ck^2)
 *
 * o being the coincidences, n_c their row sums and n their total, the pairable ratings. d is 1 (nominal);
 * n_c / 2 + n_k / 2 + the ratings between c and k (ordinal); c - k (interval); (c - k) / (c + k) (ratio). 1 is perfect,
 * 0 chance; it can be negative and is never clipped. Codes must be keyed; which rater gave a rating does not matter.
 *
 * @param coincidences over all units (`coincidencesOf`)
 * @returns NaN where no unit has two ratings, where all ratings are alike, and for 'ratio' with a negative value
 * @see Krippendorff (1970), doi:10.1177/001316447003000105; Hayes & Krippendorff (2007), doi:10.1080/19312450709336664.
 *   Agrees with R `irr::kripp.alpha` where that keeps to the formula (0.743, 0.815, 0.849 and 0.797 on its example)
 * @example krippendorffAlpha(coincidencesOf(ratingPatternsOf([[1, 1], [1, 2], [2, 2]])), 'nominal') // 0.4444
 */
export function krippendorffAlpha({ values, counts }: CoincidenceMatrix, metric: KrippendorffMetric): number {
  const k = values.length;
  if (metric === 'ratio' && k > 0 && values[0]! < 0) return NaN;
  const totals = new Float64Array(k);
  let n = 0;
  for (let c = 0, p = 0; c < k; c++) {
    for (let other = 0; other < k; other++, p++) totals[c]! += counts[p]!;
    n += totals[c]!;
  }
  // where the values stand on the scale of the metric; the range is taken as the unit because squares would overflow
  const places = new Float64Array(k);
  const range = values[k - 1]! - values[0]!;
  for (let c = 0, below = 0; c < k; c++) {
    if (metric === 'ordinal') places[c] = below + totals[c]! / 2;
    else places[c] = metric === 'interval' ? (values[c]! - values[0]!) / range : values[c]!;
    below += totals[c]!;
  }
  let seen = 0;
  let chance = 0;
  for (let c = 1; c < k; c++) {
    for (let other = 0; other < c; other++) {
      let distance = 1;
      if (metric !== 'nominal') distance = places[c]! - places[other]!;
      if (metric === 'ratio') distance /= places[c]! + places[other]!;
      const square = distance * distance;
      seen += counts[c * k + other]! * square;
      chance += totals[c]! * totals[other]! * square;
    }
  }
  return chance > 0 ? 1 - ((n - 1) * seen) / chance : NaN;
}
