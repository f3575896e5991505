import { type CodeSums, emptyCodeSums, requireExact } from './code-sums.ts';

/**
 * Code sums of two sets of respondents together, exactly: any split, merged in any order, gives the same bits.
 *
 * @throws RangeError for different numbers of items, or a sum of squared codes of 2^53 or more
 * @example
 * const monday = codeSumsOfColumns([Int16Array.of(1, 2)]);
 * mergeCodeSums(monday, codeSumsOfColumns([Int16Array.of(3)])).products // [14]
 */
export function mergeCodeSums(a: CodeSums, b: CodeSums): CodeSums {
  return mergeAllCodeSums([a, b]);
}

/**
 * Code sums of any number of sets of respondents together, such as shards: what `mergeCodeSums` gives one after the other,
 * several times as fast for many.
 *
 * @param parts at least one
 * @throws RangeError for no parts at all, different numbers of items, or a sum of squared codes of 2^53 or more
 * @example
 * const shards = [[1, 2], [3], [5, 1]].map((codes) => codeSumsOfColumns([Int16Array.from(codes)]));
 * mergeAllCodeSums(shards).products // [40]
 */
export function mergeAllCodeSums(parts: readonly CodeSums[]): CodeSums {
  const k = parts[0]?.sums.length;
  if (k === undefined) throw new RangeError('Unexpected number of parts: 0.');
  const all = { ...emptyCodeSums(k) };
  for (const { n, sums, products } of parts) {
    if (sums.length !== k) throw new RangeError(`Unexpected number of items: ${sums.length}, expected ${k}.`);
    all.n += n;
    for (let i = 0; i < k; i++) all.sums[i]! += sums[i]!;
    for (let p = 0; p < products.length; p++) all.products[p]! += products[p]!;
  }
  return requireExact(all);
}
