import type { BoxObjective, MinimizeInBoxOptions } from '../optimize/index.ts';

/** A method of fitting one factor to correlations, in the variables it searches over. */
export interface OneFactorProblem {
  readonly objective: BoxObjective;
  readonly bounds: MinimizeInBoxOptions;
  /** where to begin, from the correlations alone */
  readonly coldStart: Float64Array;
  /** where to begin, from standardized loadings between -1 and 1 */
  startFrom(loadings: Float64Array): Float64Array;
  loadingsAt(x: Float64Array): Float64Array;
  uniquenessesAt(x: Float64Array): Float64Array;
}
