import fc from 'fast-check';
import { expect, test } from 'vitest';
import { batchesOf, boundBetween, inWholeBatches } from './batches.ts';

const hex = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 6, maxLength: 6 });
const keys = fc.uniqueArray(hex, { maxLength: 60 });
const self = (key: string) => key;

test('all rows are in one batch each, and no batch has fewer than the minimum where there are so many', () => {
  fc.assert(
    fc.property(keys, fc.integer({ min: 1, max: 10 }), (all, minimum) => {
      const batches = batchesOf(all, minimum);
      expect(batches.reduce((sum, { size }) => sum + size, 0)).toBe(all.length);
      expect(inWholeBatches(all, self, batches)).toEqual(all);
      const least = Math.min(minimum, all.length);
      for (const { size } of batches) {
        expect(size).toBeGreaterThanOrEqual(least);
        expect(size).toBeLessThan(2 * minimum + 1);
      }
    }),
  );
});

test('who takes answers back takes at least the minimum along, and a second one of the same batch nobody', () => {
  fc.assert(
    fc.property(keys, fc.integer({ min: 1, max: 10 }), fc.nat(), fc.nat(), (all, minimum, one, other) => {
      fc.pre(all.length >= minimum + 1);
      const batches = batchesOf(all, minimum);
      const gone = all[one % all.length]!;
      const left = all.filter((key) => key !== gone);
      const served = inWholeBatches(left, self, batches);
      expect(all.length - served.length).toBeGreaterThanOrEqual(minimum);
      const again = left[other % left.length]!;
      const after = inWholeBatches(
        left.filter((key) => key !== again),
        self,
        batches,
      );
      const missing = served.length - after.length;
      expect(missing === 0 || missing >= minimum).toBe(true);
      expect(missing === 0).toBe(!served.includes(again));
    }),
  );
});

test('who is hidden stays hidden, whatever is taken back afterwards: no set that vanished is ever made smaller', () => {
  fc.assert(
    fc.property(keys, fc.integer({ min: 1, max: 6 }), fc.array(fc.nat(), { maxLength: 30 }), (all, minimum, gone) => {
      fc.pre(all.length >= minimum);
      const batches = batchesOf(all, minimum);
      let left = all;
      const vanished: (readonly string[])[] = [];
      let served = inWholeBatches(left, self, batches);
      for (const number of gone.filter(() => left.length > 0)) {
        const out = left[number % left.length]!;
        left = left.filter((key) => key !== out);
        const now = inWholeBatches(left, self, batches);
        const missing = served.filter((key) => !now.includes(key));
        if (missing.length > 0) vanished.push(missing);
        for (const set of vanished) expect(set.filter((key) => !now.includes(key))).toEqual(set);
        expect(missing.length === 0 || missing.length >= minimum).toBe(true);
        expect(now.every((key) => served.includes(key))).toBe(true);
        served = now;
      }
    }),
  );
});

test('of those that count, nobody is missing or enough, and nobody is left or enough', () => {
  fc.assert(
    fc.property(keys, fc.integer({ min: 1, max: 6 }), fc.array(fc.nat(), { maxLength: 6 }), (all, minimum, gone) => {
      const isCounted = (key: string) => !key.startsWith('0') && !key.endsWith('1');
      const count = (some: readonly string[]) => some.filter(isCounted).length;
      fc.pre(count(all) >= minimum);
      const batches = batchesOf(all, minimum, isCounted);
      const out = new Set(gone.map((number) => all[number % all.length]!));
      const left = inWholeBatches(
        all.filter((key) => !out.has(key)),
        self,
        batches,
      );
      for (const some of [left, all.filter((key) => !left.includes(key))]) {
        expect(some.length === 0 || count(some) >= minimum).toBe(true);
      }
    }),
  );
});

test('of those that count each batch has enough', () => {
  const all = Array.from({ length: 40 }, (_, at) => at.toString(16).padStart(4, '0'));
  const isCounted = (key: string) => Number.parseInt(key, 16) % 3 === 0;
  const batches = batchesOf(all, 5, isCounted);
  expect(batches).toHaveLength(2);
  const first = all.filter((key) => key < batches[0]!.below);
  expect(first.filter(isCounted).length).toBeGreaterThanOrEqual(5);
  expect(all.filter(isCounted).length - first.filter(isCounted).length).toBeGreaterThanOrEqual(5);
});

test('a bound is no key', () => {
  expect(boundBetween('a1ff', 'a2b3')).toBe('a2');
  expect(boundBetween('a1', 'b1')).toBe('b');
  expect(batchesOf([], 5)).toEqual([]);
  expect(inWholeBatches(['a'], self, [])).toEqual([]);
});
