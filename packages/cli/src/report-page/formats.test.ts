import { expect, test } from 'vitest';
import { formats } from './formats.ts';

const english = formats('en', false, ', ');
const czech = formats('cs', true, '; ');

test.each([
  [0.8051, '.81', '0,81'],
  [-0.5, '−.50', '−0,50'],
  [1, '1.00', '1,00'],
  [-1.234, '−1.23', '−1,23'],
  [-0.004, '.00', '0,00'],
  [null, '–', '–'],
  [NaN, '–', '–'],
])('what cannot pass 1: %s is %s and %s', (value, inEnglish, inCzech) => {
  expect([english.bounded(value), czech.bounded(value)]).toEqual([inEnglish, inCzech]);
});

test.each([
  [0.40494, '0.40', '0,40'],
  [-0.001, '0.00', '0,00'],
  [12345.678, '12,345.68', '12\u00a0345,68'],
  [1e150, '1E150', '1E150'],
  [null, '–', '–'],
])('a mean: %s is %s and %s', (value, inEnglish, inCzech) => {
  expect([english.figure(value), czech.figure(value)]).toEqual([inEnglish, inCzech]);
});

test('shares, levels, counts, codes and intervals', () => {
  expect([0, 0.008, 0.0994, 0.0996, 0.123, 1, null].map(english.percent)).toEqual([
    '0%',
    '0.8%',
    '9.9%',
    '10%',
    '12%',
    '100%',
    '–',
  ]);
  expect([english.level(0.95), english.level(0.995), czech.level(0.9)]).toEqual(['95%', '99.5%', '90\u00a0%']);
  expect([english.count(2042), english.short(-2), english.short(1.3636)]).toEqual(['2,042', '−2', '1.364']);
  expect(english.precise(0.0038)).toBe('.004');
  expect([english.interval('.73', '.86'), czech.interval('0,73', '0,86')]).toEqual(['[.73, .86]', '[0,73; 0,86]']);
});
