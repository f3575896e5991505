import { describe, expect, test } from 'vitest';
import { settleRoom } from './protection.ts';

/** Rooms above, below and known of every score, then people; up and down. */
const settled = (up: number[], down: number[]) => {
  const both = [Float64Array.from(up), Float64Array.from(down)] as const;
  settleRoom(...both);
  return both.map((room) => Array.from(room));
};

describe('settleRoom', () => {
  test('people are as many whole ones as there is room for them, above and below together', () => {
    const [up, down] = settled([0.75, 1.5, 0.5, 9], [0.25, 0.5, 0.5, 9]);
    // 2.25 and 0.75 people
    expect([up![3], down![3]]).toEqual([2, 0]);
    // two people come in, or none: what they are above has its own room, or what below can fall at the same time
    expect(up!.slice(0, 3)).toEqual([0.75, 1.5, 0.5]);
    expect(down!.slice(0, 3)).toEqual([0.25, 0.5, 0.5]);
  });

  test('without room for a whole person, one end of the scale pays for the other', () => {
    expect(settled([0.9, 0, 0.2, 4], [0.6, 0.2, 0, 4])).toEqual([
      [0.2, 0, 0.2, 0],
      [0, 0.2, 0, 0],
    ]);
  });

  test('people have as much room as the score with the least', () => {
    const [up, down] = settled([3, 2, 1, 0.5, 0.75, 0.5, 4], [3, 2, 1, 2, 0.25, 0.25, 2]);
    expect([up![6], down![6]]).toEqual([1, 2]);
    // one person more is what the first score can be above, and what below can fall
    expect(up![0]).toBe(3);
    expect(settled([3, 0, 0, 0.5, 0, 0, 4], [3, 0, 0, 0.5, 0, 0, 4])[0]![0]).toBe(0);
  });

  test('a number that rounding made too small is whole; without an end there is none', () => {
    expect(settled([0.1 + 0.7, 0.2 - 1e-12, 0, 3], [0, 0, 0, 0])[0]![3]).toBe(1);
    expect(settled([Infinity], [2])).toEqual([[Infinity], [2]]);
    expect(settled([Infinity, Infinity, 1, Infinity], [1, 0, 0, 5])[0]).toEqual([Infinity, Infinity, 1, Infinity]);
  });
});
