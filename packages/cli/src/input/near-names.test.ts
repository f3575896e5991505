import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editDistance, nearNames } from './near-names.ts';

test('edit distance counts insertions, deletions and replacements', () => {
  expect(editDistance('kitten', 'sitting')).toBe(3);
  expect(editDistance('', 'abc')).toBe(3);
});

test('edit distance is a distance', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
  fc.assert(
    fc.property(text, text, text, (a, b, c) => {
      expect(editDistance(a, b)).toBe(editDistance(b, a));
      expect(editDistance(a, b) === 0).toBe(a === b);
      expect(editDistance(a, c)).toBeLessThanOrEqual(editDistance(a, b) + editDistance(b, c));
    }),
  );
});

test('near names come nearest first, letter case not counted; strangers do not come', () => {
  expect(nearNames('lead1', ['TEAM', 'LEAD2', 'LEAD1'])).toEqual(['LEAD1', 'LEAD2']);
  expect(nearNames('A1', ['B2', 'C3'])).toEqual([]);
  expect(nearNames('x'.repeat(100), ['x'.repeat(100)])).toEqual([]);
});
