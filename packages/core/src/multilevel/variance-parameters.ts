import type { MixedEquations } from './mixed-equations.ts';

/** A (co)variance that is estimated, over the residual one: which entries of the matrix of one member it stands at. */
export interface VarianceParameter {
  /** place of its group */
  readonly factor: number;
  readonly entries: readonly (readonly [number, number])[];
  readonly gamma: number;
}

export function varianceParameters({ factors }: MixedEquations, theta: Float64Array): VarianceParameter[] {
  return factors.flatMap(({ columns, parameter, free }, factor): VarianceParameter[] => {
    const [a, b, c] = [theta[parameter]!, theta[parameter + 1]!, theta[parameter + 2]!];
    const intercept: VarianceParameter = { factor, entries: [[0, 0]], gamma: a * a };
    if (columns === 1) return [intercept];
    const slope: VarianceParameter = { factor, entries: [[1, 1]], gamma: b * b + c * c };
    if (free.length < 3) return [intercept, slope];
    const corner = [
      [1, 0],
      [0, 1],
    ] as const;
    return [intercept, { factor, entries: corner, gamma: a * b }, slope];
  });
}
