import { expect, test } from 'vitest';
import { countsAsOpen } from './counts-as-open.ts';

test.each([
  ['instrument', false, true],
  ['radio', false, true],
  ['single-choice', false, true],
  ['number', false, true],
  ['code', false, true],
  ['short-text', true, true],
  ['long-text', true, true],
  ['short-text', false, false],
  ['long-text', false, false],
  ['consent', true, false],
])('%s, required %s: %s', (kind, required, counts) => {
  expect(countsAsOpen({ kind, required })).toBe(counts);
  if (!required) expect(countsAsOpen({ kind })).toBe(counts);
});
