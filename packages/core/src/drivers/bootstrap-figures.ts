import { groupedMomentsOfColumns, type Moments, mergeMoments, momentsOfColumns } from '../moments/index.ts';
import { seededRandom } from '../random/index.ts';
import { bcaInterval, bootstrapReplicates, jackknifeReplicates, percentileInterval } from '../reliability/index.ts';

/** Options of {@link bootstrapFigures}. */
export interface BootstrapFiguresOptions {
  /** whole number from 0 to 2^32 - 1, default 1 */
  readonly seed?: number;
  /** samples drawn, default 2,000 */
  readonly draws?: number;
  /** 'bca' (default) or 'percentile' */
  readonly method?: 'bca' | 'percentile';
  /** coverage aimed at, default 0.95 */
  readonly level?: number;
  /** the team of each row: whole teams are drawn, for people of one team are not independent */
  readonly clusters?: readonly string[];
}

/** A figure with its bootstrap interval. */
export interface BootstrapFigure {
  readonly estimate: number;
  readonly lower: number;
  readonly upper: number;
  readonly level: number;
  /** samples in which the figure exists */
  readonly usable: number;
}

/**
 * Bootstrap intervals of several figures from the same samples: shares of R squared, indirect effects. Rows are drawn with
 * replacement, or whole clusters.
 *
 * A figure that is never below 0, such as a share of R squared, has an interval above 0 even where it is 0: that interval is
 * no test. Take the difference from the share of a column of random numbers (docs/methods/drivers.md), or test coefficients.
 * With about twelve clusters intervals of shares come out a few points short.
 *
 * @param figures of the moments of a sample; always the same number of them
 * @param columns complete, one a variable
 * @returns ends NaN where a figure is NaN for the sample itself, as `bcaInterval` and `percentileInterval` say, and with fewer
 *   than two rows or clusters, of which there is but one sample: then `usable` is 0
 * @throws RangeError for columns of different lengths, draws below 1, a wrong seed, or a level outside 0 to 1
 * @see Efron (1987), doi:10.1080/01621459.1987.10478410
 * @example bootstrapFigures((m) => [regression(m, 0, [1]).rSquared], [[1, 2, 3, 5], [2, 2, 4, 4]])[0].estimate // 0.7143
 */
export function bootstrapFigures(
  figures: (moments: Moments) => ArrayLike<number>,
  columns: readonly ArrayLike<number>[],
  { seed = 1, draws = 2000, method = 'bca', level = 0.95, clusters }: BootstrapFiguresOptions = {},
): BootstrapFigure[] {
  if (!(level > 0 && level < 1)) throw new RangeError(`Unexpected level: ${level}.`);
  if (!Number.isInteger(draws) || draws < 1) throw new RangeError(`Unexpected draws: ${draws}.`);
  const estimates = Array.from(figures(momentsOfColumns(columns)));
  const replicates: ArrayLike<number>[] = [];
  const left: ArrayLike<number>[] = [];
  let counts: Uint32Array;
  if (clusters === undefined) {
    if ((columns[0]?.length ?? 0) < 2) return withoutInterval(estimates, level);
    const keep = (found: ArrayLike<number>[]) => (moments: Moments) => found.push(figures(moments));
    bootstrapReplicates(keep(replicates), columns, draws, seed);
    counts = method === 'bca' ? jackknifeReplicates(keep(left), columns).counts : new Uint32Array(0);
  } else {
    const teams = [...groupedMomentsOfColumns(columns, clusters).groups.values()];
    if (teams.length < 2) return withoutInterval(estimates, level);
    const random = seededRandom(seed);
    for (let draw = 0; draw < draws; draw++) {
      replicates.push(figures(merged(teams.map(() => teams[Math.floor(random() * teams.length)]!))));
    }
    if (method === 'bca')
      teams.forEach((_, out) => left.push(figures(merged(teams.filter((__, team) => team !== out)))));
    counts = new Uint32Array(left.length).fill(1);
  }
  return estimates.map((estimate, place) => {
    const values = Float64Array.from(replicates, (found) => found[place]!);
    const usable = values.reduce((count, value) => count + (Number.isFinite(value) ? 1 : 0), 0);
    const interval =
      method === 'bca'
        ? bcaInterval(values, estimate, { values: Float64Array.from(left, (found) => found[place]!), counts }, level)
        : Number.isNaN(estimate)
          ? { lower: NaN, upper: NaN }
          : percentileInterval(values, level);
    return { estimate, ...interval, level, usable };
  });
}

const withoutInterval = (estimates: readonly number[], level: number): BootstrapFigure[] =>
  estimates.map((estimate) => ({ estimate, lower: NaN, upper: NaN, level, usable: 0 }));

/** Halves of halves: fewer steps than one after another, and rounding does not add up. */
function merged(parts: readonly Moments<'listwise'>[]): Moments<'listwise'> {
  if (parts.length === 1) return parts[0]!;
  const middle = parts.length >> 1;
  return mergeMoments(merged(parts.slice(0, middle)), merged(parts.slice(middle)));
}
