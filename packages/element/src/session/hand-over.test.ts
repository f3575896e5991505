import type { AnyRecord } from '@peerscale/form';
import { expect, test } from 'vitest';
import { handOver } from './hand-over.ts';

const record = { idempotencyKey: 'a' } as AnyRecord;

test('without a promise the record counts as taken over', async () => {
  const seen: AnyRecord[] = [];
  expect(await handOver(record, (detail) => void seen.push(detail.record))).toBe(true);
  expect(seen).toEqual([record]);
});

test('waits for every promise; one that is rejected means that it was not', async () => {
  let late = false;
  const slow = new Promise((resolve) => setTimeout(resolve, 20)).then(() => {
    late = true;
  });
  expect(await handOver(record, ({ waitUntil }) => waitUntil(slow))).toBe(true);
  expect(late).toBe(true);
  const both = handOver(record, ({ waitUntil }) => {
    waitUntil(Promise.resolve());
    waitUntil(Promise.reject(new Error('no')));
  });
  expect(await both).toBe(false);
});
