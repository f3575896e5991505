import type { Instrument, Scale } from '../instrument/instrument.ts';
import { itemOf, responseScaleOf, scaleOf } from '../instrument/scale-key.ts';

/** The lowest and the highest score that answers can give. */
export interface PossibleRange {
  readonly minimum: number;
  readonly maximum: number;
}

/**
 * The range of a scale's scores as they are reported: of the mean, the sum or the count, or 0 to 100 with the transform
 * `percent-of-maximum`.
 *
 * @throws RangeError for a scale that the instrument does not have
 * @example
 * const instrument = adHocInstrument({ items: ['A1', 'A2'], reverse: ['A2'], minimum: 1, maximum: 6 });
 * possibleRange(instrument, 'scale') // { minimum: 1, maximum: 6 }
 */
export function possibleRange(instrument: Instrument, scaleId: string): PossibleRange {
  const scale = scaleOf(instrument, scaleId);
  return scale.transform === undefined ? rawRange(instrument, scale) : { minimum: 0, maximum: 100 };
}

/** The range before the transform. */
export function rawRange(instrument: Instrument, scale: Scale): PossibleRange {
  const weightOf = (id: string) => scale.weights?.[id] ?? 1;
  const entries =
    scale.parts === undefined
      ? // reversed or not, which some wording decides, an item has the same two ends
        scale.items.map((id) => {
          const { codes } = responseScaleOf(instrument, itemOf(instrument, id).responseScale);
          return { weight: weightOf(id), minimum: Math.min(...codes), maximum: Math.max(...codes) };
        })
      : scale.parts.map((part) => ({ weight: weightOf(part), ...possibleRange(instrument, part) }));
  if (scale.method === 'count') return { minimum: 0, maximum: entries.length };
  const divisor = scale.method === 'mean' ? entries.reduce((sum, { weight }) => sum + weight, 0) : 1;
  const total = (end: 'minimum' | 'maximum') =>
    entries.reduce((sum, entry) => sum + entry.weight * entry[end], 0) / divisor;
  return { minimum: total('minimum'), maximum: total('maximum') };
}
