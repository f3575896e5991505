import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkedText, unfinishedBytes } from './checked-text.ts';

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield Buffer.from(bytes.subarray(at, at + size));
}

async function read(bytes: Uint8Array, size: number): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of checkedText(inPieces(bytes, size), 'a.csv')) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

test('text passes as it is, however it is cut into chunks', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 9 }), async (given, size) => {
      const text = given.replaceAll('\0', '').replace(/^\ufeff+/, '');
      expect(await read(Buffer.from(text), size)).toBe(text);
    }),
  );
});

test('a byte order mark is taken off, also when it comes in pieces', async () => {
  for (const size of [1, 2, 3, 100]) expect(await read(Buffer.from('\ufeffA1,A2\n'), size)).toBe('A1,A2\n');
  expect(await read(Buffer.from('\ufeff'), 100)).toBe('');
});

test('what is no UTF-8 is refused with its line', async () => {
  const latin1 = Buffer.concat([Buffer.from('A1\n3\n'), Buffer.from([0xe9]), Buffer.from('\n4\n')]);
  for (const size of [1, 2, 3, 100])
    await expect(read(latin1, size)).rejects.toThrow('a.csv: is not UTF-8 text (line 3 ');
  await expect(read(Buffer.from([0x41, 0xc3]), 1)).rejects.toThrow('is not UTF-8 text (line 1 ');
  await expect(read(Buffer.from([0xff, 0xfe, 0x41, 0x00]), 9)).rejects.toThrow('is not a text file');
});

test('a binary zero is refused', async () => {
  await expect(read(Buffer.from('PK\u0003\u0004\0\0'), 100)).rejects.toThrow('is not a text file (a binary zero');
});

test.each([
  [[0x41], 0],
  [[0x41, 0xc3], 1],
  [[0xe2, 0x82], 2],
  [[0xe2, 0x82, 0xac], 0],
  [[0xf0, 0x9f, 0x98], 3],
  [[0x80, 0x80, 0x80, 0x80], 0],
])('%j ends in %d bytes of an unfinished character', (bytes, count) => {
  expect(unfinishedBytes(Uint8Array.from(bytes))).toBe(count);
});
