import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sampleMedian } from './index.ts';

test('the documented example is 2.5', () => {
  expect(sampleMedian(Float64Array.of(3, 1, 2, 10))).toBe(2.5);
});

test.each([
  ['nothing', [], NaN],
  ['one value', [7], 7],
  ['two values', [9, 4], 6.5],
  ['an odd number of values', [5, 1, 100], 5],
  ['a constant', [2, 2, 2, 2], 2],
  ['a NaN among the values', [1, NaN, 3], NaN],
  ['infinite values', [-Infinity, 5, Infinity], 5],
])('the median of %s, plain or typed', (_, values, expected) => {
  expect(sampleMedian(values)).toBe(expected);
  expect(sampleMedian(Float64Array.from(values))).toBe(expected);
});

test('anything with a length and numbers will do', () => {
  expect(sampleMedian({ length: 2, 0: 1, 1: 4 })).toBe(2.5);
  expect(sampleMedian(Uint8Array.of(255, 254))).toBe(254.5);
});

test('the values keep their order', () => {
  const typed = Float64Array.of(3, 1, 2);
  sampleMedian(typed);
  expect([...typed]).toEqual([3, 1, 2]);
  expect(sampleMedian(Object.freeze([3, 1, 2]))).toBe(2);
});

test('it is the middle of the sorted values, whatever their order', () => {
  const values = fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 1500 });
  fc.assert(
    fc.property(values, (sample) => {
      const sorted = Float64Array.from(sample).sort();
      const half = sorted.length / 2;
      const [low, high] = [sorted[Math.ceil(half) - 1]!, sorted[Math.floor(half)]!];
      expect(Math.abs(sampleMedian(sample) - (low + high) / 2)).toBeLessThanOrEqual(1e-6);
    }),
  );
});
