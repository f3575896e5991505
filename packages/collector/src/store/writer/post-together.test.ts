import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { StoreUnavailableError } from '../store-unavailable-error.ts';
import { postTogether } from './post-together.ts';

function room(places: number) {
  let taken = 0;
  return {
    take: () => taken < places && ++taken > 0,
    give: (count: number) => {
      taken -= count;
    },
    taken: () => taken,
  };
}

test('items of a turn go together, eight at most, several lots at once, and each hears of itself', async () => {
  const lots: { items: unknown[]; answer: (results: string[]) => void }[] = [];
  const send = (items: string) =>
    new Promise<string[]>((answer) => lots.push({ items: JSON.parse(items) as unknown[], answer }));
  const places = room(100);
  const post = postTogether(send, places);
  const results = Promise.all(Array.from({ length: 19 }, (_, n) => post({ n })));
  // full lots do not wait for the end of the turn
  expect(lots.map(({ items }) => items.length)).toEqual([8, 8]);
  await nextTurn();
  await vi.waitFor(() => expect(lots).toHaveLength(3));
  expect(lots.flatMap(({ items }) => items)).toEqual(Array.from({ length: 19 }, (_, n) => ({ n })));
  // they may be answered in any order
  for (const { items, answer } of lots.reverse()) answer(items.map((item) => `of ${(item as { n: number }).n}`));
  expect(await results).toEqual(Array.from({ length: 19 }, (_, n) => `of ${n}`));
  expect(places.taken()).toBe(0);
});

test('one that failed fails alone, with what it failed of', async () => {
  const post = postTogether(
    async (items) =>
      (JSON.parse(items) as number[]).map((n) => (n === 2 ? { name: 'Error', message: 'two' } : 'stored')),
    room(10),
  );
  const results = await Promise.allSettled([1, 2, 3].map(post));
  expect(results.map((result) => (result.status === 'fulfilled' ? result.value : String(result.reason)))).toEqual([
    'stored',
    'Error: two',
    'stored',
  ]);
});

test('where there is no room, or nobody answers, the store is not available; there is room again afterwards', async () => {
  const places = room(2);
  const gone = new Error('The thread that writes answers has ended.');
  const post = postTogether(() => Promise.reject(gone), places);
  const results = await Promise.allSettled([1, 2, 3].map(post));
  for (const result of results) {
    expect((result as PromiseRejectedResult).reason).toBeInstanceOf(StoreUnavailableError);
  }
  const [first, , third] = results as PromiseRejectedResult[];
  expect(first!.reason).toMatchObject({ cause: gone });
  expect(third!.reason).toMatchObject({ retryAfterSeconds: 1 });
  expect(places.taken()).toBe(0);
});
