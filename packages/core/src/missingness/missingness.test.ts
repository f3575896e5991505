import { expectRelative, loadFixture } from '@peerscale/test-utils';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyMoments, mergeResponsePatterns, momentsOf, responsePatternsOfColumns } from '../moments/index.ts';
import { dropOut } from './drop-out.ts';
import { littleMcar } from './little-mcar.ts';
import { missingPatterns } from './missing-patterns.ts';
import { rakingWeights } from './raking-weights.ts';

interface Fixture {
  rVersion: string;
  survey: string;
  sets: { name: string; rows: (number | null)[][]; chiSquared: number; df: number; p: number; patterns: number }[];
  dropOut: {
    stayed: number[];
    left: number[];
    difference: number;
    interval: number[];
    interval90: number[];
    p: number;
    d: number;
  };
  raking: {
    job: string[];
    shift: string[];
    jobs: Record<string, number>;
    shifts: Record<string, number>;
    weights: number[];
    designEffect: number;
  };
}
const fixture = loadFixture<Fixture>('../../fixtures/missingness/missingness.json', import.meta.url);
const columnsOf = (rows: readonly (readonly (number | null)[])[]) =>
  (rows[0] ?? []).map((_, i) => rows.map((row) => row[i] ?? NaN));
const one = (values: readonly number[]) => momentsOf(values.map((value) => [value]));

describe(`agrees with ${fixture.rVersion}`, () => {
  test.each(fixture.sets)("Little's test: $name", ({ rows, chiSquared, df, p, patterns }) => {
    const own = littleMcar(responsePatternsOfColumns(columnsOf(rows)), { tolerance: 1e-13 });
    // both iterate to the maximum of the same likelihood
    expectRelative(own.chiSquared, chiSquared, 1e-6);
    expectRelative(own.p, p, 1e-5);
    expect(own).toMatchObject({ df, patterns, converged: true });
  });

  test('drop-out', () => {
    const { stayed, left, difference, interval, interval90, p, d } = fixture.dropOut;
    const [own] = dropOut(one(stayed), one(left));
    expectRelative(own!.difference, difference, 1e-10);
    expectRelative(own!.interval.lower, interval[0]!, 1e-10);
    expectRelative(own!.interval.upper, interval[1]!, 1e-10);
    expectRelative(own!.p, p, 1e-10);
    expectRelative(own!.d, d, 1e-10);
    const [narrow] = dropOut(one(stayed), one(left), 0.9);
    expectRelative(narrow!.interval.lower, interval90[0]!, 1e-10);
  });

  test(`raking, survey ${fixture.survey}`, () => {
    const { job, shift, jobs, shifts, weights, designEffect } = fixture.raking;
    const own = rakingWeights([
      { categories: job, targets: jobs },
      { categories: shift, targets: shifts },
    ]);
    weights.forEach((weight, i) => expectRelative(own.weights[i]!, weight, 1e-8));
    expectRelative(own.designEffect, designEffect, 1e-8);
    expectRelative(own.effectiveN, weights.length / designEffect, 1e-8);
    expect(own.converged).toBe(true);
  });
});

describe('patterns', () => {
  test('shares, the most frequent first, and those who answered nothing', () => {
    const found = missingPatterns(
      responsePatternsOfColumns([
        [1, 2, NaN, 4, NaN, 1],
        [1, NaN, NaN, 4, 3, 2],
      ]),
    );
    expect(found.patterns.map(({ pattern, n }) => `${pattern}:${n}`)).toEqual(['11:3', '10:1', '01:1', '00:1']);
    expect([...found.missingShares]).toEqual([2 / 6, 2 / 6]);
    expect(found).toMatchObject({ n: 6, missingShare: 4 / 12, completeShare: 0.5 });
  });

  test('nobody', () => {
    expect(missingPatterns(responsePatternsOfColumns([[], []]))).toMatchObject({
      n: 0,
      patterns: [],
      missingShare: NaN,
    });
  });

  test('of two waves merged are those of all', () => {
    const column = fc.array(fc.constantFrom(1, 2, NaN), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(fc.array(column, { minLength: 1, maxLength: 3 }), fc.nat(8), (columns, cut) => {
        const part = (from: number, to: number) => responsePatternsOfColumns(columns.map((c) => c.slice(from, to)));
        const merged = missingPatterns(mergeResponsePatterns(part(0, cut), part(cut, 8)));
        expect(merged).toEqual(missingPatterns(part(0, 8)));
      }),
    );
  });
});

describe("Little's test", () => {
  test.each<[string, number[][]]>([
    ['nobody', [[], []]],
    [
      'no holes',
      [
        [1, 2, 3],
        [2, 1, 3],
      ],
    ],
    ['one variable', [[1, NaN, 3]]],
    [
      'nothing but holes',
      [
        [NaN, NaN],
        [NaN, NaN],
      ],
    ],
  ])('%s: no figure', (_, columns) => {
    const { chiSquared, p } = littleMcar(responsePatternsOfColumns(columns));
    expect([chiSquared, p]).toEqual([NaN, NaN]);
  });

  test('collinear answers: no figure', () => {
    const columns = [
      [1, 2, 3, 4, 5, 2],
      [2, 4, 6, 8, 10, 4],
      [1, 1, 2, 3, NaN, NaN],
    ];
    expect(littleMcar(responsePatternsOfColumns(columns)).chiSquared).toBeNaN();
  });

  test('answers missing whatever they are: p is uniform enough', () => {
    let small = 0;
    const rounds = 60;
    for (let round = 1; round <= rounds; round++) {
      let state = round * 7919;
      const random = () => {
        state = (state * 48271) % 2147483647;
        return state / 2147483647;
      };
      const normal = () => Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
      const columns = Array.from({ length: 3 }, () => Array.from({ length: 200 }, normal));
      for (const column of columns) {
        for (let row = 0; row < 200; row++) if (random() < 0.15) column[row] = NaN;
      }
      if (littleMcar(responsePatternsOfColumns(columns)).p < 0.05) small++;
    }
    expect(small).toBeLessThan(9);
  });
});

describe('drop-out', () => {
  test('too few, or nobody who differs', () => {
    expect(dropOut(emptyMoments(1), emptyMoments(1))[0]).toMatchObject({ difference: NaN, p: NaN, d: NaN });
    expect(dropOut(one([1, 2, 3]), one([4]))[0]).toMatchObject({ difference: 2, p: NaN });
    expect(dropOut(one([3, 3]), one([3, 3]))[0]).toMatchObject({ difference: 0, p: NaN, d: NaN });
    expect(() => dropOut(one([1]), momentsOf([[1, 2]]))).toThrow(RangeError);
    expect(() => dropOut(one([1]), one([1]), 1)).toThrow(RangeError);
  });
});

describe('raking', () => {
  const margin = { categories: ['a', 'a', 'a', 'b'], targets: { a: 1, b: 1 } };
  test('one margin is met in one round', () => {
    const { weights, iterations, designEffect, effectiveN } = rakingWeights([margin]);
    [2 / 3, 2 / 3, 2 / 3, 2].forEach((expected, i) => expectRelative(weights[i]!, expected, 1e-12));
    expect(iterations).toBe(1);
    expectRelative(designEffect, 4 / 3, 1e-12);
    expectRelative(effectiveN, 3, 1e-12);
  });

  test('no margins, nobody, and a weight that is cut', () => {
    expect([...rakingWeights([], { start: [1, 3] }).weights]).toEqual([0.5, 1.5]);
    expect(rakingWeights([])).toMatchObject({ effectiveN: 0, designEffect: NaN, converged: true });
    const cut = rakingWeights([margin], { largest: 1.5, maximumIterations: 50 });
    expect(cut.converged).toBe(false);
    expect(Math.max(...cut.weights)).toBeLessThan(2);
  });

  test('margins are met whenever it comes to rest, and the weights start from what is given', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('x', 'y')), { minLength: 5, maxLength: 40 }),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 5, maxLength: 5 }),
        (people, counts) => {
          const margins = [0, 1].map((side) => {
            const categories = people.map((person) => person[side as 0 | 1]);
            const names = [...new Set(categories)];
            return { categories, targets: Object.fromEntries(names.map((name, i) => [name, counts[2 * side + i]!])) };
          });
          const { weights, converged } = rakingWeights(margins);
          expectRelative(
            weights.reduce((sum, weight) => sum + weight, 0),
            people.length,
            1e-12,
          );
          if (!converged) return;
          for (const { categories, targets } of margins) {
            const all = Object.values(targets).reduce((sum, target) => sum + target, 0);
            for (const [name, target] of Object.entries(targets)) {
              const share = weights.reduce((sum, w, i) => sum + (categories[i] === name ? w : 0), 0) / people.length;
              expectRelative(share, target / all, 1e-9);
            }
          }
        },
      ),
    );
  });

  test.each([
    [[{ categories: ['a'], targets: { b: 1 } }], {}],
    [[{ categories: ['a'], targets: { a: 1, b: 1 } }], {}],
    [[{ categories: ['a'], targets: { a: -1 } }], {}],
    [[{ categories: ['a'], targets: { a: NaN } }], {}],
    [[margin, { categories: ['a'], targets: { a: 1 } }], {}],
    [[margin], { start: [1] }],
    [[margin], { start: [1, 1, 0, 1] }],
    [[margin], { largest: 0.5 }],
  ])('refuses %j, %j', (margins, options) => {
    expect(() => rakingWeights(margins as never, options)).toThrow(RangeError);
  });
});
