/** Rows whose keys lie next to each other: those below a bound, and not in a batch before. */
export interface Batch {
  readonly below: string;
  readonly size: number;
}

/** Above every key. */
const END = '~';

/**
 * Cuts rows into batches of at least `minimum`, by their keys, which are digests and so in no order that says anything. What
 * is kept of a batch is where it ends and how many it had, and of nobody that they were in it.
 *
 * @param keys hexadecimal, each once
 * @param counts whether a row is one of those of whom a batch needs so many; all by default
 * @returns none for no rows; one, however small, for fewer than twice the minimum
 * @example batchesOf(['a1', 'b2', 'c3', 'd4'], 2) // [{ below: 'c', size: 2 }, { below: '~', size: 2 }]
 */
export function batchesOf(
  keys: readonly string[],
  minimum: number,
  counts: (key: string) => boolean = () => true,
): Batch[] {
  const sorted = [...keys].sort();
  const batches: Batch[] = [];
  let left = sorted.filter(counts).length;
  let [size, counted] = [0, 0];
  sorted.forEach((key, at) => {
    size++;
    if (counts(key)) {
      counted++;
      left--;
    }
    const next = sorted[at + 1];
    if (next === undefined) batches.push({ below: END, size });
    else if (counted >= minimum && left >= minimum) {
      batches.push({ below: boundBetween(key, next), size });
      [size, counted] = [0, 0];
    }
  });
  return batches;
}

/**
 * Those of the rows whose batch is there as a whole. Where somebody has taken answers back, the others of the batch stay away
 * with theirs, for good: what is missing is at least so many rows, and which one of them was taken back is not to be seen.
 *
 * They cannot be joined to another batch and come back. Whoever has read before and after knows the batch that vanished, and
 * that one of it was taken back: every row of it that is shown again leaves fewer that it can have been, all of them exactly
 * the one. Nor can a part of it stay: batches are as small as they may be.
 */
export function inWholeBatches<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  batches: readonly Batch[],
): Row[] {
  const batchOf = (row: Row) => batches.findIndex(({ below }) => keyOf(row) < below);
  const counts = batches.map(() => 0);
  const places = rows.map(batchOf);
  for (const place of places) if (place >= 0) counts[place]!++;
  return rows.filter((_, at) => places[at]! >= 0 && counts[places[at]!] === batches[places[at]!]!.size);
}

/** The shortest beginning of the next key that is above this one: it tells next to nothing of either. */
export function boundBetween(key: string, next: string): string {
  let length = 1;
  while (next.slice(0, length) <= key) length++;
  return next.slice(0, length);
}
