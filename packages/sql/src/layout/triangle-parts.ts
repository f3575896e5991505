/** Most columns of one SELECT: PostgreSQL allows 1,664, some of which hold what is common to a part. */
export const MAXIMUM_COLUMNS = 1600;

/** A pair of variables of the packed lower triangle, i from j on. */
export interface Pair {
  readonly i: number;
  readonly j: number;
}

/**
 * The packed lower triangle of k variables, diagonal included, cut into parts of at most `width` pairs: one SELECT each.
 *
 * @example triangleParts(2, 2) // [[{ i: 0, j: 0 }, { i: 1, j: 0 }], [{ i: 1, j: 1 }]]
 */
export function triangleParts(k: number, width: number): Pair[][] {
  const pairs = Array.from({ length: k }, (_, i) => Array.from({ length: i + 1 }, (_, j) => ({ i, j }))).flat();
  return Array.from({ length: Math.ceil(pairs.length / width) }, (_, part) =>
    pairs.slice(part * width, (part + 1) * width),
  );
}

/** Parts of a statement with n, and the centre and its correction of every variable, in each part. */
export const momentsParts = (k: number): Pair[][] => triangleParts(k, MAXIMUM_COLUMNS - 2 * k);

/** Parts of a statement with n and the sum of every variable in each part. */
export const codeSumsParts = (k: number): Pair[][] => triangleParts(k, MAXIMUM_COLUMNS - k);

/** Parts of a statement with eight figures a pair. */
export const pairwiseParts = (k: number): Pair[][] => triangleParts(k, MAXIMUM_COLUMNS / 8);
