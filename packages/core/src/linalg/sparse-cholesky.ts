/**
 * A sparse lower triangle, column by column: column j has the rows `rows[starts[j]]` to `rows[starts[j + 1] - 1]`, the
 * diagonal first, the others below it and ascending.
 */
export interface SparseTriangle {
  readonly size: number;
  readonly starts: Int32Array;
  readonly rows: Int32Array;
}

/**
 * Where the Cholesky factor of a sparse symmetric matrix may differ from 0. Worked out once; the values are then factored
 * again and again by `factorSparse`.
 *
 * @param matrix its lower triangle; rows below the diagonal in any order
 * @see Davis (2006), Direct Methods for Sparse Linear Systems, doi:10.1137/1.9780898718881
 */
export function sparseCholeskyPattern(matrix: SparseTriangle): SparseTriangle {
  const { size } = matrix;
  const starts = new Int32Array(size + 1);
  let rows = new Int32Array(2 * matrix.rows.length + 16);
  // a column is joined by what its children, the columns whose first row below the diagonal it is, have below it
  const firstChild = new Int32Array(size).fill(-1);
  const nextChild = new Int32Array(size).fill(-1);
  const mark = new Int32Array(size).fill(-1);
  let end = 0;
  for (let j = 0; j < size; j++) {
    if (end + size - j > rows.length) {
      const larger = new Int32Array(2 * rows.length + size);
      larger.set(rows.subarray(0, end));
      rows = larger;
    }
    rows[end++] = j;
    mark[j] = j;
    const add = (row: number): void => {
      if (row <= j || mark[row] === j) return;
      mark[row] = j;
      rows[end++] = row;
    };
    for (let p = matrix.starts[j]!; p < matrix.starts[j + 1]!; p++) add(matrix.rows[p]!);
    for (let c = firstChild[j]!; c >= 0; c = nextChild[c]!) {
      for (let p = starts[c]! + 1; p < starts[c + 1]!; p++) add(rows[p]!);
    }
    starts[j + 1] = end;
    if (end - starts[j]! > 2) rows.subarray(starts[j]! + 1, end).sort();
    if (end - starts[j]! > 1) {
      const parent = rows[starts[j]! + 1]!;
      nextChild[j] = firstChild[parent]!;
      firstChild[parent] = j;
    }
  }
  return { size, starts, rows: rows.slice(0, end) };
}

/**
 * Cholesky factor L of a sparse symmetric matrix, in place, column by column from the left.
 *
 * @param pattern of the factor, by `sparseCholeskyPattern`
 * @param values the matrix in the places of the factor, 0 where it has none; becomes the factor
 * @returns false where the matrix is not positive definite; the values are then of no use
 */
export function factorSparse({ size, starts, rows }: SparseTriangle, values: Float64Array): boolean {
  const column = new Float64Array(size);
  // the columns to the left whose next row is j, as linked lists, and where in them that row stands
  const first = new Int32Array(size).fill(-1);
  const next = new Int32Array(size);
  const place = new Int32Array(size);
  for (let j = 0; j < size; j++) {
    const [start, end] = [starts[j]!, starts[j + 1]!];
    for (let p = start; p < end; p++) column[rows[p]!] = values[p]!;
    for (let k = first[j]!; k >= 0; ) {
      const following = next[k]!;
      const [from, to] = [place[k]!, starts[k + 1]!];
      const factor = values[from]!;
      for (let p = from; p < to; p++) column[rows[p]!]! -= values[p]! * factor;
      if (from + 1 < to) {
        const row = rows[from + 1]!;
        place[k] = from + 1;
        next[k] = first[row]!;
        first[row] = k;
      }
      k = following;
    }
    const pivot = column[j]!;
    if (!(pivot > 0)) return false;
    const root = Math.sqrt(pivot);
    values[start] = root;
    for (let p = start + 1; p < end; p++) values[p] = column[rows[p]!]! / root;
    if (start + 1 < end) {
      const row = rows[start + 1]!;
      place[j] = start + 1;
      next[j] = first[row]!;
      first[row] = j;
    }
  }
  return true;
}

/**
 * Solves L X = B in place.
 *
 * @param right B row by row, `width` numbers a row; becomes X
 * @param from,to only these columns of L: a block of its own, or everything above is 0
 */
export function solveSparseLower(
  { size, starts, rows }: SparseTriangle,
  values: Float64Array,
  right: Float64Array,
  width = 1,
  from = 0,
  to = size,
): void {
  for (let j = from; j < to; j++) {
    const [start, end, at] = [starts[j]!, starts[j + 1]!, j * width];
    if (width === 1 && right[at] === 0) continue; // a single column is mostly empty
    for (let c = 0; c < width; c++) right[at + c]! /= values[start]!;
    for (let p = start + 1; p < end; p++) {
      const [value, row] = [values[p]!, rows[p]! * width];
      for (let c = 0; c < width; c++) right[row + c]! -= value * right[at + c]!;
    }
  }
}

/** Solves L' X = B in place; parameters as for `solveSparseLower`. */
export function solveSparseUpper(
  { size, starts, rows }: SparseTriangle,
  values: Float64Array,
  right: Float64Array,
  width = 1,
  from = 0,
  to = size,
): void {
  for (let j = to - 1; j >= from; j--) {
    const [start, end, at] = [starts[j]!, starts[j + 1]!, j * width];
    for (let p = start + 1; p < end; p++) {
      const [value, row] = [values[p]!, rows[p]! * width];
      for (let c = 0; c < width; c++) right[at + c]! -= value * right[row + c]!;
    }
    for (let c = 0; c < width; c++) right[at + c]! /= values[start]!;
  }
}
