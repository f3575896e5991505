import { expect, test } from 'vitest';
import { localeFor } from './locale-for.ts';

test('the same locale, else one of the language, else none', () => {
  expect(localeFor('cs-CZ', ['en', 'cs', 'cs-CZ'])).toBe('cs-CZ');
  expect(localeFor('cs-CZ', ['en', 'cs'])).toBe('cs');
  expect(localeFor('cs', ['en', 'cs-CZ'])).toBe('cs-CZ');
  expect(localeFor('de', ['en', 'cs'])).toBeNull();
});
