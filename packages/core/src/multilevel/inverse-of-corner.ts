/**
 * Inverse of the leading `size` rows of F F', F a packed lower triangle: the covariances of fixed effects over the residual
 * variance, full rows.
 */
export function inverseOfCorner(corner: Float64Array, size: number): Float64Array[] {
  const inverse = Array.from({ length: size }, () => new Float64Array(size)); // of F, row by row
  for (let j = 0; j < size; j++) {
    for (let i = j; i < size; i++) {
      let sum = i === j ? 1 : 0;
      for (let m = j; m < i; m++) sum -= corner[(i * (i + 1)) / 2 + m]! * inverse[m]![j]!;
      inverse[i]![j] = sum / corner[(i * (i + 3)) / 2]!;
    }
  }
  return inverse.map((_, i) =>
    Float64Array.from(inverse, (__, j) => {
      let sum = 0;
      for (let m = Math.max(i, j); m < size; m++) sum += inverse[m]![i]! * inverse[m]![j]!;
      return sum;
    }),
  );
}
