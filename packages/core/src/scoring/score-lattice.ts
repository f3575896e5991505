import type { Instrument, Scale } from '../instrument/instrument.ts';
import { itemOf, responseScaleOf } from '../instrument/scale-key.ts';
import { possibleRange } from './possible-range.ts';

/** The scores that complete answers can give, where they are equally spaced: `first + i * step`, i from 0 to count - 1. */
export interface ScoreLattice {
  readonly first: number;
  readonly step: number;
  readonly count: number;
}

/**
 * The possible scores of complete answers: three items from 1 to 5 have means in thirds. Null where the scores are not
 * equally spaced: with parts, weights, or items of unlike or uneven response scales.
 *
 * @example
 * const instrument = adHocInstrument({ items: ['A1', 'A2'], reverse: ['A2'], minimum: 1, maximum: 6 });
 * scoreLattice(instrument, scaleOf(instrument, 'scale')) // { first: 1, step: 0.5, count: 11 }
 */
export function scoreLattice(instrument: Instrument, scale: Scale): ScoreLattice | null {
  if (scale.parts !== undefined || scale.weights !== undefined) return null;
  const { minimum, maximum } = possibleRange(instrument, scale.id);
  const steps = scale.method === 'count' ? scale.items.length : stepsOf(instrument, scale);
  return steps === null ? null : { first: minimum, step: (maximum - minimum) / steps, count: steps + 1 };
}

/** How many single steps lead from the lowest to the highest complete answer. */
function stepsOf(instrument: Instrument, scale: Scale): number | null {
  let steps = 0;
  let width: number | null = null;
  for (const id of scale.items) {
    const { codes } = responseScaleOf(instrument, itemOf(instrument, id).responseScale);
    for (let i = 1; i < codes.length; i++) {
      const gap = codes[i]! - codes[i - 1]!;
      width ??= gap;
      if (gap !== width) return null;
    }
    steps += codes.length - 1;
  }
  return steps;
}
