import { symmetricEigen } from '../linalg/index.ts';
import { type BoxObjective, minimizeInBox } from '../optimize/index.ts';
import { differences } from './differences.ts';
import { factorEquations, type Workspace, workspaceOf } from './factor-equations.ts';
import type { MixedEquations } from './mixed-equations.ts';

// a variance whose root is below this share of the residual standard deviation is 0, as lme4's isSingular
const SINGULAR = 1e-4;
const LARGEST = 1e5;
// differences have about eight digits
const FLAT = 1e-6;

/** The relative covariance factors at which the likelihood is largest. */
export interface FittedVariances {
  readonly theta: Float64Array;
  /** places in theta that were estimated */
  readonly free: readonly number[];
  /** lengths on which the likelihood changes along these, for differences */
  readonly scales: Float64Array;
  readonly singular: boolean;
  /** some directions change nothing */
  readonly flat: boolean;
  readonly converged: boolean;
  readonly iterations: number;
}

/**
 * Twice the negative log likelihood, profiled: fixed effects and residual variance are at their best for theta. Without
 * the constants that the units of outcome and columns bring.
 *
 * @param rows number of rows
 * @see Bates, Mächler, Bolker & Walker (2015), doi:10.18637/jss.v067.i01, equations 34 and 41
 */
export function profiledDeviance(
  equations: MixedEquations,
  rows: number,
  restricted: boolean,
  theta: Float64Array,
  workspace?: Workspace,
): number {
  const { corner, logDeterminant } = factorEquations(equations, theta, workspace);
  const fixed = equations.width - 1;
  const df = restricted ? rows - fixed : rows;
  const residual = corner[corner.length - 1]! ** 2;
  const ofFixed = restricted ? fixedLogDeterminant(corner, fixed) : 0;
  return logDeterminant + ofFixed + df * (1 + Math.log((2 * Math.PI * residual) / df));
}

/** log |X'V^-1 X| in units of the residual variance, X orthonormal. */
export function fixedLogDeterminant(corner: Float64Array, fixed: number): number {
  let sum = 0;
  for (let i = 0; i < fixed; i++) sum += Math.log(corner[(i * (i + 3)) / 2]!);
  return 2 * sum;
}

/**
 * Newton's method over theta in a box. The deviance is smooth and even about 0 in most of theta, so 0 is a resting point
 * there even where it is no minimum: the search first stays a little above it, and may reach it only from there. In the
 * first entry of a group with a slope it is even together with the second only: that one may pass through 0, and both
 * change sign afterwards.
 */
export function fitVariances(equations: MixedEquations, rows: number, restricted: boolean): FittedVariances {
  const { factors } = equations;
  const { start, scales, kinds, free, length } = startOf(equations, rows);
  const size = start.length;
  const at = (x: Float64Array): Float64Array => {
    const theta = new Float64Array(length);
    for (let i = 0; i < size; i++) theta[free[i]!] = x[i]! * scales[i]!;
    return theta;
  };
  const origin = profiledDeviance(equations, rows, restricted, at(start));
  const members = factors.reduce((sum, { count }) => sum + count, 0);
  const workspace = workspaceOf(equations);
  const value = (x: Float64Array): Float64Array =>
    Float64Array.of((profiledDeviance(equations, rows, restricted, at(x), workspace) - origin) / members);
  let least = Infinity;
  const curvature = new Float64Array((size * (size + 1)) / 2);
  const objective =
    (order: 2 | 4): BoxObjective =>
    (x, gradient, hessian) => {
      const here = value(x);
      // a step that leads up is refused: its derivatives are never read
      if (!(here[0]! <= least + 1e-9 * (1 + Math.abs(least)))) return here[0]!;
      least = Math.min(least, here[0]!);
      const steps = x.map((entry) => (order === 2 ? 0.001 : 0.01) * Math.max(1, Math.abs(entry)));
      const { gradient: slopes, hessian: curvatures } = differences(value, x, steps, order, here);
      for (let i = 0; i < size; i++) gradient[i] = slopes[i]![0]!;
      for (let p = 0; p < hessian.length; p++) hessian[p] = curvatures[p]![0]!;
      curvature.set(hessian);
      return here[0]!;
    };
  const upper = scales.map((scale) => LARGEST / scale);
  const away = minimizeInBox(objective(2), start, {
    lower: kinds.map((kind, i) => (kind === 'free' ? -upper[i]! : 1e-3)),
    upper,
    tolerance: 1e-6,
  });
  const found = minimizeInBox(objective(4), away.x, {
    lower: kinds.map((kind, i) => (kind === 'even' ? 0 : -upper[i]!)),
    upper,
    tolerance: 1e-9,
  });
  const theta = at(found.x);
  for (const { columns, parameter } of factors) {
    if (columns === 1 || theta[parameter]! >= 0) continue;
    theta[parameter]! *= -1;
    theta[parameter + 1]! *= -1;
  }
  const singular = kinds.some((kind, i) => kind !== 'free' && theta[free[i]!]! < SINGULAR);
  return {
    theta,
    free,
    scales,
    singular,
    flat: !singular && isFlat(curvature, size),
    converged: found.converged,
    iterations: away.iterations + found.iterations,
  };
}

/** Whether hardly any curvature is left in some direction, each variable by its own. */
function isFlat(hessian: Float64Array, size: number): boolean {
  const scaled = hessian.slice();
  for (let i = 0, p = 0; i < size; i++) {
    for (let j = 0; j <= i; j++, p++) {
      scaled[p] = hessian[p]! / Math.sqrt(hessian[(i * (i + 3)) / 2]! * hessian[(j * (j + 3)) / 2]!);
    }
  }
  const eigen = symmetricEigen(scaled, size);
  return eigen === null || eigen.values[size - 1]! < FLAT;
}

/** Starting values, from between- and within-member mean squares of the residuals. */
function startOf({ factors, cross, width }: MixedEquations, rows: number) {
  const start: number[] = [];
  const scales: number[] = [];
  const kinds: ('even' | 'signed' | 'free')[] = [];
  const outcome = width - 1;
  for (const { count, columns, starts, own, free } of factors) {
    let between = 0;
    for (let m = 0; m < count; m++) {
      between += cross[starts[m]! * width + outcome]! ** 2 / own[columns === 1 ? m : 3 * m]!;
    }
    const perMember = rows / count;
    const within = Math.max(1 - between, 1e-6) / (rows - count);
    const ratio = (between / Math.max(count - 1, 1) / within - 1) / perMember;
    const scale = 1 / Math.sqrt(perMember);
    const guess = Math.min(Math.max(Math.sqrt(Math.max(ratio, 0)) / scale, 0.5), 10);
    start.push(...(free.length === 3 ? [guess, 0, guess / 2] : [guess, guess / 2].slice(0, columns)));
    scales.push(...free.map(() => scale));
    kinds.push(...(free.length === 3 ? (['signed', 'free', 'even'] as const) : free.map(() => 'even' as const)));
  }
  return {
    start: Float64Array.from(start),
    scales: Float64Array.from(scales),
    kinds,
    free: factors.flatMap((factor) => factor.free),
    length: factors.reduce((sum, { columns }) => sum + (columns === 1 ? 1 : 3), 0),
  };
}
