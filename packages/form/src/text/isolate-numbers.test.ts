import { expect, test } from 'vitest';
import { isolateNumbers } from './isolate-numbers.ts';

test('numbers of several groups keep their order, single ones and other words are left alone', () => {
  expect(isolateNumbers('اتصلوا: 555 0100.')).toBe('اتصلوا: \u2066555 0100\u2069.');
  expect(isolateNumbers('+420 (2) 22-33/44 أو 116 123')).toBe('\u2066+420 (2) 22-33/44\u2069 أو \u2066116 123\u2069');
  expect(isolateNumbers('112، 7 أيام، a-b')).toBe('112، 7 أيام، a-b');
  expect(isolateNumbers('10,000 '.repeat(2_000)).length).toBeGreaterThan(0);
});
