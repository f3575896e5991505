import { symmetricEigen } from '../linalg/index.ts';
import type { BoxObjective } from '../optimize/index.ts';
import type { OneFactorProblem } from './one-factor-problem.ts';

/** One factor by minres, over the standardized loadings. */
export function oneFactorResiduals(correlations: Float64Array, k: number, smallest: number): OneFactorProblem {
  const largest = Math.sqrt(1 - smallest);
  return {
    objective: residualsObjective(correlations, k),
    bounds: { lower: new Float64Array(k).fill(-largest), upper: new Float64Array(k).fill(largest) },
    coldStart: principalFactor(correlations, k),
    startFrom: (loadings) => loadings,
    loadingsAt: (x) => x,
    uniquenessesAt: (x) => x.map((loading) => 1 - loading * loading),
  };
}

/**
 * The discrepancy of minres for one factor, the sum of squared residual correlations of all pairs, by the loadings l:
 *
 *   value     sum over i > j of (r_ij - l_i l_j)^2
 *   gradient  -2 sum over j of (r_ij - l_i l_j) l_j
 *   Hessian   2 sum over j of l_j^2 on the diagonal, 4 l_i l_j - 2 r_ij beside it (all sums without j = i)
 *
 * The diagonal of R has no part in it, so R may be singular.
 *
 * @param correlations packed lower triangle
 * @see Harman & Jones (1966), doi:10.1007/BF02289468
 */
export function residualsObjective(correlations: Float64Array, k: number): BoxObjective {
  return (loadings, gradient, hessian) => {
    let value = 0;
    let length = 0;
    for (const loading of loadings) length += loading * loading;
    gradient.fill(0);
    for (let i = 0, p = 0; i < k; i++) {
      for (let j = 0; j < i; j++, p++) {
        const model = loadings[i]! * loadings[j]!;
        const residual = correlations[p]! - model;
        value += residual * residual;
        gradient[i]! -= 2 * residual * loadings[j]!;
        gradient[j]! -= 2 * residual * loadings[i]!;
        hessian[p] = 4 * model - 2 * correlations[p]!;
      }
      hessian[p++] = 2 * (length - loadings[i]! * loadings[i]!);
    }
    return value;
  };
}

/** The principal factor with each item's largest correlation as its communality. */
function principalFactor(correlations: Float64Array, k: number): Float64Array {
  const reduced = correlations.slice();
  const largest = new Float64Array(k);
  for (let i = 0, p = 0; i < k; i++, p++) {
    for (let j = 0; j < i; j++, p++) {
      const size = Math.abs(correlations[p]!);
      largest[i] = Math.max(largest[i]!, size);
      largest[j] = Math.max(largest[j]!, size);
    }
  }
  for (let i = 0; i < k; i++) reduced[(i * (i + 3)) / 2] = largest[i]!;
  const eigen = symmetricEigen(reduced, k);
  if (eigen === null) return largest.fill(NaN);
  const length = Math.sqrt(Math.max(eigen.values[0]!, 0));
  return eigen.vectors[0]!.map((entry) => entry * length);
}
