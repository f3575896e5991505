import { expect, test } from 'vitest';
import { retryAfter } from './retry-after.ts';

const now = Date.parse('2026-11-22T10:00:00Z');
const asked = (value?: string, date?: string) =>
  retryAfter(
    new Headers({ ...(value !== undefined && { 'Retry-After': value }), ...(date !== undefined && { Date: date }) }),
    now,
  );

test('seconds, and an HTTP date counted from the clock of the server', () => {
  expect(asked('120')).toBe(120_000);
  expect(asked('0')).toBe(0);
  expect(asked('Sun, 22 Nov 2026 10:00:30 GMT')).toBe(30_000);
  // the device believes it is 10:00, the server knows better
  expect(asked('Sun, 22 Nov 2026 12:00:30 GMT', 'Sun, 22 Nov 2026 12:00:00 GMT')).toBe(30_000);
  expect(asked('Sun, 22 Nov 2026 09:00:00 GMT')).toBe(0);
});

test('nothing is asked for where there is nothing readable; never more than a day', () => {
  for (const value of [undefined, '', 'soon', '-5', '1.5', '5 s', 'may']) expect(asked(value)).toBeNull();
  const day = 24 * 60 * 60 * 1000;
  expect(asked('99999999999999999999')).toBe(day);
  expect(asked('Sun, 22 Nov 2099 10:00:00 GMT')).toBe(day);
});
