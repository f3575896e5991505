import type { Instrument, Norm } from '../instrument/instrument.ts';

/** Where a score stands in a reference sample, with the sample and its source. */
export interface NormedScore {
  readonly scale: string;
  readonly score: number;
  readonly unit: 'z' | 't' | 'percentile';
  readonly value: number;
  readonly norm: Norm;
}

/**
 * A score against a named norm of its instrument.
 *
 *   z = (score - mean) / sd of the sample,   T = 50 + 10 z,   percentile: by linear interpolation in the norm's table
 *
 * Percentiles come from a table only: no normal distribution is assumed. Below the lowest and above the highest score of
 * the table its end values stand.
 *
 * @param normId id of one of the instrument's norms: there is no default norm
 * @returns NaN as value where the score is NaN
 * @throws RangeError for an unknown norm, or one without the figures that the unit needs
 * @example
 * const staff = { id: 'staff-2024', scale: 'scale', mean: 2.5, sd: 0.8 };
 * const instrument = { ...adHocInstrument({ items: ['A1'], minimum: 1, maximum: 6 }), norms: [staff] };
 * normedScore(instrument, 'staff-2024', 3.5, 't').value // 62.5
 */
export function normedScore(
  instrument: Instrument,
  normId: string,
  score: number,
  unit: NormedScore['unit'],
): NormedScore {
  const norm = instrument.norms?.find(({ id }) => id === normId);
  if (norm === undefined)
    throw new RangeError(`Unexpected norm: ${normId} is not in ${instrument.id}@${instrument.version}.`);
  const value = unit === 'percentile' ? percentileOf(norm, score) : standardScoreOf(norm, score, unit);
  return { scale: norm.scale, score, unit, value, norm };
}

function standardScoreOf(norm: Norm, score: number, unit: 'z' | 't'): number {
  if (norm.mean === undefined || norm.sd === undefined) {
    throw new RangeError(`Unexpected norm: ${norm.id} has no mean and sd, which a ${unit} score needs.`);
  }
  const z = (score - norm.mean) / norm.sd;
  return unit === 'z' ? z : 50 + 10 * z;
}

function percentileOf({ id, percentiles = [] }: Norm, score: number): number {
  const first = percentiles[0];
  const last = percentiles.at(-1);
  if (first === undefined || last === undefined)
    throw new RangeError(`Unexpected norm: ${id} has no percentile table.`);
  if (Number.isNaN(score)) return NaN;
  if (score <= first.score) return first.percentile;
  if (score >= last.score) return last.percentile;
  const above = percentiles.findIndex((entry) => entry.score >= score);
  const upper = percentiles[above]!;
  const lower = percentiles[above - 1]!;
  const share = (score - lower.score) / (upper.score - lower.score);
  return lower.percentile + share * (upper.percentile - lower.percentile);
}
