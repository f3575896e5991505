import type { CodeElement } from './self-generated-code.ts';

/** Letters that Unicode does not take apart, and that people type without their stroke. */
const PLAIN: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ð: 'd', ħ: 'h', ı: 'i', æ: 'ae', œ: 'oe' };

/**
 * What somebody typed for an element of a self-generated code in the one form that is hashed, so that "ł", "L" and
 * " l " are the same answer in the next wave: no case, no diacritics, no blanks, digits of any script as 0 to 9.
 *
 * @returns null where there is nothing of the kind asked for: no letter, no day from 1 to 31, two numbers, a sign
 * @example normalizeCodeEntry({ id: 'town', kind: 'letter', question: {} }, ' Žatec') // 'z'
 * @example normalizeCodeEntry({ id: 'day', kind: 'day', question: {} }, '٧.') // '07'
 */
export function normalizeCodeEntry({ kind, length = 2 }: CodeElement, entry: string): string | null {
  const text = asciiDigits(plainLetters(entry));
  if (kind === 'letter' || kind === 'letters') {
    const letters = text.match(/\p{L}/gu) ?? [];
    return letters.length === 0 ? null : letters.slice(0, kind === 'letter' ? 1 : length).join('');
  }
  if (kind === 'digits') {
    const digits = text.replace(/\D/g, '');
    return digits.length < length ? null : digits.slice(-length);
  }
  const number = /^[^\d+\-\u2212]*(\d{1,2})\D*$/.exec(text)?.[1];
  if (number === undefined) return null;
  const value = Number(number);
  if (kind === 'count') return String(value);
  return value >= 1 && value <= 31 ? number.padStart(2, '0') : null;
}

/** Letters with their marks beside them, where nothing looks. Upper case first: it turns "ß" into "SS". */
function plainLetters(text: string): string {
  const bare = text.normalize('NFKD').toUpperCase().toLowerCase().normalize('NFKD');
  return bare.replace(/[łøđðħıæœ]/g, (letter) => PLAIN[letter]!);
}

/** Unicode lists the digits of a script in a row of ten, so that the distance from the first is the value. */
function asciiDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0)!;
    let zero = code;
    while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--;
    return String((code - zero) % 10);
  });
}
