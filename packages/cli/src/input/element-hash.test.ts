import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { elementHash, plainElement } from './element-hash.ts';

describe('plainElement', () => {
  test.each([
    ['Žatec', 'zatec'],
    [' žatec. ', 'zatec'],
    ['07.', '7'],
    ['0', '0'],
    ['00', '0'],
    ['a07', 'a07'],
    ['- / .', ''],
  ])('%j is %j', (entry, plain) => expect(plainElement(entry)).toBe(plain));

  test('what is plain stays as it is', () => {
    fc.assert(fc.property(fc.string(), (entry) => plainElement(plainElement(entry)) === plainElement(entry)));
  });
});

describe('elementHash', () => {
  const key = 'sixteen characters';
  test('HMAC-SHA-256 of the column and the plain entry, in hexadecimal', () => {
    expect(elementHash('day', ' 07', key)).toBe(elementHash('day', '7.', key));
    expect(elementHash('day', '7', key)).toMatch(/^[0-9a-f]{64}$/);
  });
  test('another column, entry or key is another hash; nothing is none', () => {
    const hashes = [elementHash('day', '7', key), elementHash('town', '7', key), elementHash('day', '8', key)];
    expect(new Set([...hashes, elementHash('day', '7', `${key}!`)]).size).toBe(4);
    expect(elementHash('day', ' ', key)).toBeNull();
  });
});
