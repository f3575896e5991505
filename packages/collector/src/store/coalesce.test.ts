import { describe, expect, test } from 'vitest';
import { coalesce } from './coalesce.ts';
import type { Store } from './store.ts';
import { StoreUnavailableError } from './store-unavailable-error.ts';

/** A store that does one work a turn, and refuses those that `refuse` names by their number. */
function fakeWrite(refuse: (work: number) => boolean = () => false) {
  let works = 0;
  let last: Promise<unknown> = Promise.resolve();
  const write: Store['write'] = (work) => {
    const number = works++;
    if (refuse(number)) return Promise.reject(new StoreUnavailableError('refused'));
    const run = last.then(() => work(undefined as never));
    last = run.catch(() => {});
    return run;
  };
  return { write, works: () => works };
}

describe('items', () => {
  test('are written together in their order, no more than the bound at a time', async () => {
    const { write, works } = fakeWrite();
    const seen: number[][] = [];
    const add = coalesce<number, number>(
      write,
      async (_, items) => {
        seen.push([...items]);
        return items.map((item) => item * 10);
      },
      { most: 4 },
    );
    expect(await Promise.all([1, 2, 3, 4, 5, 6].map(add))).toEqual([10, 20, 30, 40, 50, 60]);
    expect(seen.flat()).toEqual([1, 2, 3, 4, 5, 6]);
    expect(seen.every(({ length }) => length <= 4)).toBe(true);
    expect(works()).toBeLessThanOrEqual(3);
    expect(await add(7)).toBe(70);
  });

  test('that fail fail alone', async () => {
    const { write } = fakeWrite();
    const add = coalesce<number, number>(write, async (_, items) => {
      if (items.includes(2)) throw new RangeError('two');
      return items;
    });
    const results = await Promise.allSettled([1, 2, 3].map(add));
    expect(results.map((result) => (result.status === 'fulfilled' ? result.value : String(result.reason)))).toEqual([
      1,
      'RangeError: two',
      3,
    ]);
    expect(await add(4)).toBe(4);
  });

  test('beyond the bound, and all where the store takes nothing, are refused; later ones are taken', async () => {
    const { write } = fakeWrite((work) => work === 1);
    const add = coalesce<number, number>(write, async (_, items) => items, { maxWaiting: 3 });
    expect(await add(0)).toBe(0);
    const results = await Promise.allSettled([1, 2, 3, 4].map(add));
    for (const result of results)
      expect((result as PromiseRejectedResult).reason).toBeInstanceOf(StoreUnavailableError);
    expect(await add(5)).toBe(5);
  });
});
