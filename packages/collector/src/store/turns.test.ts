import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createTurns } from './turns.ts';

test('everybody has a turn, in the order they came, and nobody before the one before has left', async () => {
  const turns = createTurns();
  const said: string[] = [];
  const take = async (name: string) => {
    const leave = await turns();
    said.push(`${name} in`);
    await delay(2);
    said.push(`${name} out`);
    leave();
  };
  await Promise.all(['a', 'b', 'c'].map(take));
  await take('d');
  expect(said).toEqual(['a', 'b', 'c', 'd'].flatMap((name) => [`${name} in`, `${name} out`]));
});
