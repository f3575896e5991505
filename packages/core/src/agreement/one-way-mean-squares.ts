import { mergeMoments } from '../moments/merge-moments.ts';
import type { Moments } from '../moments/moments.ts';

/** The analysis of variance of one variable between and within groups, teams for example, of any sizes. */
export interface OneWayMeanSquares {
  /** persons, and groups that have one */
  readonly n: number;
  readonly groups: number;
  /** groups - 1 degrees of freedom */
  readonly between: number;
  /** n - groups degrees of freedom */
  readonly within: number;
  /** n / groups */
  readonly meanSize: number;
  /** n0 = (n - sum(size^2) / n) / (groups - 1), below the mean size where sizes differ */
  readonly weightedSize: number;
}

/**
 * The mean squares between and within groups, from the moments of each group.
 *
 * @param groups moments of the persons of each group; groups of nobody do not count
 * @param variable place of the variable in the moments, default 0
 * @returns `between` and `weightedSize` NaN for fewer than two groups, `within` NaN where no group has two persons,
 * `meanSize` NaN without a group
 * @throws RangeError for a place that has no variable
 * @see agrees with R `aov(y ~ as.factor(group))`
 * @example oneWayMeanSquaresOf([momentsOf([[1], [2]]), momentsOf([[4], [5]])]).between // 9
 */
export function oneWayMeanSquaresOf(groups: Iterable<Moments<'listwise'>>, variable = 0): OneWayMeanSquares {
  const filled = Array.from(groups).filter(({ n }) => n > 0);
  let n = 0;
  let squaredSizes = 0;
  let within = 0;
  for (const group of filled) {
    if (!(variable in group.means)) throw new RangeError(`Unexpected variable: ${variable} of ${group.means.length}.`);
    n += group.n;
    squaredSizes += group.n * group.n;
    within += squaresOf(group, variable);
  }
  // the groups merged as if nobody differed from the mean of the own group
  const levelled = filled.map(
    (group): Moments<'listwise'> => ({ ...group, comoments: new Float64Array(group.comoments.length) }),
  );
  const between = levelled.length > 1 ? squaresOf(levelled.reduce(mergeMoments), variable) : NaN;
  return {
    n,
    groups: filled.length,
    between: between / (filled.length - 1),
    within: n > filled.length ? within / (n - filled.length) : NaN,
    meanSize: n / filled.length,
    weightedSize: filled.length > 1 ? (n - squaredSizes / n) / (filled.length - 1) : NaN,
  };
}

const squaresOf = ({ comoments }: Moments, variable: number): number => comoments[(variable * (variable + 3)) / 2]!;
