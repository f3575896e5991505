import { expect, test } from 'vitest';
import { cellDecoder } from './cell-decoder.ts';

const decode = cellDecoder([0, 1, 2, 3]);

test.each(['3', ' 3 ', '3.0', '3.', '03', '+3', '\u00a03'])('%j is the code 3', (cell) => {
  expect(decode(cell)).toBe(3);
});

test.each(['', '   ', 'NA', ' NA ', '\t'])('%j is missing, not zero', (cell) => {
  expect(decode(cell)).toBe('skipped');
});

test.each(['4', '-1', '1.5', '1e3', '99999999999999999999'])('%j is outside the response scale', (cell) => {
  expect(decode(cell)).toBe('outside');
});

test.each(['often', '1;2', 'na', 'NaN', '3 of 5', '1,5', '٣'])('%j is text', (cell) => {
  expect(decode(cell)).toBe('text');
});

test('"-0" is the code 0', () => {
  expect(Object.is(decode('-0'), 0)).toBe(true);
});

test('further codes for missing: numbers however written, text as it is, before the response scale', () => {
  const withCodes = cellDecoder(
    [1, 2, 3],
    [
      { cell: '-9', reason: 'refused' },
      { cell: '3', reason: 'dont-know' },
      { cell: '.', reason: 'not-asked' },
    ],
  );
  expect(['-9', '-9.0', '3', '3.0', '.', '2', ''].map(withCodes)).toEqual([
    'refused',
    'refused',
    'dont-know',
    'dont-know',
    'not-asked',
    2,
    'skipped',
  ]);
  expect(withCodes('..')).toBe('text');
});

test('a response scale with gaps has only its codes', () => {
  expect(['1', '2', '3'].map(cellDecoder([1, 3, 5]))).toEqual([1, 'outside', 3]);
});
