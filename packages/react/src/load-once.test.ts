import { expect, test } from 'vitest';
import { loadOnce } from './load-once.ts';

test('a module is loaded once, and again where that failed', async () => {
  let calls = 0;
  const loader = loadOnce(async () => {
    calls++;
    if (calls === 1) throw new Error('offline');
    return { calls };
  });
  await expect(loader.load()).rejects.toThrow('offline');
  expect(loader.loaded()).toBeNull();
  const both = await Promise.all([loader.load(), loader.load()]);
  expect(both[0]).toBe(both[1]);
  expect([calls, loader.loaded()]).toEqual([2, { calls: 2 }]);
});
