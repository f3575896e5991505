/** Sum of products of the first m entries; four sums at a time, so that no addition waits for the one before it. */
export function dot(x: Float64Array, y: Float64Array, m: number): number {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let at = 0;
  for (; at + 3 < m; at += 4) {
    a += x[at]! * y[at]!;
    b += x[at + 1]! * y[at + 1]!;
    c += x[at + 2]! * y[at + 2]!;
    d += x[at + 3]! * y[at + 3]!;
  }
  for (; at < m; at++) a += x[at]! * y[at]!;
  return a + b + (c + d);
}
