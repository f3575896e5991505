import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { feasibleIntervals } from '../../slow/feasible-interval.ts';
import { type LinearProblem, linearProgram } from './linear-program.ts';

const free = { point: [1, 2, 3], lower: [0, 0, 0], upper: [9, 9, 9], rows: [] };

describe('linearProgram', () => {
  test('the example: one takes all that the other can give', () => {
    const program = linearProgram({ point: [1, 2], lower: [0, 0], upper: [9, 9], rows: [{ variables: [0, 1] }] });
    expect(program.maximize({ variables: [0] })).toEqual({ value: 3, x: Float64Array.of(3, 0) });
    expect(program.maximize({ variables: [0], coefficients: [-1] }).value).toBe(0);
  });

  test('without equations every variable goes to its bound', () => {
    const { value, x } = linearProgram(free).maximize({ variables: [0, 1, 2], coefficients: [1, -2, 0] });
    expect([value, x[0], x[1], x[2]]).toEqual([9, 9, 0, 3]);
  });

  test('says where nothing bounds it, and not where nothing is asked', () => {
    const program = linearProgram({ ...free, upper: [Infinity, 9, 9] });
    expect(program.maximize({ variables: [0] }).value).toBe(Infinity);
    expect(program.maximize({ variables: [0], coefficients: [-1] }).value).toBeCloseTo(0, 12);
    expect(program.maximize({ variables: [] }).value).toBe(0);
    const tied = linearProgram({
      ...free,
      lower: [0, -Infinity, 0],
      upper: [9, Infinity, 9],
      rows: [{ variables: [0, 1], coefficients: [1, -1] }],
    });
    expect(tied.maximize({ variables: [1] }).value).toBe(10);
  });

  test('an equation that is there twice, or follows from others, changes nothing', () => {
    const rows = [{ variables: [0, 1] }, { variables: [1, 2] }, { variables: [0, 2], coefficients: [1, -1] }];
    const twice = linearProgram({ ...free, rows: [...rows, rows[0]!] });
    const once = linearProgram({ ...free, rows: rows.slice(0, 2) });
    for (const variable of [0, 1, 2]) {
      expect(twice.maximize({ variables: [variable] }).value).toBe(once.maximize({ variables: [variable] }).value);
    }
  });

  test('where everything is determined nothing moves', () => {
    const program = linearProgram({ ...free, rows: [[0], [1], [2]].map((variables) => ({ variables })) });
    expect(program.maximize({ variables: [0, 1, 2] })).toEqual({ value: 6, x: Float64Array.of(1, 2, 3) });
    expect(linearProgram({ point: [], lower: [], upper: [], rows: [] }).maximize({ variables: [] }).value).toBe(0);
  });

  test('a program on which the largest slope alone goes in circles', () => {
    // Beale's example, with slack variables, from its degenerate corner
    const coefficients = [
      [0.25, -60, -1 / 25, 9, 1, 0, 0],
      [0.5, -90, -1 / 50, 3, 0, 1, 0],
      [0, 0, 1, 0, 0, 0, 1],
    ];
    const program = linearProgram({
      point: [0, 0, 0, 0, 0, 0, 1],
      lower: new Float64Array(7),
      upper: new Float64Array(7).fill(Infinity),
      rows: coefficients.map((row) => ({ variables: [0, 1, 2, 3, 4, 5, 6], coefficients: row })),
    });
    const { value } = program.maximize({ variables: [0, 1, 2, 3], coefficients: [0.75, -150, 0.02, -6] });
    expect(value).toBeCloseTo(0.05, 12);
  });

  test.each([1e-9, 1e9, 1e150])('the size of the numbers, %d, does not matter', (size) => {
    const program = linearProgram({
      point: [size, 2 * size],
      lower: [0, 0],
      upper: [2.5 * size, 9 * size],
      rows: [{ variables: [0, 1] }],
    });
    expect(program.maximize({ variables: [0] }).value / size).toBeCloseTo(2.5, 9);
    expect(program.maximize({ variables: [1] }).value / size).toBeCloseTo(3, 9);
  });

  test.each<[string, Partial<LinearProblem>]>([
    ['a point below its bound', { point: [-1, 2, 3] }],
    ['a point above its bound', { point: [10, 2, 3] }],
    ['a point that is no number', { point: [NaN, 2, 3] }],
    ['too few bounds', { lower: [0, 0] }],
    ['an unknown variable', { rows: [{ variables: [3] }] }],
  ])('refuses %s', (_, change) => {
    expect(() => linearProgram({ ...free, ...change })).toThrow(RangeError);
  });

  describe('beside HiGHS', () => {
    let solve: Awaited<ReturnType<typeof feasibleIntervals>>;
    beforeAll(async () => {
      solve = await feasibleIntervals();
    });

    const room = fc.oneof(
      fc.constant(0),
      fc.integer({ min: 0, max: 40 }).map((tenths) => tenths / 10),
      fc.constant(Infinity),
    );
    const problem = fc.integer({ min: 1, max: 12 }).chain((n) =>
      fc.record({
        point: fc.array(fc.integer({ min: -5, max: 5 }), { minLength: n, maxLength: n }),
        down: fc.array(room, { minLength: n, maxLength: n }),
        up: fc.array(room, { minLength: n, maxLength: n }),
        signs: fc.array(fc.array(fc.constantFrom(0, 0, 1, 1, -1), { minLength: n, maxLength: n }), { maxLength: 10 }),
      }),
    );

    test('any program has the same range', () => {
      fc.assert(
        fc.property(problem, ({ point, down, up, signs }) => {
          const variables = point.map((_, j) => j);
          const bounds = point.map((value, j) => [value - down[j]!, value + up[j]!] as const);
          const program = linearProgram({
            point,
            lower: bounds.map(([lower]) => lower),
            upper: bounds.map(([, upper]) => upper),
            rows: signs.map((coefficients) => ({ variables, coefficients })),
          });
          const rows = signs.map((values) => {
            const sum = values.reduce<number>((total, sign, j) => total + sign * point[j]!, 0);
            return { lower: sum, upper: sum, indices: variables, values };
          });
          solve({ variables: bounds, rows }, (interval) => {
            for (const sets of [...variables.map((j) => [j]), variables]) {
              const { lower, upper } = interval(sets);
              const highest = program.maximize({ variables: sets });
              const lowest = program.maximize({ variables: sets, coefficients: sets.map(() => -1) });
              expect(highest.value === upper || Math.abs(highest.value - upper) < 1e-6).toBe(true);
              expect(-lowest.value === lower || Math.abs(lowest.value + lower) < 1e-6).toBe(true);
              for (const { x } of [highest, lowest]) {
                x.forEach((value, j) => {
                  expect(value).toBeGreaterThanOrEqual(bounds[j]![0] - 1e-9);
                  expect(value).toBeLessThanOrEqual(bounds[j]![1] + 1e-9);
                });
                for (const { values, lower: sum } of rows) {
                  expect(Math.abs(values.reduce<number>((total, c, j) => total + c * x[j]!, 0) - sum)).toBeLessThan(
                    1e-8,
                  );
                }
              }
            }
          });
        }),
      );
    });
  });
});
