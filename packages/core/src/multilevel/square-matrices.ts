/** Product of two square matrices, rows one after another. */
export function squareProduct(a: Float64Array, b: Float64Array, size: number): Float64Array {
  const result = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let m = 0; m < size; m++) {
      for (let j = 0; j < size; j++) result[i * size + j]! += a[i * size + m]! * b[m * size + j]!;
    }
  }
  return result;
}

/** Trace of their product. */
export function traceOfProduct(a: Float64Array, b: Float64Array, size: number): number {
  let sum = 0;
  for (let i = 0; i < size; i++) for (let j = 0; j < size; j++) sum += a[i * size + j]! * b[j * size + i]!;
  return sum;
}
