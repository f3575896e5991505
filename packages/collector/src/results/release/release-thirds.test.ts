import fc from 'fast-check';
import { expect, test } from 'vitest';
import { releaseThirds, thirdsOf } from './release-thirds.ts';

const range = { minimum: 1, maximum: 5 };

test('people are counted by the third of the range that their score is in, the lower one at an edge', () => {
  const people = new Map([
    [1, 2],
    [1 + 4 / 3, 1],
    [2.5, 3],
    [5, 4],
  ]);
  expect(thirdsOf(people, range)).toEqual([3, 3, 4]);
});

test('thirds of few people, of a team that is not shown, and those that the mean gives away are not shown', () => {
  const even = new Map([
    [1.5, 6],
    [3, 6],
    [4.5, 6],
  ]);
  const extreme = new Map([
    [1, 6],
    [1 + 4 / 3 + 0.001, 6],
    [1 + 8 / 3 + 0.001, 6],
  ]);
  const teams = [
    { team: 'a', isShown: true, people: even },
    { team: 'b', isShown: true, people: new Map([...even, [1.5, 2]]) },
    { team: 'c', isShown: false, people: even },
    { team: 'd', isShown: true, people: extreme },
    { team: 'e', isShown: false, people: even },
  ];
  expect(Object.keys(releaseThirds(teams, range, 5))).toEqual(['a']);
});

test('what is left by subtraction is no single team, and no small count in it is certain', () => {
  const counts = fc.tuple(fc.nat(12), fc.nat(12), fc.nat(12));
  const teams = fc.array(fc.tuple(counts, fc.boolean()), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(teams, fc.integer({ min: 3, max: 6 }), (drawn, minimum) => {
      const rows = drawn.map(([[low, middle, high], isShown], i) => ({
        team: String(i),
        isShown,
        people: new Map([
          [1.6, low],
          [3.2, middle],
          [4.6, high],
        ]),
        counts: [low, middle, high] as const,
      }));
      const shown = releaseThirds(rows, range, minimum);
      for (const count of Object.values(shown).flat()) expect(count).toBeGreaterThanOrEqual(minimum);
      const hidden = rows.filter(({ team }) => !(team in shown)).map((row) => row.counts);
      const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
      const columns = [0, 1, 2].map((place) => sum(hidden.map((row) => row[place]!)));
      if (Object.keys(shown).length === 0) return;
      for (const column of columns) expect(column === 0 || column >= minimum).toBe(true);
      // all that is known of a table by its margins: the bounds of Fréchet
      for (const row of hidden) {
        row.forEach((count, place) => {
          if (sum(row) === 0 || count >= minimum) return;
          const least = Math.max(0, sum(row) + columns[place]! - sum(columns));
          expect(Math.min(sum(row), columns[place]!) - least).toBeGreaterThanOrEqual(1);
        });
      }
    }),
  );
});
