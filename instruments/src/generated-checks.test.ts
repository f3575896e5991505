import {
  type CodingByScale,
  type Instrument,
  type ResponseRecord,
  responseScaleOf,
  type Scale,
  type ScoreReceipt,
  scaleKey,
  scoreResponse,
  scoreResponses,
  tableOfRecords,
  validateInstrument,
} from '@peerscale/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { everyFeature } from './every-feature.ts';
import { instruments } from './index.ts';
import { type CompleteAnswers, extremeAnswers, scoreByHand } from './score-by-hand.ts';

type Answers = ResponseRecord['answers'];

/** The codes that an item can be answered with. */
function codesOf(instrument: Instrument, item: string): readonly number[] {
  return responseScaleOf(instrument, instrument.items.find(({ id }) => id === item)!.responseScale).codes;
}

/** The same place of its own answer scale for every item: 0 the lowest code, 1 the highest, 0.5 the middle one. */
function everyItemAt(instrument: Instrument, place: number): CompleteAnswers {
  return Object.fromEntries(
    instrument.items.map(({ id }) => {
      const codes = codesOf(instrument, id);
      return [id, codes[Math.floor(place * (codes.length - 1))]!];
    }),
  );
}

/** Complete answers of any kind. */
function completeAnswers(instrument: Instrument): fc.Arbitrary<Record<string, number>> {
  return fc.record(
    Object.fromEntries(instrument.items.map(({ id }) => [id, fc.constantFrom(...codesOf(instrument, id))])),
  );
}

/** Answers with gaps. */
function someAnswers(instrument: Instrument): fc.Arbitrary<Record<string, Answers[string]>> {
  const answer = (item: string) =>
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom<Answers[string]>(...codesOf(instrument, item)) },
      { weight: 1, arbitrary: fc.constantFrom<Answers[string]>('skipped', 'refused', 'dont-know', 'not-asked') },
    );
  return fc.record(Object.fromEntries(instrument.items.map(({ id }) => [id, answer(id)])));
}

const valuesOf = (receipts: readonly ScoreReceipt[]) => receipts.map(({ value }) => value);

function expectSameValues(actual: readonly ScoreReceipt[], expected: readonly ScoreReceipt[]): void {
  expected.forEach(({ scale, value }) => {
    const other = actual.find((receipt) => receipt.scale === scale)!.value;
    if (value === null) expect(other).toBeNull();
    else expect(other).toBeCloseTo(value, 10);
  });
}

/** How many entries (items, or parts) a score needs, read from the rule again. */
function needed({ missing, parts, items }: Scale): number {
  const entries = (parts ?? items).length;
  switch (missing.rule) {
    case 'complete':
      return entries;
    case 'minimum-answered':
      return missing.minimum;
    case 'minimum-share':
      return Array.from({ length: entries }, (_, i) => i + 1).find((n) => n / entries >= missing.share - 1e-12)!;
    case 'person-mean':
      return 1;
  }
}

/** The items behind the first `count` entries of a scale. */
function itemsOfEntries(instrument: Instrument, { parts, items }: Scale, count: number): string[] {
  if (parts === undefined) return items.slice(0, count);
  return parts.slice(0, count).flatMap((id) => instrument.scales.find((part) => part.id === id)!.items);
}

const countsSomewhere = (instrument: Instrument, { method, parts = [] }: Scale): boolean =>
  method === 'count' ||
  instrument.scales.some((scale) => parts.includes(scale.id) && countsSomewhere(instrument, scale));

test('the instrument with every feature is valid', () => {
  expect(validateInstrument(everyFeature)).toEqual({ success: true, value: everyFeature });
});

const checked = [...instruments, everyFeature].map((instrument) => [instrument.id, instrument] as const);
describe.each(checked)('%s', (_, instrument) => {
  test.each([
    ['lowest', 0],
    ['middle', 0.5],
    ['highest', 1],
  ])('all answers at the %s code give the point that the key says', (_place, place) => {
    const answers = everyItemAt(instrument, place);
    for (const { scale, value, reason } of scoreResponse(instrument, answers)) {
      expect(reason).toBeNull();
      expect(value).toBeCloseTo(scoreByHand(instrument, scale, answers), 12);
    }
  });

  test('identical answers to a plain scale give the point that the share of its reversed items says', () => {
    for (const { id, method, items, parts, weights, transform } of instrument.scales) {
      const codes = codesOf(instrument, items[0]!);
      const isPlain =
        method !== 'count' &&
        [parts, weights, transform].every((feature) => feature === undefined) &&
        items.every((item) => String(codesOf(instrument, item)) === String(codes));
      if (!isPlain) continue;
      const turned = scaleKey(instrument, id).filter(({ reversed }) => reversed).length / items.length;
      for (const code of codes) {
        const answers = Object.fromEntries(items.map((item) => [item, code]));
        const point = (1 - turned) * code + turned * (codes[0]! + codes.at(-1)! - code);
        const { value } = scoreResponse(instrument, answers).find(({ scale }) => scale === id)!;
        expect(value).toBeCloseTo(method === 'sum' ? items.length * point : point, 10);
      }
    }
  });

  test('answers that all point one way give the ends of the possible range', () => {
    for (const { id } of instrument.scales) {
      const { lowest, highest } = extremeAnswers(instrument, id);
      const at = (answers: CompleteAnswers) =>
        scoreResponse(instrument, answers).find((receipt) => receipt.scale === id)!;
      expect(at(lowest).value).toBeCloseTo(at(lowest).possible.minimum, 12);
      expect(at(highest).value).toBeCloseTo(at(highest).possible.maximum, 12);
    }
  });

  test('any complete answers give the score worked out by hand', () => {
    fc.assert(
      fc.property(completeAnswers(instrument), (answers) => {
        for (const { scale, value } of scoreResponse(instrument, answers)) {
          expect(value).toBeCloseTo(scoreByHand(instrument, scale, answers), 10);
        }
      }),
      { numRuns: 25 },
    );
  });

  test('one answer alone moves the scales of its item the right way, and no others', () => {
    const low = everyItemAt(instrument, 0);
    const before = scoreResponse(instrument, low);
    for (const { id: item } of instrument.items) {
      const after = scoreResponse(instrument, { ...low, [item]: codesOf(instrument, item).at(-1)! });
      after.forEach(({ scale: id, value }, i) => {
        const scale = instrument.scales.find((candidate) => candidate.id === id)!;
        const key = scaleKey(instrument, id).find((entry) => entry.item === item);
        const change = Math.sign(value! - before[i]!.value!);
        const right = key === undefined ? 0 : key.reversed ? -1 : 1;
        // a part that counts, or one turned round, may stay where it is
        if (countsSomewhere(instrument, scale)) expect([0, right]).toContain(change);
        else expect(change).toBe(right);
      });
    }
  });

  test('one below the minimum answered gives null with the reason, the minimum gives a score', () => {
    for (const scale of instrument.scales) {
      const entries = (scale.parts ?? scale.items).length;
      const minimum = needed(scale);
      const withGaps = (count: number) => {
        const reason = scale.substitutes?.refused === undefined ? 'refused' : 'not-asked';
        const gaps = itemsOfEntries(instrument, scale, count).map((item) => [item, reason]);
        const answers = { ...everyItemAt(instrument, 1), ...Object.fromEntries(gaps) };
        return scoreResponse(instrument, answers).find((receipt) => receipt.scale === scale.id)!;
      };
      expect(withGaps(entries - minimum)).toMatchObject({ reason: null, prorated: minimum < entries });
      const none = minimum === 1 ? 'no-answers' : minimum === entries ? 'incomplete' : 'too-few-answered';
      expect(withGaps(entries - minimum + 1)).toMatchObject({ value: null, reason: none, prorated: false });
    }
  });

  test('the opposite coding gives the same scores, and the receipts name the other items as reversed', () => {
    const coding: CodingByScale = Object.fromEntries(
      instrument.responseScales.map(({ id, highCodeMeans }) => [
        id,
        highCodeMeans === 'endorsement' ? 'rejection' : 'endorsement',
      ]),
    );
    fc.assert(
      fc.property(completeAnswers(instrument), (answers) => {
        const turned = Object.fromEntries(
          Object.entries(answers).map(([item, code]) => {
            const codes = codesOf(instrument, item);
            return [item, codes[0]! + codes.at(-1)! - code];
          }),
        );
        const given = scoreResponse(instrument, answers);
        const opposite = scoreResponse(instrument, turned, coding);
        expectSameValues(opposite, given);
        opposite.forEach(({ reversed, used }, i) => {
          expect(reversed).toEqual(used.filter((item) => !given[i]!.reversed.includes(item)));
        });
      }),
      { numRuns: 10 },
    );
  });

  test('the order of items, scales and columns does not matter', () => {
    const turned: Instrument = {
      ...instrument,
      items: instrument.items.toReversed(),
      scales: instrument.scales
        .toReversed()
        .map((scale) => ({ ...scale, items: [...scale.items.slice(1), scale.items[0]!].reverse() })),
    };
    fc.assert(
      fc.property(someAnswers(instrument), (answers) => {
        const table = tableOfRecords(turned, [{ answers }]);
        const shuffled = { ...table, columns: new Map([...table.columns].sort(([a], [b]) => (a < b ? 1 : -1))) };
        const scores = scoreResponses(turned, shuffled).map(({ receipt }) => receipt(0));
        expectSameValues(scores, scoreResponse(instrument, answers));
      }),
      { numRuns: 25 },
    );
  });

  test('a total equals its parts, whether it says so or shares out its items among other scales', () => {
    const totals = instrument.scales.flatMap((total) => {
      const inside = instrument.scales.filter(
        ({ id, items, direction, method, transform }) =>
          id !== total.id &&
          total.parts === undefined &&
          direction === total.direction &&
          method === total.method &&
          transform === total.transform &&
          items.length < total.items.length &&
          items.every((item) => total.items.includes(item)),
      );
      const shared = inside.flatMap(({ items }) => items);
      const isShare = shared.length === total.items.length && new Set(shared).size === shared.length;
      return isShare && total.transform === undefined && total.weights === undefined ? [{ total, inside }] : [];
    });
    fc.assert(
      fc.property(completeAnswers(instrument), someAnswers(instrument), (answers, gappy) => {
        const receipts = scoreResponse(instrument, answers);
        const scoreOf = (id: string) => receipts.find(({ scale }) => scale === id)!.value!;
        for (const { total, inside } of totals) {
          const size = (scale: Scale) => (total.method === 'mean' ? scale.items.length : 1);
          const sum = inside.reduce((so, scale) => so + scoreOf(scale.id) * size(scale), 0);
          expect(scoreOf(total.id)).toBeCloseTo(sum / size(total), 10);
        }
        for (const receipt of [...receipts, ...scoreResponse(instrument, gappy)]) {
          const scale = instrument.scales.find(({ id }) => id === receipt.scale)!;
          if (scale.parts === undefined || receipt.parts.some(({ value }) => value === null)) continue;
          expect(receipt.parts.map((part) => part.scale)).toEqual(scale.parts);
          const of = (id: string) => receipt.parts.find((part) => part.scale === id)!.value!;
          const same = scale.parts.every((id) =>
            instrument.scales.some((part) => part.id === id && part.direction === scale.direction),
          );
          if (!same || scale.transform !== undefined || scale.weights !== undefined) continue;
          const sum = scale.parts.reduce((so, id) => so + of(id), 0);
          expect(receipt.value).toBeCloseTo(scale.method === 'sum' ? sum : sum / scale.parts.length, 10);
        }
      }),
      { numRuns: 25 },
    );
  });

  test('optional scales and items that are not scored change no other score', () => {
    const apart = new Set([
      ...instrument.scales.filter(({ optional }) => optional).flatMap(({ items }) => items),
      ...instrument.items.filter(({ scored }) => scored === false).map(({ id }) => id),
    ]);
    const low = everyItemAt(instrument, 0);
    const moved = Object.fromEntries([...apart].map((item) => [item, codesOf(instrument, item).at(-1)!]));
    const main = (receipts: ScoreReceipt[]) =>
      receipts.filter(({ scale }) => !instrument.scales.some(({ id, optional }) => id === scale && optional));
    expect(valuesOf(main(scoreResponse(instrument, { ...low, ...moved })))).toEqual(
      valuesOf(main(scoreResponse(instrument, low))),
    );
  });

  test('one record at a time gives the same receipts as the whole table', () => {
    fc.assert(
      fc.property(fc.array(someAnswers(instrument), { minLength: 1, maxLength: 4 }), (all) => {
        const records = all.map((answers) => ({ answers }));
        const scores = scoreResponses(instrument, tableOfRecords(instrument, records));
        all.forEach((answers, row) => {
          expect(scoreResponse(instrument, answers)).toEqual(scores.map(({ receipt }) => receipt(row)));
        });
      }),
      { numRuns: 15 },
    );
  });
});
