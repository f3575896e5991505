import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changeGrid } from './change-grid.ts';

const possible = { minimum: 1, maximum: 5 };
const grid = (before: readonly number[], after: readonly number[], minimum = 5, range = possible) =>
  changeGrid(Float64Array.from(before), Float64Array.from(after), range, minimum);
const times = <T>(n: number, value: T): T[] => new Array<T>(n).fill(value);

describe('people in squares', () => {
  test('counts by both scores; an edge belongs above, the highest score into the last square', () => {
    const before = [...times(20, 1), ...times(20, 3), ...times(20, 5)];
    const after = [...times(20, 5), ...times(20, 1), ...times(20, 3)];
    // 60 people, at least 5: three squares a side, edges at 1, 2.33, 3.67 and 5
    const found = grid(before, after)!;
    expect(found.edges.map((edge) => Number(edge.toFixed(3)))).toEqual([1, 2.333, 3.667, 5]);
    expect(found.squares).toEqual([
      { before: 0, after: 2, n: 20 },
      { before: 1, after: 0, n: 20 },
      { before: 2, after: 1, n: 20 },
    ]);
    expect(found.elsewhere).toBe(0);
    const third = 1 + 4 / 3;
    expect(grid(times(12, third - 1e-12), times(12, third))!.squares).toEqual([{ before: 1, after: 1, n: 12 }]);
  });

  test('more people, more squares: from three to ten a side', () => {
    const sides = (n: number) => grid(times(n, 3), times(n, 3))!.edges.length - 1;
    expect([10, 79, 80, 250, 499, 500, 5000].map(sides)).toEqual([3, 3, 4, 7, 9, 10, 10]);
  });

  test('small squares are left out, and where they are few people the smallest square with them', () => {
    const base = { before: [...times(20, 1), ...times(7, 3)], after: [...times(20, 1), ...times(7, 3)] };
    const rest = (n: number) => grid([...base.before, ...times(n, 5)], [...base.after, ...times(n, 5)])!;
    expect(rest(0)).toMatchObject({ elsewhere: 0, squares: [{ n: 20 }, { n: 7 }] });
    for (const n of [1, 4]) {
      expect(rest(n).squares).toEqual([{ before: 0, after: 0, n: 20 }]);
      expect(rest(n).elsewhere).toBe(7 + n);
    }
    expect(rest(5).squares.map((square) => square.n)).toEqual([20, 7, 5]);
    const five = grid([...base.before, 1, 1, 3, 5, 5], [...base.after, 3, 5, 5, 1, 3])!;
    expect([five.squares.length, five.elsewhere]).toEqual([2, 5]);
  });

  test.each<[string, number[], number[], number]>([
    ['nobody', [], [], 5],
    ['fewer than twice the minimum', times(9, 3), times(9, 3), 5],
    ['all by themselves', [1, 1, 1, 3, 3, 3, 5, 5, 5, 1], [1, 3, 5, 1, 3, 5, 1, 3, 5, 1], 3],
  ])('%s: none', (_, before, after, minimum) => expect(grid(before, after, minimum)).toBeNull());

  test.each([
    { minimum: 3, maximum: 3 },
    { minimum: 0, maximum: Infinity },
    { minimum: NaN, maximum: 5 },
  ])('none over %o', (range) => expect(grid(times(20, 3), times(20, 3), 5, range)).toBeNull());

  test('scores outside what is possible stand in the outer squares; huge ones are no trouble', () => {
    expect(grid(times(10, 0), times(10, 9))!.squares).toEqual([{ before: 0, after: 2, n: 10 }]);
    const huge = { minimum: -1e150, maximum: 1e150 };
    expect(grid(times(10, 0), times(10, 1e150), 5, huge)!.squares).toEqual([{ before: 1, after: 2, n: 10 }]);
  });
});

test('no square, and not all the others together, are about a few people; edges know nothing of the scores', () => {
  const score = fc.integer({ min: 10, max: 50 }).map((tenths) => tenths / 10);
  const people = fc.array(fc.tuple(score, score), { minLength: 6, maxLength: 120 });
  fc.assert(
    fc.property(people, fc.integer({ min: 3, max: 8 }), (pairs, minimum) => {
      const [before, after] = [pairs.map(([x]) => x), pairs.map(([, y]) => y)];
      const found = grid(before, after, minimum);
      if (found === null) return;
      for (const { n } of found.squares) expect(n).toBeGreaterThanOrEqual(minimum);
      expect(found.elsewhere === 0 || found.elsewhere >= minimum).toBe(true);
      expect(found.squares.reduce((sum, { n }) => sum + n, found.elsewhere)).toBe(pairs.length);
      const same = grid(times(pairs.length, 3), times(pairs.length, 3), minimum);
      expect(found.edges).toEqual(same!.edges);
    }),
  );
});
