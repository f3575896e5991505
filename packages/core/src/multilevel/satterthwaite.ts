import { symmetricEigen } from '../linalg/index.ts';
import { differences } from './differences.ts';
import { factorEquations, workspaceOf } from './factor-equations.ts';
import { type FittedVariances, fixedLogDeterminant } from './fit-variances.ts';
import { inverseOfCorner } from './inverse-of-corner.ts';
import type { MixedEquations } from './mixed-equations.ts';

/**
 * Satterthwaite's degrees of freedom of a contrast l of fixed effects: 2 (l'Vl)^2 / var(l'Vl), the variance by the delta
 * method from the curvature of the deviance over theta and sigma. Infinite where the fit knows the variance exactly.
 *
 * @param sigma residual standard deviation in the units of the equations
 * @returns degrees of freedom of a contrast of the orthonormal columns
 * @see Satterthwaite (1946), doi:10.2307/3002019; Kuznetsova, Brockhoff & Christensen (2017), doi:10.18637/jss.v082.i13;
 *   agrees with R `lmerTest::contest1D`
 */
export function satterthwaite(
  equations: MixedEquations,
  rows: number,
  restricted: boolean,
  { theta, free, scales }: Pick<FittedVariances, 'theta' | 'free' | 'scales'>,
  sigma: number,
): (contrast: Float64Array) => number {
  const fixed = equations.width - 1;
  const size = free.length;
  const df = restricted ? rows - fixed : rows;
  const workspace = workspaceOf(equations);
  // log determinants, residual sum of squares, covariances over sigma^2
  const vector = (at: Float64Array): Float64Array => {
    const whole = theta.slice();
    free.forEach((place, i) => (whole[place] = at[i]!));
    const { corner, logDeterminant } = factorEquations(equations, whole, workspace);
    const log = logDeterminant + (restricted ? fixedLogDeterminant(corner, fixed) : 0);
    return Float64Array.from([
      log,
      corner[corner.length - 1]! ** 2,
      ...inverseOfCorner(corner, fixed).flatMap((row) => [...row]),
    ]);
  };
  const found = Float64Array.from(free, (place) => theta[place]!);
  const steps = scales.map((scale, i) => 0.01 * Math.max(scale, Math.abs(found[i]!)));
  const { value, gradient, hessian } = differences(vector, found, steps, 4);
  const variance = sigma * sigma;
  const curvature: number[] = [];
  for (let i = 0, p = 0; i < size; i++) {
    for (let j = 0; j <= i; j++, p++) {
      // in steps, so that all are of one order
      curvature.push((hessian[p]![0]! + hessian[p]![1]! / variance) * steps[i]! * steps[j]!);
    }
  }
  for (let j = 0; j < size; j++) curvature.push(((-2 * gradient[j]![1]!) / variance) * 0.01 * steps[j]!);
  curvature.push(((6 * value[1]!) / variance - 2 * df) * 1e-4);
  const eigen = symmetricEigen(curvature, size + 1);
  return (contrast) => {
    if (eigen === null) return NaN;
    const along = (entries: Float64Array): number => {
      let sum = 0;
      for (let i = 0; i < fixed; i++) {
        for (let j = 0; j < fixed; j++) sum += contrast[i]! * contrast[j]! * entries[2 + i * fixed + j]!;
      }
      return sum;
    };
    const own = along(value);
    const slopes = Float64Array.from([...gradient.map((entries, i) => along(entries) * steps[i]!), 2 * own * 0.01]);
    let spread = 0;
    eigen.values.forEach((length, m) => {
      if (!(length > 1e-10 * eigen.values[0]!)) return;
      const part = eigen.vectors[m]!.reduce((sum, entry, i) => sum + entry * slopes[i]!, 0);
      spread += (2 * part * part) / length;
    });
    return (2 * own * own) / spread;
  };
}
