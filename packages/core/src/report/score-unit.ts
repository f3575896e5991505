import type { Instrument, Scale } from '../instrument/instrument.ts';
import { scaleOf } from '../instrument/scale-key.ts';
import { rawRange } from '../scoring/possible-range.ts';

/**
 * What one step of the sum of all keyed items is worth in the units of the scale's score: 1 of a sum, 1 / k of a mean.
 * Null where the score is no such multiple, because items weigh differently or answers are counted: alpha, omega and the
 * standard error of measurement, which speak of the plain sum, do not hold for it then.
 */
export function scoreUnit(instrument: Instrument, scale: Scale): number | null {
  const weights = itemWeights(instrument, scale);
  if (weights === null) return null;
  const units = Array.from(weights.values());
  const unit = units[0]!;
  return units.every((weight) => Math.abs(weight - unit) <= 1e-12 * unit) ? unit : null;
}

/** How much the score moves with one step of each item; null where it is not linear in the items. */
function itemWeights(instrument: Instrument, scale: Scale): ReadonlyMap<string, number> | null {
  if (scale.method === 'count') return null;
  const entries = scale.parts ?? scale.items;
  const weightOf = (id: string): number => scale.weights?.[id] ?? 1;
  const divisor = scale.method === 'mean' ? entries.reduce((sum, id) => sum + weightOf(id), 0) : 1;
  const { minimum, maximum } = rawRange(instrument, scale);
  const stretch = scale.transform === undefined ? 1 : 100 / (maximum - minimum);
  const found = new Map<string, number>();
  for (const id of entries) {
    const share = (stretch * weightOf(id)) / divisor;
    const inner = scale.parts === undefined ? new Map([[id, 1]]) : itemWeights(instrument, scaleOf(instrument, id));
    if (inner === null) return null;
    for (const [item, weight] of inner) found.set(item, (found.get(item) ?? 0) + share * weight);
  }
  return found;
}
