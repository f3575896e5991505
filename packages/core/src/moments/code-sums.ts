import { packedLength } from './moments.ts';

/**
 * Sums and products of the whole-number codes of k items over the respondents who answered all of them: moments before
 * anything is divided. Every entry is a whole number and exact, so that shards add up to the pooled pass bit for bit, in
 * whatever order they come. Codes are as they were given: reversed items are keyed later (`momentsOfCodeSums`).
 *
 * `products` is the lower triangle of sum(x_i x_j), packed row by row: (0,0), (1,0), (1,1), (2,0) …
 */
export interface CodeSums {
  /** respondents */
  readonly n: number;
  /** sum of the codes of each item */
  readonly sums: Float64Array;
  readonly products: Float64Array;
}

/**
 * Code sums of nobody: the neutral element of `mergeCodeSums`.
 *
 * @throws RangeError unless k is a whole number from 0
 * @example emptyCodeSums(2).products // [0, 0, 0]
 */
export function emptyCodeSums(k: number): CodeSums {
  if (!Number.isInteger(k) || k < 0) throw new RangeError(`Unexpected number of items: ${k}.`);
  return { n: 0, sums: new Float64Array(k), products: new Float64Array(packedLength(k)) };
}

/**
 * Refuses sums that are no longer exact: a sum of squares of 2^53 or more, which no sum or product of the items exceeds.
 * Codes of 1 to 7 reach it with 1.8e14 respondents, codes of 0 to 1,000 with 9e9, the largest 16-bit codes with 8.4e6.
 *
 * @throws RangeError that echoes the sum of squares
 */
export function requireExact(codeSums: CodeSums): CodeSums {
  for (let i = 0, p = 0; i < codeSums.sums.length; i++, p += i + 1) {
    const squares = codeSums.products[p]!;
    if (squares > Number.MAX_SAFE_INTEGER) {
      throw new RangeError(`Unexpected sum of squared codes: ${squares}, exact below ${2 ** 53}.`);
    }
  }
  return codeSums;
}
