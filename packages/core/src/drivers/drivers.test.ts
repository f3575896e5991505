import { expectRelative, loadFixture } from '@peerscale/test-utils';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyMoments, type Moments, mergeMoments, momentsOf, momentsOfColumns } from '../moments/index.ts';
import { seededRandom } from '../random/index.ts';
import { bootstrapFigures } from './bootstrap-figures.ts';
import { dominance } from './dominance.ts';
import { mediation } from './mediation.ts';
import { moderation } from './moderation.ts';
import { regression } from './regression.ts';
import { relativeWeights } from './relative-weights.ts';
import { type RobustType, robustRegression } from './robust-regression.ts';

interface Fixture {
  rVersion: string;
  team: number[];
  columns: Record<'burnout' | 'role' | 'supervision' | 'stigma' | 'setting' | 'satisfaction', number[]>;
  regression: Record<'value' | 'standardError' | 't' | 'p' | 'standardized' | 'vif', number[]> & {
    interval: number[][];
  } & Record<'rSquared' | 'adjusted' | 'sigma' | 'f' | 'fp' | 'df', number>;
  robust: Record<RobustType, number[]>;
  clustered: { df: number[]; p: number[]; interval: number[][] };
  general: number[];
  conditional: number[][];
  complete: (number | null)[][];
  weights: number[];
  moderation: {
    value: number[];
    added: number;
    slopes: { at: number; value: number; standardError: number; p: number }[];
    johnsonNeyman: number[];
  };
  mediation: { a: number[]; b: number[]; direct: number; total: number };
}
const fixture = loadFixture<Fixture>('../../fixtures/drivers/drivers.json', import.meta.url);
const { burnout, role, supervision, stigma, setting, satisfaction } = fixture.columns;
const columns = [burnout, role, supervision, stigma, setting, satisfaction];
const moments = momentsOfColumns(columns);
const teams = fixture.team.map(String);
const close = (own: ArrayLike<number>, expected: readonly (number | null)[], tolerance = 1e-10) => {
  expect(own).toHaveLength(expected.length);
  expected.forEach((value, i) => expectRelative(own[i]!, value ?? NaN, tolerance, 1e-14));
};

describe(`agrees with ${fixture.rVersion}`, () => {
  test('regression', () => {
    const expected = fixture.regression;
    const own = regression(moments, 0, [1, 2, 3, 4]);
    const all = [own.intercept, ...own.coefficients];
    close(
      all.map(({ value }) => value),
      expected.value,
    );
    close(
      all.map(({ standardError }) => standardError),
      expected.standardError,
    );
    close(
      all.map(({ t }) => t),
      expected.t,
    );
    close(
      all.map(({ p }) => p),
      expected.p,
      1e-9,
    );
    close(
      all.flatMap(({ interval }) => [interval.lower, interval.upper]),
      expected.interval.flat(),
    );
    close(
      own.coefficients.map(({ standardized }) => standardized),
      expected.standardized,
    );
    close(
      own.coefficients.map(({ varianceInflation }) => varianceInflation),
      expected.vif,
    );
    const { rSquared, adjustedRSquared, residualSd, f, p, df } = own;
    close(
      [rSquared, adjustedRSquared, residualSd, f, p, df],
      [expected.rSquared, expected.adjusted, expected.sigma, expected.f, expected.fp, expected.df],
      1e-9,
    );
  });

  test.each(Object.keys(fixture.robust) as RobustType[])('%s', (type) => {
    const clusters = type.startsWith('CR') ? { clusters: teams } : {};
    const own = robustRegression(burnout, [role, supervision, stigma, setting], { type, ...clusters });
    close(
      [own.intercept, ...own.coefficients].map(({ standardError }) => standardError),
      fixture.robust[type],
      1e-9,
    );
    close(
      [own.intercept, ...own.coefficients].map(({ value }) => value),
      fixture.regression.value,
    );
  });

  test("CR2 with Satterthwaite's degrees of freedom", () => {
    const own = robustRegression(burnout, [role, supervision, stigma, setting], { clusters: teams });
    const all = [own.intercept, ...own.coefficients];
    expect(own).toMatchObject({ type: 'CR2', clusters: 12 });
    close(
      all.map(({ df }) => df),
      fixture.clustered.df,
      1e-8,
    );
    close(
      all.map(({ p }) => p),
      fixture.clustered.p,
      1e-7,
    );
    close(
      all.flatMap(({ interval }) => [interval.lower, interval.upper]),
      fixture.clustered.interval.flat(),
      1e-8,
    );
  });

  test('dominance', () => {
    const own = dominance(moments, 0, [1, 2, 3, 4]);
    close(own.general, fixture.general);
    own.conditional.forEach((row, i) => close(row, fixture.conditional[i]!));
    own.complete.forEach((row, i) => close(row, fixture.complete[i]!));
    expectRelative(own.rSquared, fixture.regression.rSquared, 1e-10);
  });

  test('relative weights', () => close(relativeWeights(moments, 0, [1, 2, 3, 4]), fixture.weights));

  test('moderation', () => {
    const expected = fixture.moderation;
    const own = moderation({ outcome: burnout, predictor: role, moderator: supervision, covariates: [stigma] });
    close(
      own.regression.coefficients.map(({ value }) => value),
      expected.value,
    );
    expectRelative(own.addedRSquared, expected.added, 1e-9);
    own.simpleSlopes.forEach((slope, i) => {
      const { at, value, standardError, p } = expected.slopes[i]!;
      close([slope.at, slope.value, slope.standardError], [at, value, standardError]);
      expectRelative(slope.p, p, 1e-9);
    });
    close(own.johnsonNeyman, expected.johnsonNeyman, 1e-8);
  });

  test('mediation', () => {
    const { a, b, direct, total } = fixture.mediation;
    const own = mediation(moments, { outcome: 0, predictor: 1, mediators: [5, 3], covariates: [4] });
    close([...own.a, ...own.b, own.direct, own.total], [...a, ...b, direct, total]);
    close(own.indirect, [a[0]! * b[0]!, a[1]! * b[1]!]);
    expectRelative(own.direct + own.totalIndirect, own.total, 1e-12);
  });
});

const random = seededRandom(7);
const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
const anyColumns = fc.integer({ min: 2, max: 5 }).chain((k) =>
  fc.array(fc.array(fc.integer({ min: -90, max: 90 }), { minLength: k, maxLength: k }), {
    minLength: 12,
    maxLength: 30,
  }),
);

describe('properties', () => {
  test('shares add up to R squared, whatever the order of the predictors', () => {
    fc.assert(
      fc.property(anyColumns, (rows) => {
        const found = momentsOf(rows);
        const predictors = rows[0]!.slice(1).map((_, i) => i + 1);
        const { general, rSquared } = dominance(found, 0, predictors);
        const fit = regression(found, 0, predictors).rSquared;
        fc.pre(
          !Number.isNaN(fit) &&
            Math.max(...regression(found, 0, predictors).coefficients.map((c) => c.varianceInflation)) < 1e4,
        );
        const sum = (values: ArrayLike<number>) => Array.from(values).reduce((total, value) => total + value, 0);
        expectRelative(sum(general), fit, 1e-8, 1e-10);
        expectRelative(rSquared, fit, 1e-8, 1e-10);
        expectRelative(sum(relativeWeights(found, 0, predictors)), fit, 1e-8, 1e-10);
        const turned = dominance(found, 0, predictors.toReversed()).general;
        general.forEach((value, i) => expectRelative(turned[predictors.length - 1 - i]!, value, 1e-7, 1e-10));
      }),
    );
  });

  test('other units change the coefficients and nothing else', () => {
    fc.assert(
      fc.property(anyColumns, fc.double({ min: 0.01, max: 100, noNaN: true }), (rows, unit) => {
        const predictors = rows[0]!.slice(1).map((_, i) => i + 1);
        const own = regression(momentsOf(rows), 0, predictors);
        fc.pre(own.coefficients.every(({ varianceInflation }) => varianceInflation < 1e4) && own.rSquared < 1 - 1e-6);
        const other = regression(
          momentsOf(rows.map((row) => row.map((x, i) => (i === 1 ? x * unit + 5 : x)))),
          0,
          predictors,
        );
        expectRelative(other.coefficients[0]!.value * unit, own.coefficients[0]!.value, 1e-6, 1e-8);
        expectRelative(other.rSquared, own.rSquared, 1e-8, 1e-9);
        expectRelative(other.coefficients[0]!.standardized, own.coefficients[0]!.standardized, 1e-6, 1e-8);
      }),
    );
  });
});

describe('degenerate', () => {
  const line = [1, 2, 3, 4, 5, 6];
  test('a predictor that is the sum of others: typed as NaN, and it adds nothing to them', () => {
    const rows = line.map((x) => [x + (x % 2), x, x * x, x + x * x]);
    const found = momentsOf(rows);
    const { coefficients, rSquared } = regression(found, 0, [1, 2, 3]);
    expect(coefficients.every(({ value, standardError }) => Number.isNaN(value) && Number.isNaN(standardError))).toBe(
      true,
    );
    expect(rSquared).toBeNaN();
    expect(relativeWeights(found, 0, [1, 2, 3])).toEqual(new Float64Array(3).fill(NaN));
    const { general, rSquared: all } = dominance(found, 0, [1, 2, 3]);
    expectRelative(all, dominance(found, 0, [1, 2]).rSquared, 1e-10);
    expectRelative(
      general.reduce((sum, value) => sum + value, 0),
      all,
      1e-10,
    );
    const robust = robustRegression(
      rows.map((row) => row[0]!),
      [1, 2, 3].map((i) => rows.map((row) => row[i]!)),
    );
    expect(robust.coefficients.every(({ standardError }) => Number.isNaN(standardError))).toBe(true);
  });

  test.each([
    ['nobody', emptyMoments(2)],
    ['one person', momentsOf([[1, 2]])],
    [
      'two persons',
      momentsOf([
        [1, 2],
        [2, 3],
      ]),
    ],
    [
      'a constant predictor',
      momentsOf([
        [1, 2],
        [2, 2],
        [4, 2],
      ]),
    ],
    [
      'a constant outcome',
      momentsOf([
        [1, 2],
        [1, 3],
        [1, 5],
      ]),
    ],
  ])('%s: no standard error', (_, found) => {
    const { coefficients } = regression(found, 0, [1]);
    expect(coefficients[0]!.p).toBeNaN();
    expect(coefficients[0]!.standardError).toBeNaN();
  });

  test('a perfect fit', () => {
    const found = regression(momentsOf(line.map((x) => [2 * x + 1, x])), 0, [1]);
    expectRelative(found.coefficients[0]!.value, 2, 1e-12);
    expectRelative(found.intercept.value, 1, 1e-10);
    expect(found.rSquared).toBe(1);
    expect(found.coefficients[0]!.p).toBe(0);
  });

  test('no predictors: the mean', () => {
    const found = regression(momentsOf([[1], [2], [6]]), 0, []);
    expect(found).toMatchObject({ rSquared: 0, df: 2, coefficients: [], f: NaN });
    expectRelative(found.intercept.value, 3, 1e-12);
    expectRelative(found.intercept.standardError, Math.sqrt(7 / 3), 1e-12);
    expect(dominance(momentsOf([[1], [2]]), 0, [])).toMatchObject({ rSquared: 0 });
  });

  test('programming errors', () => {
    expect(() => regression(moments, 0, [9])).toThrow(RangeError);
    expect(() => regression(moments, 0, [0, 1])).toThrow(RangeError);
    expect(() => regression(moments, 0, [1], 1)).toThrow(RangeError);
    expect(() => robustRegression([1, 2], [[1]])).toThrow(RangeError);
    expect(() => robustRegression([1, 2], [[1, 2]], { type: 'CR1' })).toThrow(RangeError);
    expect(() =>
      dominance(
        moments,
        0,
        Array.from({ length: 19 }, () => 1),
      ),
    ).toThrow(RangeError);
    expect(() => mediation(moments, { outcome: 0, predictor: 1, mediators: [] })).toThrow(RangeError);
    expect(() => bootstrapFigures(() => [1], [[1, 2]], { draws: 0 })).toThrow(RangeError);
    expect(() => bootstrapFigures(() => [1], [[1, 2]], { level: 0 })).toThrow(RangeError);
  });

  test('huge and tiny units', () => {
    for (const unit of [1e100, 1e-100]) {
      const scaled = momentsOfColumns(columns.map((column) => column.map((x) => x * unit)));
      const own = regression(scaled, 0, [1, 2, 3, 4]);
      expectRelative(own.rSquared, fixture.regression.rSquared, 1e-10);
      close(
        own.coefficients.map(({ value }) => value),
        fixture.regression.value.slice(1),
        1e-9,
      );
    }
  });
});

describe('bootstrap', () => {
  const shares = (m: Moments) => dominance(m, 0, [1, 2, 3]).general;

  test('holds the estimate, is seeded, and is wider for whole teams', () => {
    const rows = bootstrapFigures(shares, columns, { draws: 400, seed: 3 });
    expect(rows).toEqual(bootstrapFigures(shares, columns, { draws: 400, seed: 3 }));
    close(
      rows.map(({ estimate }) => estimate),
      Array.from(shares(moments)),
    );
    for (const { estimate, lower, upper } of rows) {
      expect(lower).toBeLessThan(estimate);
      expect(upper).toBeGreaterThan(estimate);
    }
    const slope = (m: Moments) => [regression(m, 0, [1]).intercept.value];
    const constantWithinTeams = teams.map((team) => Number(team) % 5);
    const doubled = [constantWithinTeams.map((x) => x + normal() * 0.1), constantWithinTeams];
    const [alone] = bootstrapFigures(slope, doubled, { draws: 300, method: 'percentile' });
    const [clustered] = bootstrapFigures(slope, doubled, { draws: 300, method: 'percentile', clusters: teams });
    expect(clustered!.usable).toBeGreaterThan(290);
    expect(alone!.usable).toBe(300);
  });

  test('a mean of clusters: the interval is that of drawing their moments', () => {
    const values = teams.map((team) => Number(team));
    const mean = (m: Moments) => [m.means[0]!];
    const [found] = bootstrapFigures(mean, [values], { clusters: teams, draws: 4000, method: 'percentile', seed: 5 });
    const alone = bootstrapFigures(mean, [values], { draws: 4000, method: 'percentile', seed: 5 })[0]!;
    // people of one team are alike here: as much is known as from twelve persons
    expect(found!.upper - found!.lower).toBeGreaterThan(2 * (alone.upper - alone.lower));
  });

  test('a figure that does not exist', () => {
    const [found] = bootstrapFigures(() => [NaN], [[1, 2, 3]], { draws: 10, method: 'percentile' });
    expect(found).toMatchObject({ estimate: NaN, lower: NaN, upper: NaN, usable: 0 });
  });

  test.each(['bca', 'percentile'] as const)('fewer than two rows or clusters have no interval: %s', (method) => {
    const mean = (m: Moments) => [m.means[0]!];
    const of = (values: number[], clusters?: string[]) =>
      bootstrapFigures(mean, [values], { draws: 10, method, ...(clusters === undefined ? {} : { clusters }) })[0]!;
    const none = { lower: NaN, upper: NaN, level: 0.95, usable: 0 };
    expect(of([1, 2, 6], ['a', 'a', 'a'])).toEqual({ estimate: 3, ...none });
    expect(of([4])).toEqual({ estimate: 4, ...none });
    expect(of([], [])).toEqual({ ...of([]), ...none });
    const two = of([1, 2, 6], ['a', 'a', 'b']);
    expect([two.estimate, two.usable]).toEqual([3, 10]);
  });
});

test('shards merge: regression of the whole is that of the merged parts', () => {
  const part = (from: number, to: number) => momentsOfColumns(columns.map((column) => column.slice(from, to)));
  const merged = mergeMoments(part(0, 30), part(30, 75));
  close(
    regression(merged, 0, [1, 2]).coefficients.map(({ p }) => p),
    regression(moments, 0, [1, 2]).coefficients.map(({ p }) => p),
    1e-9,
  );
});
