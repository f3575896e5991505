import type { Moments } from '../moments/moments.ts';

/**
 * a_wg: within-group agreement that allows for where the mean lies. Near an end of the response scale answers cannot vary
 * much, so the variance is compared with the largest possible at that mean:
 *
 *   a_wg = 1 - 2 s2 / (((H + L) M - M^2 - H L) n / (n - 1))
 *
 * 1 is full agreement, 0 half of the largest variance (about that of evenly spread answers), -1 the largest. Averaged over
 * the items; an item whose mean is too near an end to be told from it for so few members, but not at the end, is left out
 * (its mean is below (L (n - 1) + H) / n or above (H (n - 1) + L) / n).
 *
 * @param group moments of the members' answers, an item a variable
 * @param minimum lowest possible answer L
 * @param maximum highest possible answer H
 * @returns NaN for fewer than two members, without items, and where every item is left out
 * @throws RangeError unless minimum < maximum
 * @see Brown & Hauenstein (2005), doi:10.1177/1094428105275376; agrees with R `multilevel::awg`
 * @example awg(momentsOf([[1], [3], [3]]), 1, 5) // 0.5
 */
export function awg({ n, means, comoments }: Moments, minimum: number, maximum: number): number {
  if (!(minimum < maximum)) throw new RangeError(`Unexpected range: ${minimum} to ${maximum}.`);
  let [sum, used] = [0, 0];
  for (let item = 0; item < means.length; item++) {
    const mean = means[item]!;
    const squares = comoments[(item * (item + 3)) / 2]!;
    const atAnEnd = mean === minimum || mean === maximum;
    const isTooNear = mean < (minimum * (n - 1) + maximum) / n || mean > (maximum * (n - 1) + minimum) / n;
    if (isTooNear && !atAnEnd) continue;
    // s2 = squares / (n - 1): the n - 1 of both cancel
    sum += atAnEnd ? 1 : 1 - (2 * squares) / ((maximum - mean) * (mean - minimum) * n);
    used++;
  }
  return n < 2 || used === 0 ? NaN : sum / used;
}
