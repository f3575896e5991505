import { covarianceProducts, effectBlock, wholeBlock } from './covariance-products.ts';
import type { Factored } from './factor-equations.ts';
import { interchangeableMembers } from './interchangeable-members.ts';
import { inverseOfCorner } from './inverse-of-corner.ts';
import type { MixedEquations } from './mixed-equations.ts';
import { addProducts, symmetricProducts } from './symmetric-products.ts';
import { type VarianceParameter, varianceParameters } from './variance-parameters.ts';

/**
 * What Kenward and Roger need of V = sum of gamma_i G_i, the covariance of the rows over the residual variance. The last
 * parameter is the residual one: its G is the identity and its gamma 1.
 */
export interface VarianceProducts {
  /** (X'V^-1 X)^-1, rows one after another like all matrices here */
  readonly covariances: Float64Array;
  /** X'V^-1 G_i V^-1 X */
  readonly single: readonly Float64Array[];
  /** X'V^-1 G_i V^-1 G_j V^-1 X, `double[i][j]` */
  readonly double: readonly (readonly Float64Array[])[];
  /** tr(V^-1 G_i V^-1 G_j), `traces[i][j]` */
  readonly traces: readonly Float64Array[];
}

/**
 * With C = Z'V^-1 Z of `covarianceProducts`: the traces are sums over the entries of C, worked out one
 * member after another within its block and never held. Cost: for each effect the entries of its block, so nested teams
 * are cheap, and crossed groups with many thousands of members are not.
 */
export function varianceProducts(
  equations: MixedEquations,
  rows: number,
  theta: Float64Array,
  { factor, corner }: Factored,
): VarianceProducts {
  const { size, width, factors, nodeFactor, nodeMember, blockNodes } = equations;
  const fixed = width - 1;
  const parameters = varianceParameters(equations, theta);
  const firstOf = factors.map((_, f) => parameters.findIndex((parameter) => parameter.factor === f));
  const products = symmetricProducts(equations);
  const alike = new Int32Array(nodeFactor.length); // how many each stands for, 0 where another one does
  for (const node of interchangeableMembers(equations, products)) alike[node]!++;
  const complete = covarianceProducts(equations, theta, factor, products, fixed);
  const whole = wholeBlock(equations);

  const effects = new Float64Array(size * fixed); // Z'V^-1 X
  for (let row = 0; row < size; row++) {
    for (let c = 0; c < fixed; c++) effects[row * fixed + c] = equations.cross[row * width + c]!;
  }
  complete(effects, fixed, whole);
  const weighted = parameters.map(({ factor: f, entries }) => {
    const result = new Float64Array(size * fixed);
    for (const start of factors[f]!.starts) {
      for (const [r, s] of entries) {
        for (let c = 0; c < fixed; c++) result[(start + r) * fixed + c]! += effects[(start + s) * fixed + c]!;
      }
    }
    return result;
  });
  const throughC = weighted.map((vectors) => {
    const result = new Float64Array(size * fixed);
    addProducts(products, 1, vectors, result, fixed, 0, size);
    complete(result, fixed, whole);
    return result;
  });
  const between = (left: Float64Array, right: Float64Array): Float64Array => {
    const result = new Float64Array(fixed * fixed);
    for (let row = 0; row < size; row++) {
      for (let a = 0; a < fixed; a++) {
        for (let b = 0; b < fixed; b++) result[a * fixed + b]! += left[row * fixed + a]! * right[row * fixed + b]!;
      }
    }
    return result;
  };

  const traces = parameters.map(() => new Float64Array(parameters.length));
  const ofOne = new Float64Array(parameters.length); // tr(V^-1 G_i)
  const members = [new Float64Array(size), new Float64Array(size)]; // columns of C of one member
  for (let block = 0; block + 1 < blockNodes.length; block++) {
    const range = effectBlock(equations, block);
    const [from, to, firstNode, lastNode] = range;
    for (let node = firstNode; node < lastNode; node++) {
      const times = alike[node]!;
      if (times === 0) continue;
      const f = nodeFactor[node]!;
      const start = factors[f]!.starts[nodeMember[node]!]!;
      for (let c = 0; c < factors[f]!.columns; c++) {
        const column = members[c]!.fill(0, from, to);
        for (let p = products.starts[start + c]!; p < products.starts[start + c + 1]!; p++) {
          column[products.columns[p]!] = products.values[p]!;
        }
        complete(column, 1, range);
      }
      for (const [i, { factor: own, entries }] of parameters.entries()) {
        if (own !== f) continue;
        for (const [r, s] of entries) ofOne[i]! += times * members[r]![start + s]!;
      }
      for (let other = firstNode; other < lastNode; other++) {
        const g = nodeFactor[other]!;
        const at = factors[g]!.starts[nodeMember[other]!]!;
        if (factors[f]!.columns === 1 && factors[g]!.columns === 1) {
          traces[firstOf[f]!]![firstOf[g]!]! += times * members[0]![at]! ** 2;
        } else {
          addTraces(traces, parameters, f, g, members, at, times);
        }
      }
    }
  }
  const fixedCovariances = Float64Array.from(inverseOfCorner(corner, fixed).flatMap((row) => [...row]));
  return withResidual(
    {
      covariances: fixedCovariances,
      single: weighted.map((vectors) => between(effects, vectors)),
      double: weighted.map((left) => throughC.map((right) => between(left, right))),
      traces,
    },
    ofOne,
    parameters,
    precisionOf(corner, fixed),
    rows,
  );
}

/** tr(E_i B E_j B') for each pair of parameters of the two groups, B the block of C of one member by another. */
function addTraces(
  traces: readonly Float64Array[],
  parameters: readonly VarianceParameter[],
  f: number,
  g: number,
  members: readonly Float64Array[],
  at: number,
  times: number,
): void {
  for (const [i, { factor: first, entries: left }] of parameters.entries()) {
    if (first !== f) continue;
    for (const [j, { factor: second, entries: right }] of parameters.entries()) {
      if (second !== g) continue;
      for (const [r, s] of left)
        for (const [x, y] of right) traces[i]![j]! += times * members[s]![at + x]! * members[r]![at + y]!;
    }
  }
}

/** X'V^-1 X, rows one after another. */
function precisionOf(corner: Float64Array, fixed: number): Float64Array {
  const result = new Float64Array(fixed * fixed);
  for (let i = 0; i < fixed; i++) {
    for (let j = 0; j < fixed; j++) {
      for (let m = 0; m <= Math.min(i, j); m++) {
        result[i * fixed + j]! += corner[(i * (i + 1)) / 2 + m]! * corner[(j * (j + 1)) / 2 + m]!;
      }
    }
  }
  return result;
}

/** The residual parameter from the others: I = V - sum of gamma_i G_i wherever it stands. */
function withResidual(
  { covariances, single, double, traces }: VarianceProducts,
  ofOne: Float64Array,
  parameters: readonly VarianceParameter[],
  precision: Float64Array,
  rows: number,
): VarianceProducts {
  const less = (whole: Float64Array, parts: readonly Float64Array[]): Float64Array =>
    whole.map((value, p) => parts.reduce((sum, part, i) => sum - parameters[i]!.gamma * part[p]!, value));
  const residual = less(precision, single);
  const beside = single.map((whole, j) =>
    less(
      whole,
      double.map((row) => row[j]!),
    ),
  );
  const both = less(residual, beside);
  const traceBeside = less(ofOne, traces);
  // tr(V^-1 I V^-1 I) = tr(V^-1) - sum of gamma_i tr(V^-1 G_i V^-1), and tr(V^-1) = n - sum of gamma_i tr(V^-1 G_i)
  const gammas = parameters.map(({ gamma }) => gamma);
  const minus = (from: number, values: Float64Array) =>
    gammas.reduce((sum, gamma, i) => sum - gamma * values[i]!, from);
  return {
    covariances,
    single: [...single, residual],
    double: [
      ...double.map((row, i) => [...row, transposed(beside[i]!, Math.sqrt(precision.length))]),
      [...beside, both],
    ],
    traces: [
      ...traces.map((row, i) => Float64Array.from([...row, traceBeside[i]!])),
      Float64Array.from([...traceBeside, minus(minus(rows, ofOne), traceBeside)]),
    ],
  };
}

function transposed(matrix: Float64Array, size: number): Float64Array {
  return matrix.map((_, p) => matrix[(p % size) * size + Math.floor(p / size)]!);
}
