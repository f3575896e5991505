import { expect, test } from 'vitest';
import { characterCount } from './character-count.ts';

test('counts characters as people do', () => {
  expect(['', 'abc', 'e\u0301', '👩‍🌾', '🇨🇿🇺🇦', 'कि'].map(characterCount)).toEqual([0, 3, 1, 1, 2, 1]);
});
