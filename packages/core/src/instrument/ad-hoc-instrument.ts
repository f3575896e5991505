import type { Instrument } from './instrument.ts';

export interface AdHocInstrumentOptions {
  /** column names of the items, in the order wanted in reports */
  readonly items: readonly string[];
  /** those of them that are worded against the others; default none */
  readonly reverse?: readonly string[];
  /** the lowest and the highest code, both whole numbers */
  readonly minimum: number;
  readonly maximum: number;
}

/**
 * An instrument with one mean scale `scale`, for answers that have no definition: every whole number from `minimum` to
 * `maximum` is a code, and the items of `reverse` have the opposite polarity.
 *
 * @throws RangeError for no items, an item twice, a reversed item that is not an item, or limits that span no scale
 * @example adHocInstrument({ items: ['A1', 'A2'], reverse: ['A2'], minimum: 1, maximum: 6 }).scales[0]?.items // ['A1', 'A2']
 */
export function adHocInstrument({ items, reverse = [], minimum, maximum }: AdHocInstrumentOptions): Instrument {
  if (items.length === 0) throw new RangeError('Unexpected items: a scale needs at least one.');
  const twice = items.find((item, i) => items.indexOf(item) !== i);
  if (twice !== undefined) throw new RangeError(`Unexpected items: ${twice} is named twice.`);
  const stranger = reverse.find((item) => !items.includes(item));
  if (stranger !== undefined) throw new RangeError(`Unexpected reverse: ${stranger} is not one of the items.`);
  if (!Number.isInteger(minimum) || !Number.isInteger(maximum) || minimum >= maximum) {
    throw new RangeError(`Unexpected minimum and maximum: ${minimum} and ${maximum} are no response scale.`);
  }
  if (minimum < -32768 || maximum > 32767) {
    throw new RangeError(`Unexpected minimum and maximum: ${minimum} and ${maximum} do not fit 16 bits.`);
  }
  return {
    format: 'peerscale/instrument@1',
    id: 'ad-hoc',
    version: '1.0.0',
    name: { en: 'Scale without an instrument' },
    construct: 'unstated',
    validation: 'none yet',
    poles: { positive: { en: 'high' }, negative: { en: 'low' } },
    responseScales: [
      {
        id: 'codes',
        measure: 'agreement',
        codes: Array.from({ length: maximum - minimum + 1 }, (_, i) => minimum + i),
        highCodeMeans: 'endorsement',
      },
    ],
    items: items.map((id, i) => ({
      id,
      number: i + 1,
      polarity: reverse.includes(id) ? 'negative' : 'positive',
      responseScale: 'codes',
      label: { en: id },
    })),
    scales: [
      {
        id: 'scale',
        name: { en: 'Scale' },
        highMeans: { en: 'high on the items that are not reversed' },
        direction: 'positive',
        method: 'mean',
        missing: { rule: 'complete' },
        items: [...items],
      },
    ],
    rights: {
      wording: 'text-pack',
      holder: 'not stated',
      licence: 'not stated',
      terms: 'not stated',
      wordingSource: 'not stated',
      commercialUse: 'ask-holder',
    },
    sources: [
      { supports: ['structure'], citation: 'stated by the caller', confidence: 'low', checkedOn: '1970-01-01' },
    ],
  };
}
