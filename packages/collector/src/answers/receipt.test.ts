import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { otherAnswerKey, receiptDigest, receiptOf } from './receipt.ts';

test('a receipt follows from the key, whatever its case, and can be typed as people type', () => {
  const key = '6f1c3a52-3d0e-4a8f-9d53-7c2f0a1b2c3d';
  const receipt = receiptOf(key);
  expect(receipt).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}$/);
  expect(receiptOf(key.toUpperCase())).toBe(receipt);
  const digest = receiptDigest(receipt);
  expect(digest).toMatch(/^[0-9a-f]{64}$/);
  const typed = receipt.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
  expect(receiptDigest(typed)).toBe(digest);
  expect(otherAnswerKey(receipt, 'a')).not.toBe(otherAnswerKey(receipt, 'b'));
});

test('what is mistyped is noticed: every single wrong character but one in a thousand, and every length', () => {
  let missed = 0;
  let tried = 0;
  for (let n = 0; n < 40; n++) {
    const receipt = receiptOf(randomUUID()).replaceAll('-', '');
    for (let at = 0; at < receipt.length; at++) {
      const wrong = receipt.slice(0, at) + (receipt[at] === '7' ? '8' : '7') + receipt.slice(at + 1);
      tried++;
      if (receiptDigest(wrong) !== undefined) missed++;
    }
    expect(receiptDigest(receipt.slice(1))).toBeUndefined();
    expect(receiptDigest(`${receipt}0`)).toBeUndefined();
  }
  expect(tried).toBe(960);
  expect(missed).toBeLessThan(10);
  for (const text of ['', 'hello', 'U'.repeat(24), '\u0000'.repeat(24)]) expect(receiptDigest(text)).toBeUndefined();
});
