import type { Confidence, Instrument } from './instrument.ts';

const order: readonly Confidence[] = ['high', 'medium-high', 'medium', 'low'];

/**
 * How well the key of an instrument is known: the best source for its structure and the best for its key, whichever of the
 * two is worse. An instrument without reversed items needs no source for its key beyond that for its structure.
 *
 * @example confidenceOf(adHocInstrument({ items: ['A1'], minimum: 1, maximum: 6 })) // 'low'
 */
export function confidenceOf({ sources }: Pick<Instrument, 'sources'>): Confidence {
  const best = (about: 'structure' | 'key') =>
    Math.min(
      ...sources.filter(({ supports }) => supports.includes(about)).map(({ confidence }) => order.indexOf(confidence)),
    );
  const structure = best('structure');
  const key = best('key');
  return order[Math.max(structure, Number.isFinite(key) ? key : structure)] ?? 'low';
}
