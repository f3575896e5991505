import { createHmac } from 'node:crypto';
import { type CodeElement, hashSelfGeneratedCode, normalizeCodeEntry } from '@peerscale/form';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashEntries } from './hash-entries.ts';

const KEY = 'sixteen characters';
const kinds = fc.constantFrom<Pick<CodeElement, 'kind' | 'length'>>(
  { kind: 'letter' },
  { kind: 'letters', length: 3 },
  { kind: 'letters' },
  { kind: 'day' },
  { kind: 'count' },
  { kind: 'digits' },
);

test('the hash of every answer is the one that the form makes of it on the device', async () => {
  const entries = fc.oneof(fc.string({ unit: 'grapheme' }), fc.nat({ max: 40 }).map(String));
  await fc.assert(
    fc.asyncProperty(kinds, fc.array(entries, { maxLength: 6 }), async (kind, cells) => {
      const element: CodeElement = { id: 'x', ...kind, question: { en: 'x' } };
      const { hashes, unreadable } = await hashEntries(element, cells, KEY);
      const ofForm = await Promise.all(
        cells.map(async (cell) =>
          normalizeCodeEntry(element, cell) === null
            ? null
            : (await hashSelfGeneratedCode({ elements: [element] }, { x: cell }, KEY))!.x!,
        ),
      );
      expect(hashes).toEqual(ofForm);
      expect(unreadable).toBe(cells.filter((cell, i) => cell !== '' && ofForm[i] === null).length);
    }),
    { numRuns: 60 },
  );
});

test('HMAC-SHA-256 over the column and the normal answer, in hexadecimal; what is a hash stays', async () => {
  const expected = (id: string, text: string) => createHmac('sha256', KEY).update(`${id}\n${text}`).digest('hex');
  const cells = ['7.', '', '٧', 'none', expected('day', '07')];
  const { hashes, unreadable } = await hashEntries({ id: 'day', kind: 'day' }, cells, KEY);
  expect(hashes).toEqual([expected('day', '07'), null, expected('day', '07'), null, expected('day', '07')]);
  expect(unreadable).toBe(1);
});
