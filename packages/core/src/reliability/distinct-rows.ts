/** Complete answers as a table of distinct rows, sorted, and how often each occurs. */
export interface DistinctRows {
  /** respondents */
  readonly n: number;
  /** a column an item, an entry a distinct row; rows in ascending order, the first item first */
  readonly columns: readonly Float64Array[];
  /** respondents with each row */
  readonly counts: Uint32Array;
}

/**
 * The distinct rows of columns. Sorted, so that what is drawn from them with a seed does not depend on the order in which
 * respondents were read.
 *
 * @returns null where a value is NaN or infinite: such rows cannot be drawn from
 * @throws RangeError for columns of different lengths
 */
export function distinctRows(columns: readonly ArrayLike<number>[]): DistinctRows | null {
  const n = columns[0]?.length ?? 0;
  for (const column of columns) {
    if (column.length !== n) throw new RangeError(`Unexpected column length: ${column.length}, expected ${n}.`);
    for (let row = 0; row < n; row++) if (!Number.isFinite(column[row]!)) return null;
  }
  const difference = (a: number, b: number): number => {
    for (const column of columns) if (column[a] !== column[b]) return column[a]! < column[b]! ? -1 : 1;
    return 0;
  };
  const order = Uint32Array.from({ length: n }, (_, row) => row).sort(difference);
  const first: number[] = [];
  const counts: number[] = [];
  for (let at = 0; at < n; at++) {
    if (at > 0 && difference(order[at - 1]!, order[at]!) === 0) counts[counts.length - 1]!++;
    else {
      first.push(order[at]!);
      counts.push(1);
    }
  }
  return {
    n,
    columns: columns.map((column) => Float64Array.from(first, (row) => column[row]!)),
    counts: Uint32Array.from(counts),
  };
}
