import type { LevelCovariances } from '../moments/level-covariances.ts';
import { sumOfPacked, traceOfPacked } from './two-level-sums.ts';

/** Reliability of a sum score of members of groups, by what the score is used for. */
export interface TwoLevelReliability {
  /** of the differences of members from their own group */
  readonly within: number;
  /** of the observed means of groups: items and members are both sampled */
  readonly between: number;
  /** of the score of members, differences within and between groups together */
  readonly total: number;
}

/**
 * Two-level alpha of a sum of k items (Lai 2021), from the covariances within (W) and between (B) groups:
 *
 *   within  = k / (k - 1) * offdiag(W) / sum(W)
 *   between = k / (k - 1) * offdiag(B) / (sum(B) + sum(W) / h)
 *   total   = k / (k - 1) * offdiag(W + B) / sum(W + B)
 *
 * `sum` is over all cells, `offdiag` over those off the diagonal, h the harmonic mean of the group sizes: exact where
 * groups are of one size, and close where they are similar. Assumes essentially tau-equivalent items at each level. It may
 * be negative and is never clipped. Items must be keyed.
 *
 * @param levels `levelCovariances(grouped)`, or a model's
 * @returns NaN where it does not exist: fewer than two items, fewer than two groups, no group of two members, or no
 * variance of the sum
 * @see Lai (2021), doi:10.1037/met0000287; agrees with R `semTools::compRelSEM(fit, config =, shared =, tau.eq = TRUE)`
 * on the same covariances
 * @example
 * const items = [[1, 2, 2, 4, 5, 3, 3, 4], [2, 1, 3, 5, 3, 4, 2, 4]];
 * const teams = ['a', 'a', 'a', 'b', 'b', 'c', 'c', 'c'];
 * twoLevelAlpha(levelCovariances(groupedMomentsOfColumns(items, teams))).between // 0.9879
 */
export function twoLevelAlpha({ within, between, harmonicSize }: LevelCovariances): TwoLevelReliability {
  const { trace: traceWithin, size: k } = traceOfPacked(within);
  const { trace: traceBetween } = traceOfPacked(between);
  const [sumWithin, sumBetween] = [sumOfPacked(within), sumOfPacked(between)];
  const [offWithin, offBetween] = [sumWithin - traceWithin, sumBetween - traceBetween];
  // rounding leaves about 1e-14 of the traces where the sum does not vary
  const share = (common: number, variance: number, trace: number) =>
    variance > 1e-12 * trace ? ((k / (k - 1)) * common) / variance : NaN;
  const traces = traceWithin + Math.abs(traceBetween);
  return {
    within: share(offWithin, sumWithin, traceWithin),
    between: share(offBetween, sumBetween + sumWithin / harmonicSize, traces),
    total: share(offWithin + offBetween, sumWithin + sumBetween, traces),
  };
}
