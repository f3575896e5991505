import { expect, test } from 'vitest';
import { digitOf } from './digit-of.ts';

test('digits are places counted from one, 0 is the tenth', () => {
  expect(['1', '5', '6', '0'].map((key) => digitOf(key, 5))).toEqual([0, 4, null, null]);
  expect(['1', '9', '0'].map((key) => digitOf(key, 11))).toEqual([0, 8, 9]);
});

test.each(['', 'a', '12', 'F1', '٣', ' ', 'Enter'])('%j is no digit key', (key) => {
  expect(digitOf(key, 11)).toBeNull();
});
