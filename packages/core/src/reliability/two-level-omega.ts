import type { LevelCovariances } from '../moments/level-covariances.ts';
import type { TwoLevelReliability } from './two-level-alpha.ts';
import { sumOfPacked, traceOfPacked } from './two-level-sums.ts';

/**
 * Two-level omega of a sum of items (Lai 2021), from given loadings on one factor at each level (factor variances 1) and
 * the covariances within (W) and between (B) groups:
 *
 *   within  = (sum of loadings within)^2 / sum(W)
 *   between = (sum of loadings between)^2 / (sum(B) + sum(W) / h)
 *   total   = ((sum of loadings within)^2 + (sum of loadings between)^2) / sum(W + B)
 *
 * with h the harmonic mean of the group sizes. `total` assumes the same loadings at both levels up to the size of the
 * factor: then the factor between groups is the group mean of the one within. The loadings come from a two-level factor
 * model; this function fits none. Give the model's covariances for omega as implied by the model, the observed ones for
 * omega relative to the observed variance.
 *
 * @returns NaN where the sum has no variance, or where a level has none that can be estimated
 * @throws RangeError for another number of loadings than items
 * @see Lai (2021), doi:10.1037/met0000287; agrees with R `semTools::compRelSEM(fit, config =, shared =)` on the saturated
 * covariances and loadings of the fitted model
 * @example
 * const items = [[1, 2, 2, 4, 5, 3, 3, 4], [2, 1, 2, 5, 4, 3, 4, 4], [1, 3, 2, 4, 4, 4, 3, 5]];
 * const teams = ['a', 'a', 'a', 'b', 'b', 'c', 'c', 'c'];
 * const levels = levelCovariances(groupedMomentsOfColumns(items, teams));
 * twoLevelOmega(levels, [0.3, 0.3, 0.4], [1.2, 1.1, 1]).between // 0.6865
 */
export function twoLevelOmega(
  { within, between, harmonicSize }: LevelCovariances,
  loadingsWithin: readonly number[],
  loadingsBetween: readonly number[],
): TwoLevelReliability {
  const { trace, size } = traceOfPacked(within);
  for (const { length } of [loadingsWithin, loadingsBetween]) {
    if (length !== size) throw new RangeError(`Unexpected number of loadings: ${length}, expected ${size}.`);
  }
  const [sumWithin, sumBetween] = [sumOfPacked(within), sumOfPacked(between)];
  const commonWithin = loadingsWithin.reduce((sum, loading) => sum + loading, 0) ** 2;
  const commonBetween = loadingsBetween.reduce((sum, loading) => sum + loading, 0) ** 2;
  const share = (common: number, variance: number, traces: number) =>
    variance > 1e-12 * traces ? common / variance : NaN;
  const traces = trace + Math.abs(traceOfPacked(between).trace);
  return {
    within: share(commonWithin, sumWithin, trace),
    between: share(commonBetween, sumBetween + sumWithin / harmonicSize, traces),
    total: share(commonWithin + commonBetween, sumWithin + sumBetween, traces),
  };
}
