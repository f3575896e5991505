import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { onceATurn } from './once-a-turn.ts';

test('those that ask in one turn share a read that begins after all of them have asked; later ones read anew', async () => {
  let stored = 1;
  const reads: string[] = [];
  const read = onceATurn(async (id: string) => {
    reads.push(id);
    return stored;
  });
  const first = read('a');
  const second = read('a');
  const other = read('b');
  // what is written after the last one asked and before the read is no older than what they asked for
  stored = 2;
  expect(await Promise.all([first, second, other])).toEqual([2, 2, 2]);
  expect(reads).toEqual(['a', 'b']);
  stored = 3;
  expect(await read('a')).toBe(3);
  expect(reads).toEqual(['a', 'b', 'a']);
});

test('a read that fails fails for those that shared it alone', async () => {
  let fails = true;
  const read = onceATurn(async () => {
    if (fails) throw new Error('no database');
    return 1;
  });
  const both = await Promise.allSettled([read('a'), read('a')]);
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  fails = false;
  await nextTurn();
  expect(await read('a')).toBe(1);
});
