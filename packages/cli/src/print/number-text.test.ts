import { expect, test } from 'vitest';
import { counted, decimalsFor, fixed, percent } from './number-text.ts';

test.each([
  [0.90223, 3, '0.902'],
  [-0.0001, 3, '0.000'],
  [-1.5, 1, '-1.5'],
  [12, 0, '12'],
  [null, 3, 'NA'],
  [NaN, 3, 'NA'],
  [Infinity, 3, 'NA'],
])('%s with %s decimals is %s', (value, decimals, text) => {
  expect(fixed(value, decimals)).toBe(text);
});

test('whole scores are shown whole, others with decimals', () => {
  expect(decimalsFor([12, null, 3])).toBe(0);
  expect(decimalsFor([12, 3.5])).toBe(3);
});

test('counts agree with their noun, levels are percentages', () => {
  expect([counted(0, 'row', 'rows'), counted(1, 'row', 'rows'), counted(2, 'row', 'rows')]).toEqual([
    '0 rows',
    '1 row',
    '2 rows',
  ]);
  expect([percent(0.95), percent(0.995), percent(0.29)]).toEqual(['95%', '99.5%', '29%']);
});
