import { type Moments, packedIndex } from '../moments/moments.ts';

/**
 * Whether the items are scored 0 and 1. Seen from the moments: a sum of squares equal to the sum, item by item, which
 * among whole-number codes holds for 0 and 1 alone.
 */
export function areTwoPoint({ n, means, comoments }: Moments): boolean {
  return means.every((mean, i) => {
    if (!(mean >= 0 && mean <= 1)) return false;
    const expected = n * mean * (1 - mean);
    // the second part is what rounding of a mean near 1 leaves; none of it is absolute, or tiny answers would pass
    return Math.abs(comoments[packedIndex(i, i)]! - expected) <= 1e-9 * expected + 1e-14 * n * mean;
  });
}
