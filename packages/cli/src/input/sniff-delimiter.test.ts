import { expect, test } from 'vitest';
import { sniffDelimiter } from './sniff-delimiter.ts';

test.each([
  ['A1,A2\n1,2\n', ','],
  ['A1;A2;A3\r\n1,5;2;3', ';'],
  ['A1\tA2\n', '\t'],
  ['"a;b;c",A1,A2\n', ','],
  ['A1\n', ','],
  ['a,b;c\n', ','],
  ['\n\r\n  A1;A2\n', ';'],
  ['A1;A2\r1;2\r', ';'],
])('%j is delimited by %j', (text, delimiter) => {
  expect(sniffDelimiter(Buffer.from(text))).toBe(delimiter);
});

test('a header that goes on is not judged yet, unless the file ends there', () => {
  expect(sniffDelimiter(Buffer.from('A1;A2'))).toBeUndefined();
  expect(sniffDelimiter(Buffer.from('"A\n1;'))).toBeUndefined();
  expect(sniffDelimiter(Buffer.from('A1;A2'), true)).toBe(';');
  expect(sniffDelimiter(Buffer.alloc(0), true)).toBe(',');
});
