import { studentTQuantile } from '../distributions/index.ts';
import { solveSparseLower, solveSparseUpper } from '../linalg/index.ts';
import type { Factored } from './factor-equations.ts';
import type { MixedEquations } from './mixed-equations.ts';
import type { PredictedEffects } from './mixed-model-types.ts';
import type { PreparedFactor } from './prepared-factors.ts';
import { scaleEffects } from './scale-effects.ts';
import type { varianceUncertainty } from './variance-uncertainty.ts';

/** Where the fixed part stands at the means of its columns. */
export interface FixedPart {
  /** effects of the orthonormal columns, in units of the equations */
  readonly effects: Float64Array;
  /** means of the orthonormal columns */
  readonly means: Float64Array;
  /** the fixed part there, in the units of the outcome */
  readonly value: number;
}

/** What is predicted, and in which units. */
interface PredictionOf {
  readonly name: string;
  readonly ids: Int32Array;
  readonly length: number;
  readonly sigma: number;
  readonly df: number;
  readonly level: number;
}

/**
 * Best linear unbiased predictions of all effects, in units of the equations: Lambda L'^-1 (solved y - solved X beta).
 *
 * @see Robinson (1991), doi:10.1214/ss/1177011926
 */
export function conditionalModes(
  equations: MixedEquations,
  theta: Float64Array,
  { factor, solved }: Factored,
  effects: Float64Array,
): Float64Array {
  const { size, width, pattern } = equations;
  const modes = new Float64Array(size);
  for (let row = 0; row < size; row++) {
    let value = solved[row * width + width - 1]!;
    for (let c = 0; c < width - 1; c++) value -= solved[row * width + c]! * effects[c]!;
    modes[row] = value;
  }
  solveSparseUpper(pattern, factor, modes);
  scaleEffects(equations, theta, modes, 1);
  return modes;
}

/**
 * Predictions of one group with their standard errors: for each member the forward solution of its own column.
 *
 * @param modes by `conditionalModes`
 * @param length units of the outcome in one of the equations
 * @param uncertainty by `varianceUncertainty`
 * @param sigma residual standard deviation, in the units of the outcome
 * @param df rows less fixed columns: given the ratios of the variances a mean has exactly this t distribution
 */
export function predictedEffects(
  equations: MixedEquations,
  theta: Float64Array,
  { factor, solved, corner }: Factored,
  modes: Float64Array,
  uncertainty: ReturnType<typeof varianceUncertainty>,
  fixed: FixedPart,
  place: number,
  { count, members, mean, sd, centre }: PreparedFactor,
  { name, ids, length, sigma, df, level }: PredictionOf,
): PredictedEffects {
  const { width, pattern, blockColumns } = equations;
  const { starts, columns, parameter } = equations.factors[place]!;
  const [a, b, c] = [theta[parameter]!, theta[parameter + 1]!, theta[parameter + 2]!];
  const column = new Float64Array(equations.size);
  const contrast = new Float64Array(width - 1);
  /** squared length of L^-1 Lambda' times (intercept, slope) of a member; with what the fixed part adds where wanted */
  const errorOf = (start: number, end: number, intercept: number, slope: number, withFixed: boolean): number => {
    column.fill(0, start, end);
    column[start] = a * intercept + (columns === 2 ? b * slope : 0);
    if (columns === 2) column[start + 1] = c * slope;
    solveSparseLower(pattern, factor, column, 1, start, end);
    let squares = 0;
    for (let row = start; row < end; row++) squares += column[row]! ** 2;
    if (!withFixed) return sigma * Math.sqrt(squares);
    contrast.set(fixed.means);
    for (let row = start; row < end; row++) {
      const value = column[row]!;
      if (value !== 0) for (let i = 0; i < width - 1; i++) contrast[i]! -= value * solved[row * width + i]!;
    }
    for (let i = 0; i < width - 1; i++) {
      for (let j = 0; j < i; j++) contrast[i]! -= corner[(i * (i + 1)) / 2 + j]! * contrast[j]!;
      contrast[i]! /= corner[(i * (i + 3)) / 2]!;
      squares += contrast[i]! ** 2;
    }
    return sigma * Math.sqrt(squares);
  };
  const rows = new Int32Array(count);
  for (let row = 0; row < members.length; row++) rows[members[row]!]!++;
  const make = (): Float64Array => new Float64Array(count);
  const [intercepts, interceptErrors, slopes, slopeErrors] = [make(), make(), make(), make()];
  const [means, meanErrors, predictionErrors, lower, upper] = [make(), make(), make(), make(), make()];
  const quantile = studentTQuantile(1 - (1 - level) / 2, df);
  for (let m = 0; m < count; m++) {
    const start = starts[m]!;
    const block = blockOf(blockColumns, start);
    const end = blockColumns[block + 1]!;
    const slope = columns === 2 ? modes[start + 1]! : 0;
    intercepts[m] = (modes[start]! - (slope * mean) / sd) * length;
    interceptErrors[m] = errorOf(start, end, 1, columns === 2 ? -mean / sd : 0, false);
    slopes[m] = (slope / sd) * length;
    if (columns === 2) slopeErrors[m] = errorOf(start, end, 0, 1 / sd, false);
    means[m] = fixed.value + (modes[start]! + slope * centre) * length;
    meanErrors[m] = errorOf(start, end, 1, centre, true);
    predictionErrors[m] = Math.hypot(meanErrors[m]!, sigma * Math.sqrt(uncertainty(place, block, start, centre)));
    lower[m] = means[m]! - quantile * predictionErrors[m]!;
    upper[m] = means[m]! + quantile * predictionErrors[m]!;
  }
  return {
    name,
    ids,
    rows,
    intercepts,
    interceptStandardErrors: interceptErrors,
    ...(columns === 2 ? { slopes, slopeStandardErrors: slopeErrors } : {}),
    means,
    meanStandardErrors: meanErrors,
    predictionErrors,
    lower,
    upper,
  };
}

/** The block in which a column stands. */
function blockOf(blockColumns: Int32Array, column: number): number {
  let [low, high] = [0, blockColumns.length - 1];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (blockColumns[middle]! <= column) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
