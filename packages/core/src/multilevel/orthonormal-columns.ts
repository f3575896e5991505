// a column of which less than this share is left by those before it is their sum
const SMALLEST_SHARE = 1e-10;

/** The fixed part, turned into columns that are orthonormal, and the outcome without what they explain. */
export interface OrthonormalColumns {
  /** the columns as they came that are no sums of those before them */
  readonly kept: readonly number[];
  /** one a kept column: their span, orthonormal */
  readonly columns: readonly Float64Array[];
  /** effects on the kept columns = `back` (rows, upper triangle) times effects on the orthonormal ones */
  readonly back: readonly Float64Array[];
  /** log determinant of the triangle that takes orthonormal columns to the kept ones */
  readonly logDeterminant: number;
  /** least-squares effects of the orthonormal columns on the outcome */
  readonly leastSquares: Float64Array;
  /** what they leave of the outcome, scaled to length 1; all 0 where they leave nothing */
  readonly residuals: Float64Array;
  /** the length it had; 0 where nothing is left */
  readonly length: number;
}

/**
 * Gram-Schmidt, each column twice, so that the columns are orthonormal to rounding. With it the likelihood of a mixed model
 * is worked out on numbers of order 1, whatever the units, and no digits are lost to means far from 0.
 */
export function orthonormalColumns(fixed: readonly Float64Array[], outcome: Float64Array): OrthonormalColumns {
  const columns: Float64Array[] = [];
  const triangle: Float64Array[] = []; // of the kept columns, each by the orthonormal ones up to its own
  const kept: number[] = [];
  let logDeterminant = 0;
  for (const [place, values] of fixed.entries()) {
    const { unit, rest, along, before, after } = without(values, columns);
    if (!(after > SMALLEST_SHARE * before)) continue;
    for (let i = 0; i < rest.length; i++) rest[i]! /= after;
    columns.push(rest);
    triangle.push(Float64Array.from([...along, after], (value) => value * unit));
    logDeterminant += Math.log(after) + Math.log(unit);
    kept.push(place);
  }
  const { unit, rest, along, before, after } = without(outcome, columns);
  const nothing = !(after > 1e-13 * before);
  for (let i = 0; i < rest.length; i++) rest[i] = nothing ? 0 : rest[i]! / after;
  return {
    kept,
    columns,
    back: inverseTriangle(triangle),
    logDeterminant,
    leastSquares: along.map((value) => value * unit),
    residuals: rest,
    length: nothing ? 0 : after * unit,
  };
}

/** A column less its projections, in units of its largest value. */
function without(values: Float64Array, columns: readonly Float64Array[]) {
  let unit = 0;
  for (let i = 0; i < values.length; i++) unit = Math.max(unit, Math.abs(values[i]!));
  unit ||= 1;
  const rest = values.map((value) => value / unit);
  const before = lengthOf(rest);
  const along = new Float64Array(columns.length);
  for (let round = 0; round < 2; round++) {
    for (const [c, column] of columns.entries()) {
      let sum = 0;
      for (let i = 0; i < rest.length; i++) sum += column[i]! * rest[i]!;
      for (let i = 0; i < rest.length; i++) rest[i]! -= sum * column[i]!;
      along[c]! += sum;
    }
  }
  return { unit, rest, along, before, after: lengthOf(rest) };
}

function lengthOf(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]! * values[i]!;
  return Math.sqrt(sum);
}

/** Rows of the inverse of an upper triangle given by its columns. */
function inverseTriangle(triangle: readonly Float64Array[]): Float64Array[] {
  const size = triangle.length;
  const inverse = triangle.map(() => new Float64Array(size));
  for (let j = 0; j < size; j++) {
    inverse[j]![j] = 1 / triangle[j]![j]!;
    for (let i = j - 1; i >= 0; i--) {
      let sum = 0;
      for (let m = i + 1; m <= j; m++) sum += triangle[m]![i]! * inverse[m]![j]!;
      inverse[i]![j] = -sum / triangle[i]![i]!;
    }
  }
  return inverse;
}
