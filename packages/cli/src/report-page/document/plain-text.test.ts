import { expect, test } from 'vitest';
import { plainText } from './plain-text.ts';

test.each([
  ['a\nb\t\r\nc', 'a b c'],
  ['file\u202egpj.exe', 'file\ufffdgpj.exe'],
  ['\u2066x\u2069\u200f\u061c', '\ufffdx\ufffd\ufffd\ufffd'],
  ['\u0000\u001b[31m\u007f', '\ufffd\ufffd[31m\ufffd'],
  ['\ud800', '\ufffd'],
  ['می‌خواهم příliš 👩‍⚕️', 'می‌خواهم příliš 👩‍⚕️'],
])('%j is %j', (text, plain) => {
  expect(plainText(text)).toBe(plain);
});

test('a text of megabytes is cut', () => {
  expect(plainText('x'.repeat(1e6))).toHaveLength(2001);
});
