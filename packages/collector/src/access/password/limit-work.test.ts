import { expect, test } from 'vitest';
import { BusyError, limitWork } from './limit-work.ts';

test('no more run at once than allowed, in the order they came, and the rest is refused before it begins', async () => {
  const limited = limitWork({ concurrent: 2, waiting: 3 });
  const ends: (() => void)[] = [];
  const begun: number[] = [];
  const works = [0, 1, 2, 3, 4, 5].map((number) =>
    limited(async () => {
      begun.push(number);
      await new Promise<void>((resolve) => ends.push(resolve));
      return number;
    }).catch((error: unknown) => error),
  );
  expect(begun).toEqual([0, 1]);
  expect(await works[5]).toBeInstanceOf(BusyError);
  for (const expected of [0, 1, 2, 3, 4]) {
    ends[expected]!();
    expect(await works[expected]).toBe(expected);
    expect(begun.length).toBeLessThanOrEqual(expected + 3);
  }
  expect(begun).toEqual([0, 1, 2, 3, 4]);
});

test('a work that fails gives its place on', async () => {
  const limited = limitWork({ concurrent: 1, waiting: 1 });
  const failing = limited(() => Promise.reject(new Error('no memory')));
  const next = limited(() => Promise.resolve('done'));
  await expect(failing).rejects.toThrow('no memory');
  expect(await next).toBe('done');
  expect(await limited(() => Promise.resolve('free again'))).toBe('free again');
});
