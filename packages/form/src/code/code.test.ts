import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { MESSAGE_LANGUAGES } from '../messages/message-language.ts';
import { defaultSelfGeneratedCode } from './default-self-generated-code.ts';
import { hashSelfGeneratedCode } from './hash-self-generated-code.ts';
import { loadCode } from './load-code.ts';
import { normalizeCodeEntry } from './normalize-code-entry.ts';
import type { CodeElement, CodeElementKind } from './self-generated-code.ts';

afterEach(() => vi.unstubAllGlobals());

const element = (kind: CodeElementKind, length?: number): CodeElement => ({
  id: 'x',
  kind,
  question: { en: 'x' },
  ...(length !== undefined && { length }),
});
const normal = (kind: CodeElementKind, entry: string, length?: number) =>
  normalizeCodeEntry(element(kind, length), entry);

test('one letter, whatever its case, diacritics and what stands around it', () => {
  for (const entry of ['Ž', 'z', ' Žatec ', 'z̆', '"Zürich"', '1. Zlín']) expect(normal('letter', entry)).toBe('z');
  expect([normal('letter', 'Łódź'), normal('letter', 'Østerbro'), normal('letter', 'ß')]).toEqual(['l', 'o', 's']);
  expect([normal('letter', 'İzmir'), normal('letter', 'ılıca'), normal('letter', 'Izmir')]).toEqual(['i', 'i', 'i']);
  expect([normal('letter', 'أحمد'), normal('letter', 'احمد')]).toEqual(['ا', 'ا']);
  expect([normal('letter', 'Їжак'), normal('letter', 'і')]).toEqual(['і', 'і']);
  for (const entry of ['', ' ', '7', '—', '😀']) expect(normal('letter', entry)).toBeNull();
  expect([normal('letters', 'Á. Novák', 3), normal('letters', 'Ó'), normal('letters', 'Ægir')]).toEqual([
    'ano',
    'o',
    'ae',
  ]);
});

test('a day of the month, in the digits of any script', () => {
  for (const entry of ['7', '07', ' 7. ', '٧', '７', 'the 7th', '۰۷']) expect(normal('day', entry)).toBe('07');
  expect([normal('day', '31'), normal('day', '1')]).toEqual(['31', '01']);
  for (const entry of ['', '0', '32', '7.3.', '7. 3. 1985', '-7', '+7', '1.5', 'x', '007']) {
    expect(normal('day', entry), entry).toBeNull();
  }
});

test('a count from 0, and the last digits of a number', () => {
  expect(['0', '00', '03', ' 12 '].map((entry) => normal('count', entry))).toEqual(['0', '0', '3', '12']);
  for (const entry of ['', '-1', '−1', '1.5', '2 3', '100', 'none']) expect(normal('count', entry), entry).toBeNull();
  expect([normal('digits', '+420 605 12 34'), normal('digits', '٤٥٦', 3)]).toEqual(['34', '456']);
  expect([normal('digits', '5'), normal('digits', 'x')]).toEqual([null, null]);
});

test('what is normal stays as it is', () => {
  const kinds = fc.constantFrom<CodeElementKind>('letter', 'letters', 'day', 'count', 'digits');
  fc.assert(
    fc.property(kinds, fc.oneof(fc.string({ unit: 'binary' }), fc.nat({ max: 40 }).map(String)), (kind, entry) => {
      const once = normal(kind, entry);
      if (once !== null) expect(normal(kind, once)).toBe(once);
    }),
  );
});

const code = { elements: [element('day'), { ...element('letter'), id: 'y' }] };
const key = 'sixteen letters!';

test('each element is HMAC-SHA-256 under the key over its id and the normal entry', async () => {
  const expected = (id: string, text: string) => createHmac('sha256', key).update(`${id}\n${text}`).digest('hex');
  expect(await hashSelfGeneratedCode(code, { x: '7.', y: ' Žatec' }, key)).toEqual({
    x: expected('x', '07'),
    y: expected('y', 'z'),
  });
  const other = await hashSelfGeneratedCode(code, { x: '7', y: 'z' }, 'another key of 16');
  expect(other!.x).not.toBe(expected('x', '07'));
});

test('an error names the element and does not repeat what was typed', async () => {
  await expect(hashSelfGeneratedCode(code, { x: 'secret', y: 'z' }, key)).rejects.toThrow(
    new RangeError('Unexpected entry for the code element x.'),
  );
  await expect(hashSelfGeneratedCode(code, { x: '7' }, key)).rejects.toThrow(/element y/);
  await expect(hashSelfGeneratedCode(code, { x: '7', y: 'z' }, 'short')).rejects.toThrow(/it has 5 characters/);
  const inherited = { elements: [{ ...element('letter'), id: 'constructor' }] };
  await expect(hashSelfGeneratedCode(inherited, {}, key)).rejects.toThrow(/element constructor/);
});

test('without Web Crypto there are no hashes', async () => {
  vi.stubGlobal('crypto', {});
  expect(await hashSelfGeneratedCode(code, { x: '7', y: 'z' }, key)).toBeNull();
});

test('the default set has wording in every language of the interface, and no names', async () => {
  const { elements } = await loadCode({ kind: 'code', id: 'code', key });
  expect(elements).toBe(defaultSelfGeneratedCode.elements);
  expect(new Set(elements.map(({ id }) => id)).size).toBe(6);
  for (const { question, hint } of elements) {
    for (const texts of hint === undefined ? [question] : [question, hint]) {
      expect(Object.keys(texts)).toEqual([...MESSAGE_LANGUAGES]);
    }
  }
  expect(elements.filter(({ kind }) => kind === 'letters')).toEqual([]);
  expect(await loadCode({ kind: 'code', id: 'code', key, code })).toBe(code);
});
