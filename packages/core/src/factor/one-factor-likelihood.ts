import { inverseOfPositiveDefinite, type SymmetricEigen, symmetricEigen } from '../linalg/index.ts';
import type { BoxObjective } from '../optimize/index.ts';
import type { OneFactorProblem } from './one-factor-problem.ts';

/** One factor by maximum likelihood, over the logarithms of the uniquenesses; null for a matrix not positive definite. */
export function oneFactorLikelihood(correlations: Float64Array, k: number, smallest: number): OneFactorProblem | null {
  const inverse = inverseOfPositiveDefinite(correlations, k);
  if (inverse === null) return null;
  return {
    objective: likelihoodObjective(correlations, k),
    bounds: { lower: new Float64Array(k).fill(Math.log(smallest)), upper: new Float64Array(k) },
    coldStart: Float64Array.from(inverse, (row, i) => Math.log((1 - 0.5 / k) / row[i]!)),
    startFrom: (loadings) => loadings.map((loading) => Math.log(1 - loading * loading)),
    loadingsAt: (x) => bestLoadings(correlations, x),
    uniquenessesAt: (x) => x.map(Math.exp),
  };
}

/**
 * The discrepancy of maximum likelihood for one factor, log|Sigma| + tr(R Sigma^-1) - log|R| - k, Sigma = l l' + diag(u),
 * as a function of t = log u alone: for given u the best loadings are known,
 *
 *   l_i = sqrt(u_i (e_1 - 1)) w_i1,   value = sum over m > 1 of e_m - 1 - log(e_m)
 *
 * with e_1 >= e_2 >= … and w_m the eigenvalues and vectors of R*, r*_ij = r_ij / sqrt(u_i u_j). Its derivatives by t:
 *
 *   gradient  1 - r*_ii + (e_1 - 1) w_i1^2
 *   Hessian   d_ij r*_ii - e_1 w_i1^2 w_j1^2 - (e_1 - 1) w_i1 w_j1 (2 e_1 P_ij - d_ij + w_i1 w_j1)
 *
 * where P = sum over m > 1 of w_m w_m' / (e_1 - e_m) and d is 1 on the diagonal. All u_i <= 1 keeps e_1 >= 1. Logarithms
 * of u make the function nearly quadratic, towards Heywood cases too.
 *
 * @param correlations positive definite, packed lower triangle
 * @see Jöreskog (1967), doi:10.1007/BF02289658; Clarke (1970), Brit. J. Math. Stat. Psychol. 23, 43-52
 */
export function likelihoodObjective(correlations: Float64Array, k: number): BoxObjective {
  const scaled = new Float64Array(correlations.length);
  const scale = new Float64Array(k);
  return (logUniquenesses, gradient, hessian) => {
    const eigen = scaledEigen(correlations, logUniquenesses, scaled, scale);
    if (eigen === null) return NaN;
    const { values, vectors } = eigen;
    const first = values[0]!;
    const w = vectors[0]!;
    let value = 0;
    for (let m = 1; m < k; m++) value += values[m]! - 1 - Math.log(values[m]!);
    for (let i = 0, p = 0; i < k; i++) {
      for (let j = 0; j <= i; j++, p++) {
        let others = 0;
        for (let m = 1; m < k; m++) {
          const gap = Math.max(first - values[m]!, Number.EPSILON * first);
          others += (vectors[m]![i]! * vectors[m]![j]!) / gap;
        }
        const common = w[i]! * w[j]!;
        const same = i === j ? 1 : 0;
        hessian[p] = -first * common * common - (first - 1) * common * (2 * first * others - same + common);
      }
      const own = scaled[p - 1]!;
      hessian[p - 1]! += own;
      gradient[i] = 1 - own + (first - 1) * w[i]! * w[i]!;
    }
    return value;
  };
}

/** The best loadings for given logarithms of the uniquenesses; their common sign is arbitrary. */
function bestLoadings(correlations: Float64Array, logUniquenesses: Float64Array): Float64Array {
  const k = logUniquenesses.length;
  const scale = new Float64Array(k);
  const eigen = scaledEigen(correlations, logUniquenesses, new Float64Array(correlations.length), scale);
  if (eigen === null) return scale.fill(NaN);
  const length = Math.sqrt(Math.max(eigen.values[0]! - 1, 0));
  return scale.map((inverseRoot, i) => (length * eigen.vectors[0]![i]!) / inverseRoot);
}

function scaledEigen(
  correlations: Float64Array,
  logUniquenesses: Float64Array,
  scaled: Float64Array,
  scale: Float64Array,
): SymmetricEigen | null {
  const k = scale.length;
  for (let i = 0; i < k; i++) scale[i] = Math.exp(-logUniquenesses[i]! / 2);
  for (let i = 0, p = 0; i < k; i++) {
    for (let j = 0; j <= i; j++, p++) scaled[p] = correlations[p]! * scale[i]! * scale[j]!;
  }
  return symmetricEigen(scaled, k);
}
