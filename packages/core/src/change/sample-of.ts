import { type Moments, packedIndex } from '../moments/moments.ts';

/** One group at one time. */
export interface Sample {
  readonly n: number;
  readonly mean: number;
  /** divisor n - 1 */
  readonly sd: number;
}

/** @throws RangeError for a place without a variable */
export function sampleOf({ n, means, comoments }: Moments, variable: number): Sample {
  if (!(variable in means)) throw new RangeError(`Unexpected variable: ${variable} of ${means.length}.`);
  const squares = comoments[packedIndex(variable, variable)]!;
  // what rounding leaves of values that are all the same
  const varies = squares > 1e-24 * n * means[variable]! ** 2;
  return { n, mean: n === 0 ? NaN : means[variable]!, sd: n < 2 ? NaN : varies ? Math.sqrt(squares / (n - 1)) : 0 };
}
