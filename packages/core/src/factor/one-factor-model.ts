import { type BoxMinimum, minimizeInBox } from '../optimize/index.ts';
import { oneFactorLikelihood } from './one-factor-likelihood.ts';
import type { OneFactorProblem } from './one-factor-problem.ts';
import { oneFactorResiduals } from './one-factor-residuals.ts';

/** Maximum likelihood, or the smallest squared residual correlations ("minres", also "uls"). */
export type OneFactorMethod = 'ml' | 'minres';

export interface OneFactorOptions {
  /** default `ml` */
  readonly method?: OneFactorMethod;
  /** no uniqueness goes below this share of its item's variance, default 0.005 as in R `factanal` */
  readonly smallestUniqueness?: number;
}

/** One common factor of variance 1: item i has variance `loadings[i] ** 2 + uniquenesses[i]`, in the metric given. */
export interface OneFactorModel {
  readonly method: OneFactorMethod;
  /** their sum is not negative (where it is 0 their common sign is arbitrary); an item against the others keeps its minus */
  readonly loadings: Float64Array;
  readonly uniquenesses: Float64Array;
  /**
   * What was minimised, on the correlations: `ml` log|Sigma| + tr(S Sigma^-1) - log|S| - k, which does not depend on the
   * metric; `minres` the sum of squared residual correlations, each pair once
   */
  readonly objective: number;
  readonly iterations: number;
  readonly converged: boolean;
  /** items held at the smallest uniqueness (Heywood cases), by position; empty where there is none */
  readonly heywood: readonly number[];
}

/**
 * One-factor model S = l l' + diag(u) of a covariance or correlation matrix, by maximum likelihood or minres. The factor
 * has variance 1; loadings are in the metric of S, so a correlation matrix gives standardized ones. Both methods work on
 * the correlations and carry the result over: for `ml` that is the same as fitting S, for `minres` what `psych::fa` does.
 *
 * A minimum inside the bounds stands as found. With an item at its bound (a Heywood case) there are often others, inside
 * the bounds too, so the search is repeated with each item in turn as the factor, and as half of it, and the lowest is taken.
 *
 * Assumes errors uncorrelated with each other and with the factor; `ml` normal items. Three items fit exactly and test
 * nothing. Whatever the divisor of S is, `uniquenesses` and squared `loadings` have it too.
 *
 * @param matrix covariances or correlations of k items, lower triangle packed row by row, diagonal included
 * @returns loadings and uniquenesses all NaN and `converged` false where there is no model to give: fewer than three
 *   items, an item without variance, NaN or infinity in the matrix, a correlation beyond 1, loadings that are not
 *   identified (such as items uncorrelated but for one pair), for `ml` a matrix that is not positive definite, and where
 *   the search did not end
 * @throws RangeError for a length that is no triangle's, an unknown method, or a `smallestUniqueness` that is not above 0
 *   and below 1
 * @see Jöreskog (1967), doi:10.1007/BF02289658; Harman & Jones (1966), doi:10.1007/BF02289468; agrees with R
 *   `lavaan::cfa(std.lv = TRUE)`, `factanal(factors = 1)` and `psych::fa(fm = "minres")`; in a Heywood case with `factanal`
 *   only, as lavaan and psych let uniquenesses be negative
 * @example oneFactorModel([1, 0.56, 1, 0.48, 0.42, 1]).loadings // 0.8, 0.7, 0.6
 */
export function oneFactorModel(
  matrix: ArrayLike<number>,
  { method = 'ml', smallestUniqueness = 0.005 }: OneFactorOptions = {},
): OneFactorModel {
  const k = Math.floor(Math.sqrt(2 * matrix.length));
  if ((k * (k + 1)) / 2 !== matrix.length) throw new RangeError(`Unexpected length of a triangle: ${matrix.length}.`);
  if (method !== 'ml' && method !== 'minres') throw new RangeError(`Unexpected method: ${method}.`);
  if (!(smallestUniqueness > 0 && smallestUniqueness < 1)) {
    throw new RangeError(`Unexpected smallest uniqueness: ${smallestUniqueness}.`);
  }
  const deviations = Float64Array.from({ length: k }, (_, i) => Math.sqrt(matrix[(i * (i + 3)) / 2]!));
  const correlations = standardized(matrix, deviations);
  if (correlations === null || k < 3) return noModel(method, k);
  const problem = (method === 'ml' ? oneFactorLikelihood : oneFactorResiduals)(correlations, k, smallestUniqueness);
  if (problem === null) return noModel(method, k);
  const fit = lowestMinimum(problem, correlations, smallestUniqueness);
  if (!(fit.strict && fit.converged)) return noModel(method, k);

  const loadings = problem.loadingsAt(fit.x);
  let sum = 0;
  for (let i = 0; i < k; i++) sum += loadings[i]! * deviations[i]!;
  const sign = sum < 0 ? -1 : 1;
  return {
    method,
    loadings: loadings.map((loading, i) => sign * loading * deviations[i]!),
    uniquenesses: problem.uniquenessesAt(fit.x).map((share, i) => share * deviations[i]! * deviations[i]!),
    objective: fit.value,
    iterations: fit.iterations,
    converged: true,
    heywood: fit.heywood,
  };
}

/** Correlations, or null where the matrix is not one of covariances. */
function standardized(matrix: ArrayLike<number>, deviations: Float64Array): Float64Array | null {
  const correlations = new Float64Array(matrix.length);
  for (let i = 0, p = 0; i < deviations.length; i++) {
    for (let j = 0; j < i; j++, p++) {
      correlations[p] = matrix[p]! / deviations[i]! / deviations[j]!;
      if (!(Math.abs(correlations[p]!) <= 1 + 1e-9)) return null;
    }
    if (!(deviations[i]! > 0 && deviations[i]! < Infinity)) return null;
    correlations[p++] = 1;
  }
  return correlations;
}

// two minima whose values differ by less are one
const SAME_HEIGHT = 1e-12;

type Fit = BoxMinimum & Pick<OneFactorModel, 'heywood'>;

function lowestMinimum(problem: OneFactorProblem, correlations: Float64Array, smallest: number): Fit {
  const fitFrom = (x: Float64Array): Fit => {
    const fit = minimizeInBox(problem.objective, x, problem.bounds);
    const shares = problem.uniquenessesAt(fit.x);
    return { ...fit, heywood: Array.from(shares.keys()).filter((i) => shares[i]! <= smallest * (1 + 1e-6)) };
  };
  let best = fitFrom(problem.coldStart);
  if (best.converged && best.strict && best.heywood.length === 0) return best;
  const k = problem.coldStart.length;
  for (let i = 0; i < 2 * k; i++) {
    const item = i % k;
    const strength = i < k ? 1 : 0.5; // the item itself, at its bound, and a factor that is half it, far from all bounds
    const start = Float64Array.from({ length: k }, (_, j) => {
      const place = item >= j ? (item * (item + 1)) / 2 + j : (j * (j + 1)) / 2 + item;
      return strength * Math.min(Math.max(correlations[place]!, -1), 1);
    });
    const other = fitFrom(problem.startFrom(start));
    // not `strict`: a flat valley goes on to a bound, where it looks like a minimum of the same height
    if (other.converged && !(best.converged && best.value <= other.value + SAME_HEIGHT)) best = other;
  }
  return best;
}

function noModel(method: OneFactorMethod, k: number): OneFactorModel {
  return {
    method,
    loadings: new Float64Array(k).fill(NaN),
    uniquenesses: new Float64Array(k).fill(NaN),
    objective: NaN,
    iterations: 0,
    converged: false,
    heywood: [],
  };
}
