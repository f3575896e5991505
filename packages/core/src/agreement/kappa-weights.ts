/**
 * How much two codes agree, 1 for the same code: 'none' counts the same code only, 'linear' is 1 - |i - j| / (k - 1),
 * 'quadratic' its square form 1 - (i - j)^2 / (k - 1)^2 (i and j are places in the order of the codes, not the codes);
 * or a matrix of your own, its rows the codes of the first rater.
 */
export type KappaWeights = 'none' | 'linear' | 'quadratic' | readonly (readonly number[])[];

/**
 * The disagreement 1 - weight of each pair of k codes, flat, row by row.
 *
 * @throws RangeError for a matrix that is not k x k, is not 1 on its diagonal, or holds what is not a finite number
 */
export function disagreementWeights(weights: KappaWeights, k: number): Float64Array {
  const disagreement = new Float64Array(k * k);
  if (typeof weights !== 'string' && weights.length !== k) {
    throw new RangeError(`Unexpected number of weight rows: ${weights.length}, expected ${k}.`);
  }
  for (let i = 0; i < k; i++) {
    if (typeof weights !== 'string' && weights[i]!.length !== k) {
      throw new RangeError(`Unexpected number of weights in a row: ${weights[i]!.length}, expected ${k}.`);
    }
    for (let j = 0; j < k; j++) {
      const distance = i === j ? 0 : Math.abs(i - j) / (k - 1);
      let value: number;
      if (weights === 'none') value = i === j ? 0 : 1;
      else if (weights === 'linear') value = distance;
      else if (weights === 'quadratic') value = distance * distance;
      else value = 1 - weights[i]![j]!;
      if (!Number.isFinite(value) || (i === j && value !== 0)) {
        throw new RangeError(`Unexpected weight: ${1 - value} at row ${i}, column ${j}.`);
      }
      disagreement[i * k + j] = value;
    }
  }
  return disagreement;
}
