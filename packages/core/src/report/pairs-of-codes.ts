import { codeSumsOfColumns, emptyPairwiseMoments, type PairwiseMoments, packedIndex } from '../moments/index.ts';
import type { AnsweredColumn } from './answered-columns.ts';

/** Codes from their middle on: the squares of these fit 16 bits. */
const FARTHEST = 181;

/**
 * Pairwise moments of the keyed answers in the rows from `start` to before `end`, from sums of whole numbers: with 0 for a
 * missing answer, and beside the codes a column of 1 for every answer and one of squares, all that is known of a pair is a
 * sum of products of two columns. Several times as fast as `pairwiseMomentsOfColumns`, and each entry rounded once.
 *
 * @returns null for codes too far apart for it
 */
export function pairsOfCodes(columns: readonly AnsweredColumn[], start: number, end: number): PairwiseMoments | null {
  const k = columns.length;
  const middles = columns.map((column) => middleOf(column, start, end));
  if (middles.some((middle) => middle === null)) return null;
  const own = columns.map((column, i) => fromMiddle(column, middles[i]!, start, end));
  const { products } = codeSumsOfColumns([
    ...own.map(({ codes }) => codes),
    ...own.map(({ answered }) => answered),
    ...own.map(({ squares }) => squares),
  ]);
  const product = (a: number, b: number): number => products[packedIndex(a, b)]!;
  const moments = { ...emptyPairwiseMoments(k), n: end - start };
  for (let i = 0, p = 0; i < k; i++) {
    for (let j = 0; j <= i; j++, p++) {
      const count = product(k + i, k + j);
      if (count === 0) continue;
      const [ij, ji] = [i * k + j, j * k + i];
      const [sumI, sumJ] = [product(i, k + j), product(j, k + i)];
      const centred = (sum: number, x: number, y: number): number => (count * sum - x * y) / count;
      moments.counts[p] = count;
      moments.means[ij] = middles[i]! + sumI / count;
      moments.means[ji] = middles[j]! + sumJ / count;
      moments.variations[ij] = centred(product(2 * k + i, k + j), sumI, sumI);
      moments.variations[ji] = centred(product(2 * k + j, k + i), sumJ, sumJ);
      moments.comoments[p] = centred(product(i, j), sumI, sumJ);
    }
  }
  return moments;
}

/** A whole number in the middle of the keyed answers; 0 without answers, null where they are too far apart. */
function middleOf({ codes, missing, sign, offset }: AnsweredColumn, start: number, end: number): number | null {
  let [low, high] = [Infinity, -Infinity];
  for (let row = start; row < end; row++) {
    if (missing[row] !== 0) continue;
    if (codes[row]! < low) low = codes[row]!;
    if (codes[row]! > high) high = codes[row]!;
  }
  if (low > high) return 0;
  const middle = Math.floor((low + high) / 2);
  return high - middle > FARTHEST ? null : offset + sign * middle;
}

function fromMiddle({ codes, missing, sign, offset }: AnsweredColumn, middle: number, start: number, end: number) {
  const n = end - start;
  const [own, answered, squares] = [new Int16Array(n), new Int16Array(n), new Int16Array(n)];
  for (let at = 0; at < n; at++) {
    if (missing[start + at] !== 0) continue;
    const code = offset + sign * codes[start + at]! - middle;
    own[at] = code;
    answered[at] = 1;
    squares[at] = code * code;
  }
  return { codes: own, answered, squares };
}
