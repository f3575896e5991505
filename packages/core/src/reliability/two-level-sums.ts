/** Sum over all cells of a symmetric matrix given as packed lower triangle. */
export function sumOfPacked(packed: ArrayLike<number>): number {
  let all = 0;
  for (let p = 0; p < packed.length; p++) all += packed[p]!;
  return 2 * all - traceOfPacked(packed).trace;
}

/** Trace of a symmetric matrix given as packed lower triangle, and its number of rows. */
export function traceOfPacked(packed: ArrayLike<number>): { readonly trace: number; readonly size: number } {
  let trace = 0;
  let size = 0;
  for (let p = 0; p < packed.length; p += size + 1) {
    trace += packed[p]!;
    size++;
  }
  return { trace, size };
}
