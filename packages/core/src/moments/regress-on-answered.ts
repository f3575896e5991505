// a variable whose variance the others leave to less than this share is one of their sums, and adds nothing
const SMALLEST_PIVOT = 1e-10;

/**
 * The regression of the variables a row lacks on those it has, from a full k x k covariance matrix of standardized
 * variables: the matrix swept on the answered ones (the sweep operator in its symmetric form).
 *
 * @param answered indices of the variables to sweep on
 * @returns k x k: at (lacking, answered) the weights, at (lacking, lacking) the residual covariances; the rest means nothing. A weight is 0 where
 * the answered variable does not vary or is a sum of others: a generalized inverse.
 */
export function regressOnAnswered(covariances: Float64Array, answered: readonly number[], k: number): Float64Array {
  const swept = Float64Array.from(covariances);
  const skipped: number[] = [];
  for (const d of answered) {
    const pivot = swept[d * k + d]!;
    if (!(pivot > SMALLEST_PIVOT * covariances[d * k + d]!)) {
      skipped.push(d);
      continue;
    }
    const column = Float64Array.from({ length: k }, (_, i) => swept[i * k + d]!);
    for (let i = 0; i < k; i++) {
      if (i === d) continue;
      const share = column[i]! / pivot;
      for (let j = 0; j < k; j++) swept[i * k + j]! -= share * column[j]!;
    }
    for (let i = 0; i < k; i++) {
      swept[i * k + d] = column[i]! / pivot;
      swept[d * k + i] = column[i]! / pivot;
    }
  }
  for (const d of skipped) for (let i = 0; i < k; i++) swept[i * k + d] = 0;
  return swept;
}
