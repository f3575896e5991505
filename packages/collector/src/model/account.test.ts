import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { emailSchema, localeSchema, nameSchema, newAccountSchema } from './account.ts';

const result = (schema: v.GenericSchema<string, string>, text: string) => {
  const parsed = v.safeParse(schema, text);
  return parsed.success ? parsed.output : undefined;
};

test.each([
  ['Hana.Dvorakova@Ward3.Example', 'hana.dvorakova@ward3.example'],
  ["  o'brien+peer@x.example ", "o'brien+peer@x.example"],
  ['a@xn--lebna-3ya.example', 'a@xn--lebna-3ya.example'],
  ['', undefined],
  ['hana', undefined],
  ['hana@', undefined],
  ['hana@a@b', undefined],
  ['hana @ward3.example', undefined],
  ['hana@ward3.example\r\nBcc: all@ward3.example', undefined],
  // a Cyrillic a, a Kelvin sign, a long s, a full-width letter: each is read as a Latin one
  ['h\u0430na@ward3.example', undefined],
  ['mar\u212A@ward3.example', undefined],
  ['bo\u017F@ward3.example', undefined],
  ['\uFF48ana@ward3.example', undefined],
  ['hana@w\u0430rd3.example', undefined],
  [`${'a'.repeat(250)}@x.example`, undefined],
])('e-mail %j: %j', (text, stored) => {
  expect(result(emailSchema, text)).toBe(stored);
});

test('no two addresses that differ otherwise than in case become one', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('h', 'k', 's', 'i'), (before, letter) => {
      const stored = result(emailSchema, `${before}${letter}@ward3.example`);
      if (stored !== undefined) expect(`${before}${letter}@ward3.example`.trim()).toMatch(/^[\x21-\x7E]+$/);
    }),
  );
});

test.each([
  ['Hana Dvořáková', 'Hana Dvořáková'],
  ['  O’Brien, Seán ', 'O’Brien, Seán'],
  ['Dvor\u030Ca\u0301k', 'Dvořák'],
  ['محمد', 'محمد'],
  // a family of four, held together by joiners
  ['👨‍👩‍👧‍👦', '👨‍👩‍👧‍👦'],
  ['', undefined],
  ['   ', undefined],
  ['Hana\r\nBcc: all@ward3.example', undefined],
  ['Hana\u2028x', undefined],
  ['Hana\u0000', undefined],
  ['\u202Eanah', undefined],
  ['\uD800', undefined],
  ['x'.repeat(200), 'x'.repeat(200)],
  ['x'.repeat(201), undefined],
])('name %j: %j', (text, stored) => {
  expect(result(nameSchema, text)).toBe(stored);
});

test.each([
  ['cs', true],
  ['pt-BR', true],
  ['../cs', false],
  ['CS', false],
  ['', false],
])('language tag %j: %s', (text, fits) => {
  expect(result(localeSchema, text) !== undefined).toBe(fits);
});

test.each([
  [{ role: 'viewer' }, true],
  [{ role: 'lead', team: 'ward-3' }, true],
  [{ role: 'lead' }, false],
  [{ role: 'lead', team: null }, false],
  [{ role: 'analyst', team: 'ward-3' }, false],
  [{ role: 'lead', team: '../ward' }, false],
  [{ role: 'root' }, false],
  [{ role: 'viewer', disabled: true }, false],
])('an account with %j is possible: %s', (fields, possible) => {
  const input = { email: 'a@x.example', name: 'A', locale: 'en', ...fields };
  expect(v.safeParse(newAccountSchema, input).success).toBe(possible);
});
