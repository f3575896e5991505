import type { MixedEquations } from './mixed-equations.ts';

/** Z'Z, both triangles: row i has `columns[starts[i]]` to `columns[starts[i + 1] - 1]`. */
export interface SymmetricProducts {
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly values: Float64Array;
}

export function symmetricProducts({ size, factors, pairs }: MixedEquations): SymmetricProducts {
  const starts = new Int32Array(size + 1);
  const next = new Int32Array(size);
  let columns = new Int32Array(0);
  let values = new Float64Array(0);
  for (const fill of [false, true]) {
    const put = (i: number, j: number, value: number): void => {
      if (!fill) {
        starts[i + 1]!++;
        return;
      }
      columns[next[i]!] = j;
      values[next[i]!++] = value;
    };
    for (const { count, columns: width, starts: own, own: sums } of factors) {
      for (let m = 0; m < count; m++) {
        const at = own[m]!;
        put(at, at, sums[width === 1 ? m : 3 * m]!);
        if (width === 1) continue;
        put(at, at + 1, sums[3 * m + 1]!);
        put(at + 1, at, sums[3 * m + 1]!);
        put(at + 1, at + 1, sums[3 * m + 2]!);
      }
    }
    for (const { first, second, firstMembers, secondMembers, values: sums } of pairs) {
      const [a, b] = [factors[first]!, factors[second]!];
      for (let e = 0, p = 0; e < firstMembers.length; e++) {
        const [x, y] = [a.starts[firstMembers[e]!]!, b.starts[secondMembers[e]!]!];
        for (let i = 0; i < a.columns; i++) {
          for (let j = 0; j < b.columns; j++, p++) {
            put(x + i, y + j, sums[p]!);
            put(y + j, x + i, sums[p]!);
          }
        }
      }
    }
    if (!fill) {
      for (let i = 0; i < size; i++) starts[i + 1]! += starts[i]!;
      next.set(starts.subarray(0, size));
      columns = new Int32Array(starts[size]!);
      values = new Float64Array(starts[size]!);
    }
  }
  return { starts, columns, values };
}

/** Adds `times` Z'Z times `vectors` to `sums`, `width` numbers an effect, rows `from` to `to`. */
export function addProducts(
  { starts, columns, values }: SymmetricProducts,
  times: number,
  vectors: Float64Array,
  sums: Float64Array,
  width: number,
  from: number,
  to: number,
): void {
  for (let row = from; row < to; row++) {
    for (let p = starts[row]!; p < starts[row + 1]!; p++) {
      const [value, other] = [times * values[p]!, columns[p]! * width];
      for (let c = 0; c < width; c++) sums[row * width + c]! += value * vectors[other + c]!;
    }
  }
}
