import type { Moments } from '../moments/moments.ts';
import { seededRandom } from '../random/index.ts';
import { type DistinctRows, distinctRows } from './distinct-rows.ts';
import { resampledMoments } from './resampled-moments.ts';

/**
 * A statistic of the moments, computed again for `draws` samples of all n respondents drawn with replacement (the
 * nonparametric bootstrap). The same seed gives the same values for the same respondents, in whatever order they come.
 *
 * Cost of a draw: n random numbers, and about 0.6 n k^2 / 2 multiplications, fewer where respondents answer alike.
 *
 * @param statistic computed on each sample; NaN where a sample does not allow it
 * @param columns keyed and complete, one an item
 * @param draws number of samples
 * @param seed whole number from 0 to 2^32 - 1
 * @returns one value a sample, in the order drawn; all NaN where nobody answered or a value is NaN or infinite
 * @throws RangeError for columns of different lengths, draws below 1 or not whole, or a wrong seed
 * @see Efron (1979), doi:10.1214/aos/1176344552
 * @example bootstrapReplicates(cronbachAlpha, [[1, 2, 3], [2, 2, 4]], 1000, 1).length // 1000
 */
export function bootstrapReplicates(
  statistic: (moments: Moments) => number,
  columns: readonly ArrayLike<number>[],
  draws: number,
  seed: number,
): Float64Array {
  const sampler = (rows: DistinctRows, random: () => number) => {
    const next = resampledMoments(rows, random);
    return () => statistic(next());
  };
  return replicatesOf(sampler, columns, draws, seed);
}

/** The values of a sampler over the distinct rows of columns, as many as draws. */
export function replicatesOf(
  sampler: (rows: DistinctRows, random: () => number) => () => number,
  columns: readonly ArrayLike<number>[],
  draws: number,
  seed: number,
): Float64Array {
  if (!Number.isInteger(draws) || draws < 1) throw new RangeError(`Unexpected draws: ${draws}.`);
  const random = seededRandom(seed);
  const rows = distinctRows(columns);
  const replicates = new Float64Array(draws).fill(NaN);
  if (rows === null || rows.n === 0) return replicates;
  const next = sampler(rows, random);
  for (let draw = 0; draw < draws; draw++) replicates[draw] = next();
  return replicates;
}
