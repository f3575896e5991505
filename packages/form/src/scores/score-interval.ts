import { normalQuantile, type PossibleRange, standardErrorOfMeasurement } from '@peerscale/core';
import type { ShownScale } from '../plan/form-plan.ts';

/** The interval around one person's score. */
export interface ScoreInterval {
  readonly lower: number;
  readonly upper: number;
  readonly level: number;
}

/**
 * The interval of a person's true score around the observed one,
 *
 *   score +/- z SD sqrt(1 - reliability)
 *
 * z being the normal quantile of (1 + level) / 2: as wide for every score, and normal errors are assumed. Cut off at the
 * ends of the scale, beyond which no score can be. SD and reliability come from the study's own reference sample.
 *
 * @returns null where the study gives not both, or values that make no interval (reliability above 1, negative SD)
 * @see Harvill (1991), doi:10.1111/j.1745-3992.1991.tb00195.x
 * @example scoreInterval(3, { instrument: 'a', scale: 'b', standardDeviation: 1, reliability: 0.75 }, { minimum: 1, maximum: 5 }, 0.95)
 * // { lower: 2.02, upper: 3.98, level: 0.95 }
 */
export function scoreInterval(
  score: number,
  { standardDeviation, reliability }: ShownScale,
  { minimum, maximum }: PossibleRange,
  level: number,
): ScoreInterval | null {
  if (standardDeviation === undefined || reliability === undefined) return null;
  const margin = normalQuantile((1 + level) / 2) * standardErrorOfMeasurement(standardDeviation, reliability);
  if (!Number.isFinite(margin)) return null;
  return { lower: Math.max(minimum, score - margin), upper: Math.min(maximum, score + margin), level };
}
