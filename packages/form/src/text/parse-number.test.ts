import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseNumber } from './parse-number.ts';

test.each([
  ['7', 7],
  [' 3.5 ', 3.5],
  ['3,5', 3.5],
  ['-2', -2],
  ['\u22122', -2],
  ['٤٢', 42],
  ['۳٫۵', 3.5],
  ['१२', 12],
])('%j is %d', (text, value) => {
  expect(parseNumber(text)).toBe(value);
});

test.each(['', '-', '1,234.5', '1.2.3', '1e5', '0x10', 'ten', '.5', '5.', '1 000', 'NaN', 'Infinity'])(
  '%j is none',
  (text) => {
    expect(parseNumber(text)).toBeNaN();
  },
);

test.each(['en', 'cs', 'de', 'uk', 'ar', 'ar-EG', 'fa', 'hi', 'bn'])('reads what Intl writes in %s', (locale) => {
  const format = new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 3 });
  fc.assert(
    fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), (thousandths) => {
      const value = thousandths / 1000;
      // a direction mark before the sign is no part of the number
      expect(parseNumber(format.format(value).replace(/[\u061c\u200e\u200f]/g, ''))).toBe(value);
    }),
  );
});
