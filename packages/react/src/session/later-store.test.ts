import { expect, test } from 'vitest';
import { laterStore } from './later-store.ts';

test('nothing is kept where nothing is to be kept, and every step has its answer', async () => {
  const store = laterStore('spring', 'none');
  expect(store.problem).toBe('off');
  expect(await store.save({} as never)).toBe(false);
  expect(await store.load()).toBeNull();
  expect(await store.outbox.list()).toEqual([]);
  expect(await store.outbox.put({ idempotencyKey: 'x' })).toBe(false);
  store.close();
});

test('what the store behind it says is what it says', async () => {
  const store = laterStore('spring', 'device'); // no IndexedDB here
  expect(store.problem).toBeNull();
  expect(await store.save({ idempotencyKey: 'x' } as never)).toBe(false);
  expect(store.problem).toBe('denied');
  expect(await store.load()).toBeNull();
});
