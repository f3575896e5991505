import { eliminateRows, exchange, SMALLEST_PIVOT } from './eliminate-rows.ts';

/** Bounds, and equations that hold at `point` and must go on holding: the rows sum up what they summed up there. */
export interface LinearProblem {
  /** a point that is allowed: it says the right-hand sides of the equations, and no search for a first point is needed */
  readonly point: ArrayLike<number>;
  readonly lower: ArrayLike<number>;
  readonly upper: ArrayLike<number>;
  /** equations: which variables, and with which coefficients (1 each if left out) */
  readonly rows: readonly LinearForm[];
}

/** sum of coefficient times variable */
export interface LinearForm {
  readonly variables: ArrayLike<number>;
  readonly coefficients?: ArrayLike<number>;
}

export interface LinearMaximum {
  /** Infinity where nothing bounds it */
  readonly value: number;
  /** where it is reached; where there is no bound, a point on the way */
  readonly x: Float64Array;
}

export interface LinearProgram {
  maximize(objective: LinearForm): LinearMaximum;
}

// after so many pivots the table is made anew from the equations, so that rounding cannot pile up
const PIVOTS_BEFORE_RENEWAL = 300;
const SLOPE = 1e-9;

/**
 * Linear programs over one region {x: A x = A point, lower <= x <= upper} for one objective after the other, by the bounded
 * primal simplex method on a dense table. The equations are eliminated once, every search starts where the last one ended,
 * and variables may stand between their bounds at the start, so that the known point serves as the first one.
 *
 * Redundant equations are dropped. The steepest slope enters; after a run of steps of length 0 the first variable in order
 * does (Bland's rule), which cannot cycle. A pivot costs rows times variables: for tables of up to a few hundred variables.
 *
 * @throws RangeError for a point outside its bounds, lengths that differ, or an unknown variable
 * @see Bland (1977), doi:10.1287/moor.2.2.103
 * @example linearProgram({ point: [1, 2], lower: [0, 0], upper: [9, 9], rows: [{ variables: [0, 1] }] })
 *   .maximize({ variables: [0] }).value // 3
 */
export function linearProgram({ point, lower, upper, rows }: LinearProblem): LinearProgram {
  const n = point.length;
  refuseBadProblem(point, lower, upper, rows);
  const reduced = eliminateRows(rows, n);
  const m = reduced.basis.length;
  const table = new Float64Array(m * n);
  const basis = new Int32Array(m);
  const rowOf = new Int32Array(n);
  const x = new Float64Array(n);
  const slopes = new Float64Array(n);
  let pivots = Infinity;
  // what rounding makes of being at a bound
  let atBound = 1e-12;
  for (let j = 0; j < n; j++) {
    for (const value of [point[j]!, lower[j]!, upper[j]!]) {
      if (Number.isFinite(value)) atBound = Math.max(atBound, 1e-12 * Math.abs(value));
    }
  }

  const renew = () => {
    table.set(reduced.table);
    basis.set(reduced.basis);
    rowOf.fill(-1);
    basis.forEach((variable, row) => {
      rowOf[variable] = row;
    });
    x.set(Array.from(point));
    pivots = 0;
  };

  const entering = (bland: boolean): number => {
    let [best, steepest] = [-1, SLOPE];
    for (let j = 0; j < n; j++) {
      const slope = slopes[j]!;
      if (rowOf[j]! >= 0 || Math.abs(slope) <= steepest) continue;
      const room = slope > 0 ? upper[j]! - x[j]! : x[j]! - lower[j]!;
      if (!(room > atBound)) continue;
      if (bland) return j;
      [best, steepest] = [j, Math.abs(slope)];
    }
    return best;
  };

  /** One step along variable j: its length, Infinity where nothing stops it. */
  const step = (j: number, bland: boolean): number => {
    const up = slopes[j]! > 0 ? 1 : -1;
    let length = up > 0 ? upper[j]! - x[j]! : x[j]! - lower[j]!;
    let [leaving, strength] = [-1, 0];
    for (let i = 0; i < m; i++) {
      const change = -table[i * n + j]! * up;
      if (Math.abs(change) < SMALLEST_PIVOT) continue;
      const variable = basis[i]!;
      const room = Math.max(change > 0 ? upper[variable]! - x[variable]! : x[variable]! - lower[variable]!, 0);
      const limit = room / Math.abs(change);
      const tied = limit <= length + atBound && limit >= length - atBound;
      const better = bland ? leaving >= 0 && variable < basis[leaving]! : Math.abs(change) > strength;
      if (limit < length - atBound || (tied && leaving >= 0 && better)) {
        length = Math.min(limit, length);
        [leaving, strength] = [i, Math.abs(change)];
      }
    }
    if (length === Infinity) return length;
    for (let i = 0; i < m; i++) x[basis[i]!]! -= table[i * n + j]! * up * length;
    x[j]! += up * length;
    if (leaving < 0) {
      x[j] = up > 0 ? upper[j]! : lower[j]!;
      return length;
    }
    const gone = basis[leaving]!;
    x[gone] = -table[leaving * n + j]! * up > 0 ? upper[gone]! : lower[gone]!;
    exchange(table, slopes, n, m, leaving, j);
    rowOf[gone] = -1;
    rowOf[j] = leaving;
    basis[leaving] = j;
    pivots++;
    return length;
  };

  const maximize = ({ variables, coefficients }: LinearForm): LinearMaximum => {
    if (pivots > PIVOTS_BEFORE_RENEWAL) renew();
    slopes.fill(0);
    for (let k = 0; k < variables.length; k++) slopes[variables[k]!]! += coefficients?.[k] ?? 1;
    const objective = slopes.slice();
    for (let i = 0; i < m; i++) {
      const price = slopes[basis[i]!]!;
      if (price !== 0) for (let j = 0; j < n; j++) slopes[j]! -= price * table[i * n + j]!;
    }
    for (let still = 0; ; ) {
      const j = entering(still > 20);
      if (j < 0) break;
      const length = step(j, still > 20);
      if (length === Infinity) return { value: Infinity, x: x.slice() };
      still = length > atBound ? 0 : still + 1;
    }
    return { value: objective.reduce((sum, c, j) => (c === 0 ? sum : sum + c * x[j]!), 0), x: x.slice() };
  };
  return { maximize };
}

function refuseBadProblem(
  point: ArrayLike<number>,
  lower: ArrayLike<number>,
  upper: ArrayLike<number>,
  rows: readonly LinearForm[],
): void {
  const n = point.length;
  if (lower.length !== n || upper.length !== n) {
    throw new RangeError(`Unexpected bounds: ${lower.length} lower, ${upper.length} upper, ${n} variables.`);
  }
  for (let j = 0; j < n; j++) {
    if (!(Number.isFinite(point[j]) && point[j]! >= lower[j]! && point[j]! <= upper[j]!)) {
      throw new RangeError(`Unexpected point: ${point[j]} is not between ${lower[j]} and ${upper[j]}.`);
    }
  }
  for (const { variables } of rows) {
    for (let k = 0; k < variables.length; k++) {
      if (!(Number.isInteger(variables[k]) && variables[k]! >= 0 && variables[k]! < n)) {
        throw new RangeError(`Unexpected variable: ${variables[k]}.`);
      }
    }
  }
}
