import type { CodeSums } from './code-sums.ts';
import type { Moments } from './moments.ts';

/** The ends of a response scale: an item reversed within it has minimum + maximum - code in place of its code. */
export interface CodeRange {
  readonly minimum: number;
  readonly maximum: number;
}

/**
 * Moments of the keyed items, from the sums of their codes. Reversing an item changes its mean and the sign of its
 * co-moments with items that are not reversed, nothing else, so that no answer is read again.
 *
 *   co-moment = sum(xy) - sum(x) sum(y) / n
 *
 * loses digits in floating point, and none here: numerator and divisor are whole numbers, taken as BigInt where a product
 * leaves 2^53, and the quotient is rounded once. A billion respondents have the same digits as ten.
 *
 * @param reversed an entry an item: the ends of the response scale of an item to reverse, null for the others; default
 *   none reversed
 * @throws RangeError for a number of entries that is not the number of items, or ends that are not whole numbers
 * @see agrees with `momentsOfColumns` of the keyed columns
 * @example
 * const sums = codeSumsOfColumns([Int16Array.of(1, 2, 3), Int16Array.of(2, 2, 4)]);
 * momentsOfCodeSums(sums, [null, { minimum: 1, maximum: 5 }]).comoments // [2, -2, 2.67]
 */
export function momentsOfCodeSums(
  { n, sums, products }: CodeSums,
  reversed?: readonly (CodeRange | null)[],
): Moments<'listwise'> {
  const k = sums.length;
  if (reversed !== undefined && reversed.length !== k) {
    throw new RangeError(`Unexpected number of entries: ${reversed.length}, expected ${k}.`);
  }
  const means = new Float64Array(k);
  const comoments = new Float64Array(products.length);
  for (let i = 0, p = 0; i < k; i++) {
    const range = reversed?.[i] ?? null;
    const keyed = range === null ? sums[i]! : endsOf(range) * n - sums[i]!;
    means[i] = n === 0 ? 0 : keyed / n;
    for (let j = 0; j <= i; j++, p++) {
      const value = n === 0 ? 0 : centred(n, products[p]!, sums[i]!, sums[j]!);
      comoments[p] = (range === null) === ((reversed?.[j] ?? null) === null) ? value : 0 - value;
    }
  }
  return { missing: 'listwise', n, means, comoments };
}

function endsOf({ minimum, maximum }: CodeRange): number {
  const ends = minimum + maximum;
  if (!Number.isInteger(ends)) throw new RangeError(`Unexpected ends: ${minimum}, ${maximum}.`);
  return ends;
}

/** (n product - x y) / n of whole numbers, rounded once. */
function centred(n: number, product: number, x: number, y: number): number {
  const a = n * product;
  const b = x * y;
  // then both products and their difference are exact
  if (Math.abs(a) + Math.abs(b) < 2 ** 53) return (a - b) / n;
  const divisor = BigInt(n);
  const numerator = divisor * BigInt(product) - BigInt(x) * BigInt(y);
  const whole = numerator / divisor;
  return Number(whole) + Number(numerator - whole * divisor) / n;
}
