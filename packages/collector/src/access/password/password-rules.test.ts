import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LONGEST_PASSWORD, normalisePassword, passwordIssue } from './password-rules.ts';

const own = { email: 'hana.dvorakova@psych-ostrov.example', name: 'Hana Dvořáková', organisation: 'Léčebna Ostrov' };

test.each([
  ['', 'password-too-short'],
  ['kR7-vq2 mZx', 'password-too-short'],
  ['kR7-vq2 mZx9', undefined],
  // twelve units of UTF-16, and six characters
  ['🦊🐢🦉🐝🦋🐙', 'password-too-short'],
  ['🦊🐢🦉🐝🦋🐙🦔🦀🐌🦚🐳🦒', undefined],
  // eleven characters once the accents are composed
  ['r\u030Ceka u lesa', 'password-too-short'],
  ['r\u030Ceka u lesat', undefined],
  ['kR7-vq2 mZx9'.padEnd(256, ' lamp'), undefined],
  ['kR7-vq2 mZx9'.padEnd(257, ' lamp'), 'password-too-long'],
  ['half a \uD83E character', 'password-not-text'],
  ['correct horse battery staple', undefined],
  ['tři zelené kachny v parku', undefined],
  ['my password is a long sentence', undefined],
  ['password1234', 'password-guessable'],
  ['P@ssw0rdP@ssw0rd', 'password-guessable'],
  ['Welcome-2026!!', 'password-guessable'],
  ['Nemocnice2026', 'password-guessable'],
  ['Léto2026Léto2026', 'password-guessable'],
  ['qwertyuiop12', 'password-guessable'],
  ['123456789012', 'password-guessable'],
  ['aaaaaaaaaaaaaaaa', 'password-guessable'],
  ['xk7xk7xk7xk7xk7', 'password-guessable'],
  ['............', 'password-guessable'],
  ['correcthorsebatterystaple', 'password-guessable'],
  ['Ｐａｓｓｗｏｒｄ１２３４', 'password-guessable'],
  ['hana.dvorakova', 'password-guessable'],
  ['Hana Dvořáková 1', 'password-guessable'],
  ['LecebnaOstrov', 'password-guessable'],
  ['lecebna-ostrov-2026', 'password-guessable'],
  ['hana.dvorakova@psych-ostrov.example', 'password-guessable'],
])('%j: %s', (password, code) => {
  expect(passwordIssue(password, own)?.code).toBe(code);
});

test('what is far too long is not looked at', () => {
  expect(passwordIssue('kR7-vq2 mZx9 '.repeat(500_000), own)?.code).toBe('password-too-long');
});

test('what is about one person is not about another', () => {
  expect(passwordIssue('lecebnaostrov', { organisation: 'Other House' })).toBeUndefined();
});

test('nobody is held up by a long password, and a form of Unicode changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 12, maxLength: 300 }), (text) => {
      for (const form of ['NFC', 'NFD'] as const) {
        expect(passwordIssue(text.normalize(form), own)).toEqual(passwordIssue(text, own));
        expect(normalisePassword(text.normalize(form))).toBe(normalisePassword(text));
      }
    }),
  );
});

test('random letters are never taken for a common password, whatever the personal words', () => {
  const letter = fc.constantFrom(...'bdfhjlnprtvxzkmcw258');
  fc.assert(
    fc.property(fc.array(letter, { minLength: 16, maxLength: LONGEST_PASSWORD }), (letters) => {
      fc.pre(new Set(letters).size >= 10);
      expect(passwordIssue(letters.join(''), own)).toBeUndefined();
    }),
  );
});
