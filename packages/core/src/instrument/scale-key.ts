import type { Coding, CodingByScale, Instrument, Item, Pole, ResponseScale, Scale } from './instrument.ts';

/** How one item enters one scale: `keyed = reversed ? minimum + maximum - code : code`. */
export interface KeyedItem {
  readonly item: string;
  readonly reversed: boolean;
  readonly minimum: number;
  readonly maximum: number;
}

/**
 * Whether a code must be reversed so that a high keyed value means the scale's direction.
 *
 * Endorsing an item moves toward its polarity. With a coding where a high code means endorsement, the code already rises
 * with the direction when polarity and direction agree; each of "the polarity is the other one" and "a high code means
 * rejection" turns it once, and both together turn it back.
 *
 * @example isReversed('negative', 'rejection', 'negative') // true; as in the OLBI, a burnout item coded 1 = strongly agree
 */
export function isReversed(polarity: Pole, highCodeMeans: Coding, direction: Pole): boolean {
  return (polarity !== direction) !== (highCodeMeans === 'rejection');
}

/**
 * The key of one scale, in the order of its items.
 *
 * @param coding coding of the answers by response-scale id, where it differs from the definition's
 * @throws RangeError for a scale the instrument does not have, or a response scale without coding
 * @example
 * const instrument = adHocInstrument({ items: ['A1', 'A2'], reverse: ['A2'], minimum: 1, maximum: 6 });
 * scaleKey(instrument, 'scale')[1] // { item: 'A2', reversed: true, minimum: 1, maximum: 6 }
 */
export function scaleKey(instrument: Instrument, scaleId: string, coding: CodingByScale = {}): KeyedItem[] {
  const scale = scaleOf(instrument, scaleId);
  return scale.items.map((id) => {
    const item = itemOf(instrument, id);
    const responseScale = responseScaleOf(instrument, item.responseScale);
    const highCodeMeans = coding[responseScale.id] ?? responseScale.highCodeMeans;
    if (highCodeMeans === undefined) {
      throw new RangeError(
        `Response scale ${responseScale.id} of ${instrument.id} does not say what a high code means.`,
      );
    }
    return {
      item: id,
      reversed: isReversed(item.polarity, highCodeMeans, scale.direction),
      minimum: Math.min(...responseScale.codes),
      maximum: Math.max(...responseScale.codes),
    };
  });
}

/**
 * The scale of that id.
 *
 * @throws RangeError where the instrument has none
 * @example scaleOf(adHocInstrument({ items: ['A1'], minimum: 1, maximum: 6 }), 'scale').method // 'mean'
 */
export function scaleOf(instrument: Instrument, id: string): Scale {
  const scale = instrument.scales.find((candidate) => candidate.id === id);
  if (scale === undefined)
    throw new RangeError(`Unexpected scale: ${id} is not in ${instrument.id}@${instrument.version}.`);
  return scale;
}

/**
 * The item of that id.
 *
 * @throws RangeError where the instrument has none
 * @example itemOf(adHocInstrument({ items: ['A1'], minimum: 1, maximum: 6 }), 'A1').number // 1
 */
export function itemOf(instrument: Instrument, id: string): Item {
  const item = instrument.items.find((candidate) => candidate.id === id);
  if (item === undefined)
    throw new RangeError(`Unexpected item: ${id} is not in ${instrument.id}@${instrument.version}.`);
  return item;
}

/**
 * The response scale of that id.
 *
 * @throws RangeError where the instrument has none
 * @example responseScaleOf(adHocInstrument({ items: ['A1'], minimum: 1, maximum: 3 }), 'codes').codes // [1, 2, 3]
 */
export function responseScaleOf(instrument: Instrument, id: string): ResponseScale {
  const found = instrument.responseScales.find((candidate) => candidate.id === id);
  if (found === undefined) {
    throw new RangeError(`Unexpected response scale: ${id} is not in ${instrument.id}@${instrument.version}.`);
  }
  return found;
}
