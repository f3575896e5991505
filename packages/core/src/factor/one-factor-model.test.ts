import { expectRelative, likertRows, loadFixture } from '@peerscale/test-utils';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { correlationsOf, type Moments, momentsOf, momentsOfColumns } from '../moments/index.ts';
import { minimizeInBox } from '../optimize/index.ts';
import { type OneFactorMethod, oneFactorModel } from './index.ts';
import { oneFactorLikelihood } from './one-factor-likelihood.ts';
import { oneFactorResiduals } from './one-factor-residuals.ts';

interface Fit {
  loadings: number[];
  uniquenesses: number[];
  objective: number;
}
interface Fixture {
  r: string;
  psych: string;
  lavaan: string;
  sets: {
    name: string;
    rows: number[][];
    heywood: boolean;
    factanal: Fit;
    mlPolished: Fit;
    psych: Fit;
    minresPolished: Fit;
    lavaan?: Fit;
  }[];
}
const fixture = loadFixture<Fixture>('../../fixtures/omega/omega.json', import.meta.url);
const methods: OneFactorMethod[] = ['ml', 'minres'];

const covariancesOf = ({ n, comoments }: Moments) => comoments.map((comoment) => comoment / (n - 1));
const triangleOf = (loadings: readonly number[], uniquenesses: readonly number[]) =>
  loadings.flatMap((a, i) => loadings.slice(0, i + 1).map((b, j) => a * b + (i === j ? uniquenesses[i]! : 0)));

function expectClose(received: ArrayLike<number>, expected: ArrayLike<number>, tolerance: number): void {
  expect(received.length).toBe(expected.length);
  for (let i = 0; i < expected.length; i++) expectRelative(received[i]!, expected[i]!, tolerance, tolerance);
}

describe.each(fixture.sets)(`agrees with R ${fixture.r}: $name`, (set) => {
  const moments = momentsOf(set.rows);
  const correlations = correlationsOf(moments);
  const ml = oneFactorModel(correlations);
  const minres = oneFactorModel(correlations, { method: 'minres' });

  // optim, restarted until nothing is left to gain, is good to about 1e-8 here
  test.each([
    ['ml', ml, set.mlPolished],
    ['minres', minres, set.minresPolished],
  ])('%s: loadings, uniquenesses and what was minimised', (_, model, expected) => {
    expect(model.converged).toBe(true);
    expectClose(model.loadings, expected.loadings, 1e-7);
    expectClose(model.uniquenesses, expected.uniquenesses, 1e-7);
    expectRelative(model.objective, expected.objective, 1e-10, 1e-12);
    expect(model.heywood).toEqual(set.heywood ? [0] : []);
  });

  test('factanal (it stops within 2e-6), and nowhere a lower minimum', () => {
    expectClose(ml.loadings, set.factanal.loadings, 1e-5);
    expect(ml.objective).toBeLessThanOrEqual(set.factanal.objective + 1e-12);
  });

  test.runIf(!set.heywood)(`psych ${fixture.psych}, fa(fm = "minres") (within 3e-6)`, () => {
    expectClose(minres.loadings, set.psych.loadings, 1e-5);
    expect(minres.objective).toBeLessThanOrEqual(set.psych.objective + 1e-12);
  });

  test.runIf(set.lavaan !== undefined)(`lavaan ${fixture.lavaan} on covariances (within 3e-6)`, () => {
    const onCovariances = oneFactorModel(covariancesOf(moments));
    expectClose(onCovariances.loadings, set.lavaan!.loadings, 1e-5);
    onCovariances.uniquenesses.forEach((value, i) => expectRelative(value, set.lavaan!.uniquenesses[i]!, 1e-4));
    expectRelative(onCovariances.objective, set.lavaan!.objective, 1e-8, 1e-12);
    expect(onCovariances.objective).toBeLessThanOrEqual(set.lavaan!.objective + 1e-12);
  });
});

test('psych goes past a uniqueness of 0 in a Heywood case, where minres here stays at the bound', () => {
  const set = fixture.sets.find(({ heywood }) => heywood)!;
  const model = oneFactorModel(correlationsOf(momentsOf(set.rows)), { method: 'minres' });
  expect(set.psych.uniquenesses[0]!).toBeLessThan(0);
  expectRelative(model.uniquenesses[0]!, 0.005, 1e-9);
});

describe.each(methods)('%s', (method) => {
  test('three items fit exactly: the example', () => {
    const model = oneFactorModel(Object.freeze([1, 0.56, 1, 0.48, 0.42, 1]), { method });
    expectClose(model.loadings, [0.8, 0.7, 0.6], 1e-9);
    expectClose(model.uniquenesses, [0.36, 0.51, 0.64], 1e-9);
    expect(model.objective).toBeLessThan(1e-15);
    expect(model).toMatchObject({ method, converged: true, heywood: [] });
  });

  test.each([
    ['nothing', []],
    ['one item', [1]],
    ['two items', [1, 0.5, 1]],
    ['two items nearly alike', [1, 0.999, 1]],
    ['an item without variance', [1, 0, 0, 0.5, 0, 1]],
    ['a negative variance', [1, 0.5, -1, 0.5, 0.5, 1]],
    ['a NaN', [1, 0.5, 1, NaN, 0.5, 1]],
    ['an infinite variance', [1, 0.5, 1, 0.5, 0.5, Infinity]],
    ['a correlation beyond 1', [1, 1.01, 1, 0.5, 0.5, 1]],
    ['uncorrelated items', [1, 0, 1, 0, 0, 1, 0, 0, 0, 1]],
    ['one correlated pair', [1, 0.5, 1, 0, 0, 1, 0, 0, 0, 1]],
  ])('no model for %s', (_, matrix) => {
    const model = oneFactorModel(matrix, { method });
    expect(model.converged).toBe(false);
    expect([...model.loadings, ...model.uniquenesses, model.objective].every(Number.isNaN)).toBe(true);
  });

  test('an item that has to explain too much is held at the bound asked for, and named', () => {
    const matrix = [1, 0.2, 1, 0.6, 0.7, 1]; // 0.6 * 0.7 / 0.2 is more than 1
    const model = oneFactorModel(matrix, { method });
    expect(model.heywood).toEqual([2]);
    expectRelative(model.uniquenesses[2]!, 0.005, 1e-9);
    const wider = oneFactorModel(
      matrix.map((value) => value * 4),
      { method, smallestUniqueness: 0.1 },
    );
    expectRelative(wider.uniquenesses[2]!, 0.4, 1e-9);
  });

  test.each([1e150, 1e-150])('standard deviations times %d carry over to the loadings', (factor) => {
    const model = oneFactorModel(
      triangleOf([0.8, 0.7, 0.6, 0.5], [0.36, 0.51, 0.64, 0.75]).map((x) => x * factor * factor),
      {
        method,
      },
    );
    expectClose(
      model.loadings.map((loading) => loading / factor),
      [0.8, 0.7, 0.6, 0.5],
      1e-9,
    );
  });

  test('finds the loadings that made the matrix, minus signs and metric included', () => {
    const loading = fc.double({ min: 0.3, max: 0.95, noNaN: true });
    const item = fc.tuple(loading, fc.boolean(), fc.double({ min: 0.1, max: 10, noNaN: true }));
    fc.assert(
      fc.property(fc.array(item, { minLength: 3, maxLength: 12 }), (items) => {
        const made = items.map(([size, negative, deviation]) => (negative ? -size : size) * deviation);
        const unique = items.map(([size, , deviation]) => (1 - size * size) * deviation * deviation);
        const sum = made.reduce((all, value) => all + value, 0);
        fc.pre(Math.abs(sum) > 1e-6);
        const { loadings, uniquenesses, objective } = oneFactorModel(triangleOf(made, unique), { method });
        expect(objective).toBeLessThan(1e-12);
        loadings.forEach((value, i) => expectRelative(value, Math.sign(sum) * made[i]!, 1e-6, 1e-6));
        uniquenesses.forEach((value, i) => expectRelative(value, unique[i]!, 1e-5, 1e-6));
      }),
    );
  });

  test('with an item reversed only its loading changes its sign', () => {
    const rows = fixture.sets[0]!.rows;
    const model = oneFactorModel(correlationsOf(momentsOf(rows)), { method });
    const reversed = rows.map((row) => row.map((x, i) => (i === 2 ? 6 - x : x)));
    const expected = model.loadings.map((loading, i) => (i === 2 ? -loading : loading));
    expectClose(oneFactorModel(correlationsOf(momentsOf(reversed)), { method }).loadings, expected, 1e-9);
  });

  test('the derivatives are those of the value', () => {
    const correlations = correlationsOf(momentsOf(fixture.sets[0]!.rows));
    const k = 8;
    const problem = (method === 'ml' ? oneFactorLikelihood : oneFactorResiduals)(correlations, k, 0.005)!;
    const at = (x: Float64Array) => {
      const gradient = new Float64Array(k);
      const hessian = new Float64Array(36);
      return { value: problem.objective(x, gradient, hessian), gradient, hessian };
    };
    const x = Float64Array.from({ length: k }, (_, i) => (method === 'ml' ? -1.5 + 0.17 * i : 0.9 - 0.1 * i));
    const here = at(x);
    const step = 1e-6;
    for (let i = 0; i < k; i++) {
      const ahead = at(x.map((value, j) => (i === j ? value + step : value)));
      const behind = at(x.map((value, j) => (i === j ? value - step : value)));
      expectRelative((ahead.value - behind.value) / (2 * step), here.gradient[i]!, 1e-6, 1e-7);
      for (let j = 0; j <= i; j++) {
        const slope = (ahead.gradient[j]! - behind.gradient[j]!) / (2 * step);
        expectRelative(slope, here.hessian[(i * (i + 1)) / 2 + j]!, 1e-6, 1e-7);
      }
    }
  });

  test('in Heywood cases of any answers no random start finds a lower minimum', () => {
    fc.assert(
      fc.property(
        likertRows({ minimumRows: 8, minimumItems: 3, maximumItems: 6 }),
        fc.infiniteStream(fc.double({ min: -0.99, max: 0.99, noNaN: true })),
        (rows, random) => {
          const correlations = correlationsOf(momentsOf(rows));
          const model = oneFactorModel(correlations, { method });
          if (model.heywood.length === 0) return;
          const k = model.loadings.length;
          const problem = (method === 'ml' ? oneFactorLikelihood : oneFactorResiduals)(correlations, k, 0.005)!;
          for (let attempt = 0; attempt < 5; attempt++) {
            const start = problem.startFrom(Float64Array.from({ length: k }, () => random.next().value!));
            const other = minimizeInBox(problem.objective, start, problem.bounds);
            if (other.converged && other.strict) expect(other.value).toBeGreaterThan(model.objective - 1e-9);
          }
        },
      ),
    );
  });
});

test.each([
  ['ml', [1, -0.2, 1, 0.5, 0.1, 1, 0.1, -0.3, 0.1, 1], 0, 0.192598914],
  ['ml', [1, 0.1, 1, -0.2, 0.4, 1, 0.6, 0.2, 0.2, 1], 3, 0.388213222],
  ['minres', [1, 0.5, 1, -0.1, 0.5, 1, 0.6, -0.3, -0.2, 1], 0, 0.57953602],
  ['minres', [1, 0.6, 1, -0.2, -0.2, 1, 0.5, -0.3, 0.5, 1], 0, 0.58138124],
] as const)('%s of %j: of several Heywood cases the lowest', (method, matrix, item, firstFound) => {
  const model = oneFactorModel(matrix, { method });
  expect(model.heywood).toEqual([item]);
  expect(model.objective).toBeLessThan(firstFound - 1e-8);
});

test('ml: a search through a nearly flat stretch ends at the lower of two minima, not on the way', () => {
  // correlations of 20 respondents by chance; the fourth item as the factor starts where the curvature is about -1e-6
  const columns = [
    [4, 4, 2, 3, 4, 2, 2, 2, 4, 4, 1, 1, 1, 4, 4, 2, 5, 4, 5, 2],
    [5, 2, 5, 2, 2, 4, 5, 1, 3, 2, 4, 2, 3, 3, 4, 5, 2, 3, 5, 4],
    [5, 4, 5, 2, 3, 2, 2, 3, 5, 3, 4, 4, 1, 1, 5, 1, 4, 4, 2, 1],
    [5, 1, 5, 1, 3, 4, 4, 2, 2, 1, 2, 2, 2, 4, 2, 4, 4, 4, 2, 3],
    [1, 2, 3, 3, 1, 1, 2, 3, 3, 3, 5, 2, 5, 3, 3, 3, 3, 4, 1, 4],
  ];
  const model = oneFactorModel(correlationsOf(momentsOfColumns(columns)));
  expectRelative(model.objective, 0.27833330304624, 1e-12);
  expect(model.heywood).toEqual([]);
});

test('ml: a minimum inside the bounds that no item as the factor leads to', () => {
  const columns = [
    [2, 2, 4, 1, 1, 1, 3, 1, 3, 1, 5, 4, 2, 4, 3, 5],
    [2, 2, 3, 2, 3, 3, 2, 5, 1, 4, 1, 5, 3, 1, 1, 3],
    [4, 4, 5, 4, 5, 1, 5, 1, 2, 4, 3, 5, 1, 4, 3, 4],
    [4, 4, 5, 4, 5, 4, 5, 3, 1, 2, 5, 2, 4, 1, 3, 2],
    [2, 1, 2, 2, 5, 3, 2, 5, 3, 1, 4, 3, 3, 2, 1, 3],
  ];
  const model = oneFactorModel(correlationsOf(momentsOfColumns(columns)));
  expectRelative(model.objective, 0.4010467193799, 1e-12);
  expect(model.heywood).toEqual([]);
});

describe('linearly dependent items', () => {
  const sum = [0, 1, 2, 3, 4, 5, 6, 7].map((i) => [i % 3, (i * i) % 5, (i % 3) + ((i * i) % 5), i % 4]);

  test('have no likelihood, but squared residuals', () => {
    const correlations = correlationsOf(momentsOf(sum));
    expect(oneFactorModel(correlations).converged).toBe(false);
    expect(oneFactorModel(correlations, { method: 'minres' }).converged).toBe(true);
  });
});

test('what no caller can mean is refused', () => {
  expect(() => oneFactorModel([1, 0.5])).toThrow(RangeError);
  expect(() => oneFactorModel([1], { method: 'pa' as OneFactorMethod })).toThrow(RangeError);
  for (const smallestUniqueness of [0, 1, -0.1, NaN]) {
    expect(() => oneFactorModel([1], { smallestUniqueness })).toThrow(RangeError);
  }
});
