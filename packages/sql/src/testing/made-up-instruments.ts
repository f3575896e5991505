import type { Instrument, Scale } from '@peerscale/core';
import fc from 'fast-check';
import { everyFeature } from '../../../../instruments/src/every-feature.ts';

const name = (en: string) => ({ en });
const text = { name: name('x'), highMeans: name('x') };
const pole = fc.constantFrom('positive' as const, 'negative' as const);
const coding = fc.constantFrom('endorsement' as const, 'rejection' as const);

// most have no short fraction in binary, and whole ones are among them
const weight = fc.oneof(
  fc.constantFrom(1, 2, 0.1, 1 / 3, 0.7, 2.5, 1e-9, 1e9 + 0.1),
  fc.double({ min: 1e-3, max: 1e3, noNaN: true }),
);
const substitutes = fc.record(
  { 'not-asked': fc.constant(2), skipped: fc.constant(1), refused: fc.constant(3), 'dont-know': fc.constant(2) },
  { requiredKeys: [] },
);
const missing = (k: number) =>
  fc.oneof(
    fc.constant({ rule: 'complete' as const }),
    fc.integer({ min: 1, max: k }).map((minimum) => ({ rule: 'minimum-answered' as const, minimum })),
    fc.double({ min: 0.01, max: 1, noNaN: true }).map((share) => ({ rule: 'minimum-share' as const, share })),
    fc.constant({ rule: 'person-mean' as const }),
  );

/** What scales of items and those of parts have in common. */
const rest = (entries: readonly string[]) =>
  fc.record(
    {
      direction: pole,
      missing: missing(entries.length),
      // as a dictionary: a record with optional keys would have them undefined in its type
      weights: fc
        .uniqueArray(fc.tuple(fc.constantFrom(...entries), weight), { selector: ([id]) => id })
        .map(Object.fromEntries),
      transform: fc.constant('percent-of-maximum' as const),
    },
    { requiredKeys: ['direction', 'missing'] },
  );
const plainMethod = fc.constantFrom({ method: 'mean' as const }, { method: 'sum' as const });

const ofItems = (id: string, all: readonly string[]): fc.Arbitrary<Scale> =>
  fc.shuffledSubarray([...all], { minLength: 1 }).chain((items) =>
    fc
      .tuple(
        rest(items),
        fc.oneof(
          plainMethod,
          fc.integer({ min: -1, max: 4 }).map((countFrom) => ({ method: 'count' as const, countFrom })),
        ),
        fc.option(substitutes, { nil: undefined }),
      )
      .map(([{ weights, ...others }, method, filled]) => ({
        id,
        ...text,
        ...others,
        ...method,
        items,
        ...(weights === undefined || method.method === 'count' ? {} : { weights }),
        ...(filled === undefined ? {} : { substitutes: filled }),
      })),
  );

const ofParts = (id: string, scales: readonly Scale[]): fc.Arbitrary<Scale> =>
  fc.shuffledSubarray([...scales], { minLength: 1 }).chain((parts) => {
    const ids = parts.map((part) => part.id);
    const items = [...new Set(parts.flatMap((part) => part.items))];
    return fc
      .tuple(rest(ids), plainMethod)
      .map(([others, method]) => ({ id, ...text, ...others, ...method, items, parts: ids }));
  });

const ITEMS = ['a', 'b', 'c', 'd', 'e', 'f'];

/**
 * Instruments of three scales of items, a total of some of them, and a total of some of all those: every method, missing
 * rule, weight, transform, substitute and direction in any combination.
 */
export const madeUpInstruments: fc.Arbitrary<Instrument> = fc
  .tuple(ofItems('one', ITEMS), ofItems('two', ITEMS), ofItems('three', ITEMS))
  .chain((scales) => ofParts('total', scales).map((total) => [...scales, total]))
  .chain((scales) => ofParts('grand-total', scales).map((total) => [total, ...scales]))
  .chain((scales) =>
    fc
      .tuple(coding, coding, fc.array(pole, { minLength: ITEMS.length, maxLength: ITEMS.length }))
      .map(([five, uneven, poles]) => ({
        ...everyFeature,
        responseScales: [
          { id: 'five', measure: 'agreement' as const, codes: [1, 2, 3, 4, 5], highCodeMeans: five },
          { id: 'uneven', measure: 'frequency' as const, codes: [-3, -2, -1, 0, 1, 2, 3], highCodeMeans: uneven },
        ],
        items: ITEMS.map((id, i) => ({
          id,
          number: i + 1,
          polarity: poles[i]!,
          responseScale: i < 3 ? 'five' : 'uneven',
          label: name(id),
          ...(scales.some(({ items }) => items.includes(id)) ? {} : { scored: false as const }),
        })),
        scales,
      })),
  );
