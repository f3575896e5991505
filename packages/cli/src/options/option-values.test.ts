import { expect, test } from 'vitest';
import { delimiterOption, levelOption, listOption, pairsOption, wholeNumberOption } from './option-values.ts';

test('lists are joined over repeated options, spaces cut', () => {
  expect(listOption(['A1, A2', 'A3'], 'items')).toEqual(['A1', 'A2', 'A3']);
  expect(listOption(undefined, 'items')).toBeUndefined();
  expect(() => listOption(['A1,,A2'], 'items')).toThrow('--items: there is an empty name in "A1,,A2"');
});

test('pairs keep commas and equal signs of column names', () => {
  expect(pairsOption(['a1=Q1, first,b2=Q2=x', 'c3=Q3'], 'map')).toEqual([
    ['a1', 'Q1, first'],
    ['b2', 'Q2=x'],
    ['c3', 'Q3'],
  ]);
  for (const wrong of ['a1', 'a1=', '=Q1']) {
    expect(() => pairsOption([wrong], 'map')).toThrow(`--map: "${wrong}" is not of the form ID=VALUE`);
  }
});

test('whole numbers fit 16 bits', () => {
  expect(['-2', '+5', ' 0 '].map((value) => wholeNumberOption(value, 'min'))).toEqual([-2, 5, 0]);
  for (const wrong of ['1.5', 'x', '', '40000', '1e3'])
    expect(() => wholeNumberOption(wrong, 'min')).toThrow('--min: ');
});

test('a level lies between 0 and 1', () => {
  expect([levelOption(undefined), levelOption('.9'), levelOption('0.999')]).toEqual([0.95, 0.9, 0.999]);
  for (const wrong of ['0', '1', '95', '95%', '', '-0.5']) expect(() => levelOption(wrong)).toThrow('--level: ');
});

test('a delimiter is one character or a name', () => {
  expect([';', 'tab', '\\t', 'comma', '|'].map(delimiterOption)).toEqual([';', '\t', '\t', ',', '|']);
  for (const wrong of ['', ';;', '"', '\n', '1', 'a']) expect(() => delimiterOption(wrong)).toThrow('--delimiter: ');
});
