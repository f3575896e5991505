import type { Moments } from '../moments/moments.ts';
import { momentsOfColumns } from '../moments/moments-of-columns.ts';
import { bcaInterval } from './bca-interval.ts';
import { bootstrapReplicates, replicatesOf } from './bootstrap-replicates.ts';
import { cronbachAlpha } from './cronbach-alpha.ts';
import type { Interval } from './interval.ts';
import { jackknifeAlphas } from './jackknife-alphas.ts';
import { type JackknifeReplicates, jackknifeReplicates } from './jackknife-replicates.ts';
import { percentileInterval } from './percentile-interval.ts';
import { resampledAlphas } from './resampled-alphas.ts';

/** Options of {@link bootstrapInterval}. */
export interface BootstrapOptions {
  /** whole number from 0 to 2^32 - 1, default 1: the same seed gives the same interval */
  readonly seed?: number;
  /** samples drawn, default 1,000 */
  readonly draws?: number;
  /** 'bca' (default): bias-corrected and accelerated; 'percentile' */
  readonly method?: 'bca' | 'percentile';
  /** coverage aimed at, default 0.95 */
  readonly level?: number;
}

/** A bootstrap interval and what it rests on. */
export interface BootstrapInterval extends Interval {
  /** the statistic of the sample itself */
  readonly estimate: number;
  /** standard deviation of the usable replicates, divisor one less than their number */
  readonly standardError: number;
  /** samples in which the statistic exists: the interval speaks of these alone */
  readonly usable: number;
  readonly draws: number;
}

/**
 * Bootstrap interval of any statistic of the moments, such as alpha: no assumption about how answers are distributed, but
 * respondents are independent of each other (in teams, draw teams instead).
 *
 * @param statistic computed on the moments of every sample, such as `cronbachAlpha`
 * @param columns keyed and complete, one an item: samples are drawn from respondents, so moments are not enough
 * @returns ends NaN where the statistic is NaN for the sample itself, and as `bcaInterval` and `percentileInterval` say
 * @throws RangeError for columns of different lengths, a level outside 0 to 1, draws below 1, a wrong seed
 * @see Efron (1987), doi:10.1080/01621459.1987.10478410
 * @example
 * const columns = [[1, 2, 3, 5, 4, 2], [2, 2, 4, 4, 5, 1], [1, 3, 3, 5, 3, 2]];
 * bootstrapInterval(guttmanLambda6, columns, { seed: 20261121, method: 'percentile' }).lower // 0.8342
 */
export function bootstrapInterval(
  statistic: (moments: Moments) => number,
  columns: readonly ArrayLike<number>[],
  { seed = 1, draws = 1000, method = 'bca', level = 0.95 }: BootstrapOptions = {},
): BootstrapInterval {
  if (!(level > 0 && level < 1)) throw new RangeError(`Unexpected level: ${level}.`);
  const replicates = bootstrapReplicates(statistic, columns, draws, seed);
  const jackknife = () => jackknifeReplicates(statistic, columns);
  return intervalOf(statistic(momentsOfColumns(columns)), replicates, jackknife, method, level);
}

/**
 * Bootstrap interval of raw alpha: `bootstrapInterval(cronbachAlpha, columns, options)` to the last digits, several times
 * faster.
 *
 * @param columns keyed and complete, one an item
 * @returns ends NaN where alpha is NaN for the sample itself, and as `bcaInterval` and `percentileInterval` say
 * @throws RangeError as `bootstrapInterval`
 * @see Efron (1987), doi:10.1080/01621459.1987.10478410; psych's counterpart, percentiles without a seed of its own, is
 * R `psych::alpha(n.iter = draws)$boot.ci`
 * @example alphaBootstrapInterval([[1, 2, 3, 5], [2, 2, 4, 4]], { seed: 20261121 }).usable // 985
 */
export function alphaBootstrapInterval(
  columns: readonly ArrayLike<number>[],
  { seed = 1, draws = 1000, method = 'bca', level = 0.95 }: BootstrapOptions = {},
): BootstrapInterval {
  if (!(level > 0 && level < 1)) throw new RangeError(`Unexpected level: ${level}.`);
  const replicates = replicatesOf(resampledAlphas, columns, draws, seed);
  const jackknife = () => jackknifeAlphas(columns);
  return intervalOf(cronbachAlpha(momentsOfColumns(columns)), replicates, jackknife, method, level);
}

function intervalOf(
  estimate: number,
  replicates: Float64Array,
  jackknife: () => JackknifeReplicates,
  method: 'bca' | 'percentile',
  level: number,
): BootstrapInterval {
  const usable = replicates.filter(Number.isFinite);
  let interval: Interval = { lower: NaN, upper: NaN };
  if (method === 'percentile' && !Number.isNaN(estimate)) interval = percentileInterval(usable, level);
  if (method === 'bca') interval = bcaInterval(usable, estimate, jackknife(), level);
  return {
    ...interval,
    estimate,
    standardError: standardDeviation(usable),
    usable: usable.length,
    draws: replicates.length,
  };
}

function standardDeviation(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value / values.length, 0);
  const squares = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  return values.length < 2 ? NaN : Math.sqrt(squares / (values.length - 1));
}
