import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backoff } from './backoff.ts';

const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

test('doubles up to the longest, spread over the whole range', () => {
  expect([1, 2, 3, 6, 7, 8, 5_000].map((failures) => backoff(failures, 0.5, null))).toEqual([
    500, 1_000, 2_000, 16_000, 30_000, 30_000, 30_000,
  ]);
  expect(backoff(4, 0, null)).toBe(0);
});

test('never before the time the server asked for, never longer than that and the longest pause', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), random, fc.nat({ max: 86_400_000 }), (failures, share, asked) => {
      const pause = backoff(failures, share, asked);
      expect(pause).toBeGreaterThanOrEqual(asked);
      expect(pause).toBeLessThanOrEqual(asked + 60_000);
    }),
  );
});
