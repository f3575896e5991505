import { solvePositiveDefinite, symmetricEigen } from '../linalg/index.ts';

/**
 * A twice differentiable function: returns its value at `x`, and fills `gradient` and `hessian` (lower triangle, packed
 * row by row, diagonal included). Infinity or NaN says that `x` is no place to go.
 */
export type BoxObjective = (x: Float64Array, gradient: Float64Array, hessian: Float64Array) => number;

export interface MinimizeInBoxOptions {
  /** smallest allowed value of each variable */
  readonly lower: ArrayLike<number>;
  /** largest allowed value of each variable */
  readonly upper: ArrayLike<number>;
  /** steps after which the search gives up, default 200 */
  readonly maxIterations?: number;
  /** done where no slope that leads into the box is steeper than this, default 1e-10 */
  readonly tolerance?: number;
}

export interface BoxMinimum {
  readonly x: Float64Array;
  readonly value: number;
  /** Newton steps taken */
  readonly iterations: number;
  readonly converged: boolean;
  /** the curvature over the variables that no bound holds is positive in every direction: no flat valley, no saddle */
  readonly strict: boolean;
}

// what an objective is taken to be exact to, relative to 1 or its size; and the slope that this hides
const ROUNDING = 1e-12;
const ROUNDING_SLOPE = 1e-6;
// a variable whose curvature, the others adapting, is less than this share of its own lies in a flat valley
const SMALLEST_CURVATURE = 1e-8;
// share of the largest curvature below which no direction counts as flatter: a bound on the length of steps
const FLATTEST = 1e-8;
const SUFFICIENT_DECREASE = 1e-4;
const MOST_HALVINGS = 50;

/**
 * Local minimum of a smooth function over a box, by Newton steps projected on the box: variables that a bound holds are
 * left out of the linear system, where the Hessian is not positive definite its eigenvalues are taken by their size, and
 * the step is halved until the value falls. Quadratic convergence: a handful of steps, and as many digits as the function
 * has.
 *
 * @param objective value, gradient and Hessian
 * @param start where to begin; moved into the box
 * @throws RangeError for bounds of another length than `start`, or crossed ones
 * @see Bertsekas (1982), doi:10.1137/0320018
 * @example
 * const bowl = (x, g, h) => { g[0] = 2 * (x[0] - 3); h[0] = 2; return (x[0] - 3) ** 2; };
 * minimizeInBox(bowl, [0], { lower: [0], upper: [2] }).x // 2
 */
export function minimizeInBox(
  objective: BoxObjective,
  start: ArrayLike<number>,
  { lower, upper, maxIterations = 200, tolerance = 1e-10 }: MinimizeInBoxOptions,
): BoxMinimum {
  const size = start.length;
  for (const bounds of [lower, upper]) {
    if (bounds.length !== size)
      throw new RangeError(`Unexpected number of bounds: ${bounds.length}, expected ${size}.`);
  }
  for (let i = 0; i < size; i++) {
    if (!(lower[i]! <= upper[i]!)) throw new RangeError(`Unexpected bounds: ${lower[i]} to ${upper[i]}.`);
  }
  const inside = (value: number, i: number): number => Math.min(Math.max(value, lower[i]!), upper[i]!);
  /** How far a unit step downhill could go: 0 at a bound that holds. */
  const slopeAt = (x: Float64Array, gradient: Float64Array): number => {
    let steepest = 0;
    for (let i = 0; i < size; i++) steepest = Math.max(steepest, Math.abs(x[i]! - inside(x[i]! - gradient[i]!, i)));
    return steepest;
  };

  let x = Float64Array.from(start, inside);
  let gradient = new Float64Array(size);
  let hessian = new Float64Array((size * (size + 1)) / 2);
  let value = objective(x, gradient, hessian);
  let trial = new Float64Array(size);
  let trialGradient = new Float64Array(size);
  let trialHessian = new Float64Array(hessian.length);
  let iterations = 0;
  let slope = slopeAt(x, gradient);
  let stuck = !Number.isFinite(value);

  while (!stuck && slope > tolerance && iterations < maxIterations) {
    iterations++;
    const free = freeVariables(x, gradient, lower, upper, Math.min(slope, 1e-3));
    const newton = newtonStep(gradient, hessian, free);
    stuck = true;
    for (let halvings = 0, length = 1; halvings < MOST_HALVINGS; halvings++, length /= 2) {
      let promised = 0;
      for (let i = 0; i < size; i++) {
        trial[i] = inside(x[i]! + length * newton[i]!, i);
        promised += gradient[i]! * (trial[i]! - x[i]!);
      }
      const trialValue = objective(trial, trialGradient, trialHessian);
      // near the minimum a good step changes the value by less than its rounding
      const allowed = SUFFICIENT_DECREASE * promised + ROUNDING * (1 + Math.abs(value));
      if (promised <= 0 && trialValue <= value + allowed) {
        stuck = trial.every((entry, i) => entry === x[i]);
        [x, trial] = [trial, x];
        [gradient, trialGradient] = [trialGradient, gradient];
        [hessian, trialHessian] = [trialHessian, hessian];
        value = trialValue;
        break;
      }
    }
    slope = slopeAt(x, gradient);
  }
  const [curvature, downhill] = reduced(gradient, hessian, freeVariables(x, gradient, lower, upper, 0));
  const strict = solvePositiveDefinite(curvature, downhill, SMALLEST_CURVATURE) !== null;
  const converged = Number.isFinite(value) && slope <= (stuck ? Math.max(tolerance, ROUNDING_SLOPE) : tolerance);
  return { x, value, iterations, converged, strict };
}

/** Variables that may move: not those within `near` of a bound towards which the value falls. */
function freeVariables(
  x: Float64Array,
  gradient: Float64Array,
  lower: ArrayLike<number>,
  upper: ArrayLike<number>,
  near: number,
): number[] {
  const free: number[] = [];
  for (let i = 0; i < x.length; i++) {
    const reach = Math.min(near, (upper[i]! - lower[i]!) / 4); // no place is near both bounds
    const held = gradient[i]! > 0 ? x[i]! - lower[i]! <= reach : gradient[i]! < 0 && upper[i]! - x[i]! <= reach;
    if (!held) free.push(i);
  }
  return free;
}

/** The rows and columns of the free variables, and the negative of their gradient. */
function reduced(gradient: Float64Array, hessian: Float64Array, free: readonly number[]): [Float64Array, Float64Array] {
  const matrix = new Float64Array((free.length * (free.length + 1)) / 2);
  let p = 0;
  for (let a = 0; a < free.length; a++) {
    const row = (free[a]! * (free[a]! + 1)) / 2;
    for (let b = 0; b <= a; b++) matrix[p++] = hessian[row + free[b]!]!;
  }
  return [matrix, Float64Array.from(free, (i) => -gradient[i]!)];
}

/** Newton's step for the free variables; a step downhill, cut off at the bound, for the others. */
function newtonStep(gradient: Float64Array, hessian: Float64Array, free: readonly number[]): Float64Array {
  const step = gradient.map((slope) => -slope);
  const [matrix, downhill] = reduced(gradient, hessian, free);
  const solved = solvePositiveDefinite(matrix, downhill) ?? stepBySizeOfCurvature(matrix, downhill);
  if (solved !== null) for (let a = 0; a < free.length; a++) step[free[a]!] = solved[a]!;
  return step;
}

/**
 * Newton's step with the size of the curvature in the place of the curvature, direction by direction. Adding one amount to
 * the whole diagonal instead would make the step along a nearly flat direction tiny, and the search a crawl.
 */
function stepBySizeOfCurvature(matrix: Float64Array, downhill: Float64Array): Float64Array | null {
  const eigen = symmetricEigen(matrix, downhill.length);
  if (eigen === null) return null;
  const smallest = FLATTEST * (Math.max(...eigen.values.map(Math.abs)) || 1);
  const step = new Float64Array(downhill.length);
  eigen.values.forEach((curvature, m) => {
    const along = eigen.vectors[m]!;
    let slope = 0;
    for (let a = 0; a < step.length; a++) slope += along[a]! * downhill[a]!;
    const length = slope / Math.max(Math.abs(curvature), smallest);
    for (let a = 0; a < step.length; a++) step[a]! += length * along[a]!;
  });
  return step;
}
