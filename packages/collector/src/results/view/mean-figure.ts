import type { Moments } from '@peerscale/core';
import { studentTQuantile, unpairedChange } from '@peerscale/core';
import type { ReleasedTable } from '../release/wave-release.ts';
import { address, type Released } from '../release/wave-release.ts';
import type { MeanFigure, Shown, WaveDifference } from '../results-types.ts';

const LEVEL = 0.95;

/** A figure for a reader: reasons are for those who look after the study. */
export function shownOf<T>(released: Released<T> | undefined, tellsReasons: boolean): Shown<T> {
  if (released === undefined || released === 0) return { status: 'no-data' };
  if ('is' in released) return { status: 'shown', value: released.is };
  return { status: 'suppressed', reason: tellsReasons ? released : null };
}

// a page of hundreds of teams asks for the same few again and again
const MOST_QUANTILES = 10_000;
const quantiles = new Map<number, number>();

/** t(0.975; n - 1) */
function quantileFor(n: number): number {
  const quantile = quantiles.get(n) ?? studentTQuantile(1 - (1 - LEVEL) / 2, n - 1);
  if (quantiles.size < MOST_QUANTILES) quantiles.set(n, quantile);
  return quantile;
}

/**
 * The mean of one scale of a table at an address, with its interval by t: mean ± t(0.975; n - 1) s / √n, where s is the
 * standard deviation as it is shown. Agrees with R `t.test` on a sample that has this mean and this s.
 */
export function meanFigure(
  table: ReleasedTable,
  place: number,
  team: string | null,
  group: string | null,
  tellsReasons: boolean,
): Shown<MeanFigure> {
  if (group !== null && !table.groups.includes(group)) return { status: 'no-data' };
  // with one group there are no figures by group beside those of all
  const of = table.groups.length > 1 ? group : null;
  const shown = shownOf(table.figures[address(team, of)], tellsReasons);
  if (shown.status !== 'shown') return shown;
  const [n, means, sds] = shown.value;
  const [mean, sd] = [means[place]!, sds[place]!];
  const half = sd === null || sd === 0 ? null : (quantileFor(n) * sd) / Math.sqrt(n);
  const interval = half === null ? null : { level: LEVEL, lower: mean - half, upper: mean + half };
  return { status: 'shown', value: { n, mean, interval, sd } };
}

/**
 * The difference of two waves, from what is shown of them alone: people are taken for others in each. With Welch's
 * interval, and as Hedges' g in the pooled standard deviation (divisor n₁ + n₂ - 2, exact correction). Agrees with R
 * `t.test` and `effectsize::hedges_g` on samples that have the means and the rounded standard deviations.
 *
 * @see docs/methods/change.md
 */
export function waveDifference(
  from: number,
  before: Shown<MeanFigure> | undefined,
  after: Shown<MeanFigure>,
): WaveDifference | null {
  if (before?.status !== 'shown' || after.status !== 'shown') return null;
  const { difference, g } = unpairedChange(momentsOfFigure(before.value), momentsOfFigure(after.value), 0, LEVEL);
  const { value, lower, upper } = difference;
  const effect = Number.isNaN(g.value) ? null : g.value;
  return {
    from,
    difference: value,
    interval: Number.isNaN(lower) || Number.isNaN(upper) ? null : { level: LEVEL, lower, upper },
    effect,
    size: effect === null ? null : sizeOf(Math.abs(effect)),
  };
}

const momentsOfFigure = ({ n, mean, sd }: MeanFigure): Moments<'listwise'> => ({
  missing: 'listwise',
  n,
  means: Float64Array.of(mean),
  comoments: Float64Array.of((sd ?? 0) ** 2 * (n - 1)),
});

function sizeOf(effect: number): NonNullable<WaveDifference['size']> {
  if (effect < 0.2) return 'negligible';
  if (effect < 0.5) return 'small';
  return effect < 0.8 ? 'medium' : 'large';
}
