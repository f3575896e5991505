import { factorSparse, solveSparseLower } from '../linalg/index.ts';
import type { EquationFactor, MixedEquations } from './mixed-equations.ts';
import { scaleTransposed } from './scale-effects.ts';

/** A fit at given theta: the relative covariance factor is theta for a group without slope, [a 0; b c] for one with. */
export interface Factored {
  /** of effects, Cholesky: L L' = Lambda' Z'Z Lambda + I, in the places of the pattern */
  readonly factor: Float64Array;
  /** L^-1 Lambda' Z' [X y], a row an effect */
  readonly solved: Float64Array;
  /** Cholesky factor of what is left of [X y]'[X y]: rows, lower triangle, packed */
  readonly corner: Float64Array;
  /** 2 log |L| */
  readonly logDeterminant: number;
}

/** Arrays of a fit that are written over by the next. */
export type Workspace = Pick<Factored, 'factor' | 'solved'>;

export const workspaceOf = ({ pattern, cross }: MixedEquations): Workspace => ({
  factor: new Float64Array(pattern.rows.length),
  solved: new Float64Array(cross.length),
});

/** Cost: the effects and what fills in between them; the rows play no part. */
export function factorEquations(
  equations: MixedEquations,
  theta: Float64Array,
  { factor: values, solved }: Workspace = workspaceOf(equations),
): Factored {
  const { size, width, factors, pairs, pattern } = equations;
  values.fill(0);
  for (const { count, columns, starts, own, parameter } of factors) {
    const [a, b, c] = [theta[parameter]!, theta[parameter + 1]!, theta[parameter + 2]!];
    for (let m = 0; m < count; m++) {
      const slot = pattern.starts[starts[m]!]!;
      if (columns === 1) {
        values[slot] = a * a * own[m]! + 1;
      } else {
        const [oo, os, ss] = [own[3 * m]!, own[3 * m + 1]!, own[3 * m + 2]!];
        values[slot] = a * a * oo + 2 * a * b * os + b * b * ss + 1;
        values[slot + 1] = c * (a * os + b * ss);
        values[pattern.starts[starts[m]! + 1]!] = c * c * ss + 1;
      }
    }
  }
  for (const { first, second, values: products, slots } of pairs) {
    const left = scalesOf(factors[first]!, theta);
    const right = scalesOf(factors[second]!, theta);
    const [wa, wb] = [factors[first]!.columns, factors[second]!.columns];
    const each = wa * wb;
    if (each === 1) {
      const scale = left[0]! * right[0]!;
      for (let e = 0; e < slots.length; e++) values[slots[e]!] = scale * products[e]!;
      continue;
    }
    for (let e = 0; e < slots.length; e += each) {
      for (let i = 0; i < wa; i++) {
        for (let j = 0; j < wb; j++) {
          let sum = 0;
          for (let r = i; r < wa; r++) {
            for (let s = j; s < wb; s++) {
              sum += left[r * wa + i]! * products[e + r * wb + s]! * right[s * wb + j]!;
            }
          }
          values[slots[e + i * wb + j]!] = sum;
        }
      }
    }
  }
  factorSparse(pattern, values); // always positive definite: the identity is in it
  let logDeterminant = 0;
  for (let j = 0; j < size; j++) logDeterminant += Math.log(values[pattern.starts[j]!]!);
  solved.set(equations.cross);
  scaleTransposed(equations, theta, solved, width);
  solveSparseLower(pattern, values, solved, width);
  return { factor: values, solved, corner: cornerOf(solved, size, width), logDeterminant: 2 * logDeterminant };
}

/** Lambda of one member, row by row. */
function scalesOf({ columns, parameter }: EquationFactor, theta: Float64Array): Float64Array {
  return columns === 1
    ? Float64Array.of(theta[parameter]!)
    : Float64Array.of(theta[parameter]!, 0, theta[parameter + 1]!, theta[parameter + 2]!);
}

/** I - solved' solved, factored: fixed columns and outcome are orthonormal, so I is what they start from. */
function cornerOf(solved: Float64Array, size: number, width: number): Float64Array {
  const corner = new Float64Array((width * (width + 1)) / 2);
  for (let row = 0; row < size; row++) {
    const at = row * width;
    for (let i = 0, p = 0; i < width; i++) {
      const value = solved[at + i]!;
      for (let j = 0; j <= i; j++) corner[p++]! -= value * solved[at + j]!;
    }
  }
  for (let i = 0; i < width; i++) {
    const row = (i * (i + 1)) / 2;
    for (let j = 0; j <= i; j++) {
      const other = (j * (j + 1)) / 2;
      let sum = corner[row + j]! + (i === j ? 1 : 0);
      for (let m = 0; m < j; m++) sum -= corner[row + m]! * corner[other + m]!;
      corner[row + j] = i === j ? Math.sqrt(Math.max(sum, 0)) : sum / corner[other + j]!;
    }
  }
  return corner;
}
