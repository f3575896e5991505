import { expectRelative, loadFixture } from '@peerscale/test-utils';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../random/index.ts';
import { fixedTerm } from './fixed-tests.ts';
import {
  type FixedColumn,
  groupIds,
  likelihoodRatioTest,
  type MixedModel,
  mixedModel,
  type RandomGroup,
  treatmentContrasts,
} from './index.ts';
import { orthonormalColumns } from './orthonormal-columns.ts';

interface Fit {
  deviance: number;
  aic: number;
  bic: number;
  fixed: number[];
  standardErrors: number[];
  df: number[];
  p: number[];
  covariances: number[][];
  components: { group: string; first?: string | null; second?: string | null; variance: number }[];
  effects: { name: string; members: number[]; values: number[][]; sds: number[][] }[];
  singular: boolean;
}
interface Joint {
  f: number;
  df: number;
  p: number;
}
type Column = 'wave' | 'team' | 'person' | 'clarity' | 'setting' | 'burnout';
interface Set extends Record<Column, number[]> {
  name: string;
  REML: Fit;
  ML: Fit;
  kenwardRoger: { covariances: number[][]; df: number[] };
  joint?: { kenwardRoger: Joint; satterthwaite: Joint };
}
interface Fixture {
  rVersion: string;
  versions: Record<string, string>;
  sets: Set[];
  nlme: { deviance: number; fixed: number[]; standardErrors: number[] };
  likelihoodRatio: { chiSquared: number; df: number; p: number };
  henderson: { means: number[]; standardErrors: number[] };
}
const fixture = loadFixture<Fixture>('../../fixtures/multilevel/multilevel.json', import.meta.url);

/** the model of each set, in their order; all columns are one term */
function designOf(set: Set, place: number): { outcome: number[]; fixed: FixedColumn[]; groups: RandomGroup[] } {
  const wave = { name: 'wave', values: set.wave };
  const waves = treatmentContrasts('wave', set.wave);
  const clarity = { name: 'clarity', values: set.clarity };
  const setting = { name: 'setting', values: set.setting };
  const person = { name: 'person', ids: set.person };
  const team = { name: 'team', ids: set.team };
  const designs: [FixedColumn[], RandomGroup[]][] = [
    [[...waves, clarity], [person]],
    [[clarity, setting], [team]],
    [
      [...waves, clarity, setting],
      [team, person],
    ],
    [[clarity], [team]],
    [
      [...waves, clarity],
      [team, person],
    ],
    [[wave, clarity], [{ ...person, slope: wave }]],
    [[wave], [{ ...person, slope: wave }]],
    [
      [wave, setting],
      [{ ...team, slope: wave }, person],
    ],
  ];
  const [fixed, groups] = designs[place]!;
  return { outcome: set.burnout, fixed: fixed.map((column) => ({ ...column, term: 'all' })), groups };
}
const close = (own: ArrayLike<number>, expected: ArrayLike<number>, relative: number, absolute = 0) => {
  expect(own).toHaveLength(expected.length);
  for (let i = 0; i < expected.length; i++) expectRelative(own[i]!, expected[i]!, relative, absolute);
};
const componentsOf = ({ groups, residual }: MixedModel) => {
  const found = new Map([['Residual', residual.variance]]);
  for (const { name, variance, slope } of groups) {
    found.set(`${name}(Intercept)`, variance);
    if (slope === undefined) continue;
    found.set(`${name}${slope.name}`, slope.variance);
    found.set(`${name}(Intercept)${slope.name}`, slope.covariance);
  }
  return found;
};

// The two optimisers stop within 1e-7 of theta, which leaves the deviance alone and shows in what depends on it; effects of
// single members, some of them near 0, are held to 1e-5 of an effect of ordinary size. lmerTest differentiates numerically.
describe.each(fixture.sets.map((set, place) => ({ name: set.name, set, place })))(
  `agrees with ${fixture.rVersion}: $name`,
  ({ set, place }) => {
    const design = designOf(set, place);

    test.each(['REML', 'ML'] as const)('%s: lme4 and Satterthwaite', (method) => {
      const expected = set[method];
      const own = mixedModel(design, { method });
      expect(own.deviance).toBeLessThan(expected.deviance + 1e-8);
      expectRelative(own.deviance, expected.deviance, 0, 1e-6);
      expectRelative(own.aic, expected.aic, 0, 1e-6);
      expectRelative(own.bic, expected.bic, 0, 1e-6);
      expect(own).toMatchObject({ singular: expected.singular, converged: true, excluded: 0, n: set.wave.length });
      expect(own.issues).toEqual(expected.singular ? ['singular'] : []);
      const { fixed } = own;
      close(
        fixed.map(({ value }) => value),
        expected.fixed,
        1e-5,
        1e-6,
      );
      close(
        fixed.map(({ standardError }) => standardError),
        expected.standardErrors,
        1e-5,
      );
      close(
        own.covariances.flatMap((row) => [...row]),
        expected.covariances.flat(),
        1e-5,
        1e-8,
      );
      close(
        fixed.map(({ df }) => df),
        expected.df,
        1e-4,
      );
      close(
        fixed.map(({ p }) => p),
        expected.p,
        1e-3,
        1e-8,
      );
      const components = componentsOf(own);
      for (const { group, first, second, variance } of expected.components) {
        expectRelative(components.get(`${group}${first ?? ''}${second ?? ''}`)!, variance, 1e-5, 1e-6);
      }
      for (const { name, members, values, sds } of expected.effects) {
        const predicted = own.predicted.find((one) => one.name === name)!;
        expect(Array.from(predicted.ids)).toEqual(members);
        const of = (rows: number[][], column: number) => rows.map((row) => row[column]!);
        close(predicted.intercepts, of(values, 0), 1e-5, 1e-5);
        close(predicted.interceptStandardErrors, of(sds, 0), 1e-5, 1e-9);
        if (predicted.slopes === undefined) continue;
        close(predicted.slopes, of(values, 1), 1e-5, 1e-5);
        close(predicted.slopeStandardErrors!, of(sds, 1), 1e-5);
      }
    });

    test('Kenward-Roger: pbkrtest', () => {
      const own = mixedModel(design, { degreesOfFreedom: 'kenward-roger' });
      close(
        own.fixed.map(({ df }) => df),
        set.kenwardRoger.df,
        1e-5,
      );
      close(
        own.covariances.flatMap((row) => [...row]),
        set.kenwardRoger.covariances.flat(),
        1e-5,
        1e-8,
      );
      expectRelative(own.fixed[1]!.standardError, Math.sqrt(set.kenwardRoger.covariances[1]![1]!), 1e-5);
    });

    test.runIf(set.joint)('F tests of all columns', () => {
      const { kenwardRoger, satterthwaite } = set.joint!;
      for (const [degreesOfFreedom, expected] of [
        ['kenward-roger', kenwardRoger],
        ['satterthwaite', satterthwaite],
      ] as const) {
        const [term, ...others] = mixedModel(design, { degreesOfFreedom }).terms;
        expect(others).toEqual([]);
        expect(term).toMatchObject({ name: 'all', numeratorDf: design.fixed.length });
        close([term!.f, term!.denominatorDf, term!.p], [expected.f, expected.df, expected.p], 1e-5);
      }
    });
  },
);

describe(`agrees with ${fixture.rVersion}`, () => {
  const nested = mixedModel(designOf(fixture.sets[2]!, 2));

  test('nlme', () => {
    const { deviance, fixed, standardErrors } = fixture.nlme;
    expectRelative(nested.deviance, deviance, 0, 1e-6);
    close(
      nested.fixed.map(({ value }) => value),
      fixed,
      1e-5,
    );
    close(
      nested.fixed.map(({ standardError }) => standardError),
      standardErrors,
      1e-5,
    );
  });

  test("team means and their prediction errors: Henderson's equations", () => {
    const [teams] = nested.predicted;
    close(teams!.means, fixture.henderson.means, 1e-6);
    close(teams!.meanStandardErrors, fixture.henderson.standardErrors, 1e-6);
    const set = fixture.sets[2]!;
    expect(teams!.rows[0]).toBe(set.team.filter((team) => team === set.team[0]).length);
  });

  test('likelihood ratio', () => {
    const { outcome, fixed, groups } = designOf(fixture.sets[5]!, 5);
    const { name, ids } = groups[0]!;
    const larger = mixedModel({ outcome, fixed, groups }, { method: 'ML' });
    const smaller = mixedModel({ outcome, fixed, groups: [{ name, ids }] }, { method: 'ML' });
    const { chiSquared, df, p } = fixture.likelihoodRatio;
    const own = likelihoodRatioTest(smaller, larger);
    close([own.chiSquared, own.df, own.p], [chiSquared, df, p], 1e-7);
    // half of chi-squared with 1, half with 2 degrees of freedom
    expectRelative(own.boundaryP, (p + 0.001516808) / 2, 1e-2);
  });
});

describe('likelihoodRatioTest', () => {
  const { outcome, fixed, groups } = designOf(fixture.sets[2]!, 2);
  const fit = (columns: FixedColumn[], some: RandomGroup[], method: 'REML' | 'ML' = 'ML') =>
    mixedModel({ outcome, fixed: columns, groups: some }, { method });

  test('one variance: half of p; fixed effects: no boundary', () => {
    const variance = likelihoodRatioTest(fit(fixed, groups.slice(1), 'REML'), fit(fixed, groups, 'REML'));
    expect(variance.df).toBe(1);
    expectRelative(variance.boundaryP, variance.p / 2, 1e-12);
    const effects = likelihoodRatioTest(fit(fixed.slice(0, 2), groups), fit(fixed, groups));
    expect(effects).toMatchObject({ df: 2, boundaryP: NaN });
  });

  test('what cannot be compared', () => {
    const [small, large] = [fit(fixed.slice(1), groups), fit(fixed, groups)];
    expect(() => likelihoodRatioTest(large, small)).toThrow(RangeError);
    expect(() => likelihoodRatioTest(small, fit(fixed, groups, 'REML'))).toThrow(RangeError);
    expect(() => likelihoodRatioTest(fit(fixed.slice(1), groups, 'REML'), fit(fixed, groups, 'REML'))).toThrow(
      RangeError,
    );
    const fewer = mixedModel({ outcome: [NaN, ...outcome.slice(1)], fixed, groups }, { method: 'ML' });
    expect(() => likelihoodRatioTest(small, fewer)).toThrow(RangeError);
  });
});

/** -2 log likelihood written out on the covariance matrix of all rows */
function denseDeviance(
  outcome: readonly number[],
  columns: readonly (readonly number[])[],
  covariance: (i: number, j: number) => number,
  restricted: boolean,
): number {
  const n = outcome.length;
  const lower = outcome.map(() => new Float64Array(n));
  let log = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = covariance(i, j);
      for (let m = 0; m < j; m++) sum -= lower[i]![m]! * lower[j]![m]!;
      lower[i]![j] = i === j ? Math.sqrt(sum) : sum / lower[j]![j]!;
    }
    log += 2 * Math.log(lower[i]![i]!);
  }
  const whitened = [...columns, outcome].map((column) => {
    const x = Float64Array.from(column);
    for (let i = 0; i < n; i++) {
      for (let m = 0; m < i; m++) x[i]! -= lower[i]![m]! * x[m]!;
      x[i]! /= lower[i]![i]!;
    }
    return x;
  });
  // Gram-Schmidt: what is left of each column squares to the determinant of X'V^-1 X, of the outcome to the residuals
  const squares = whitened.map((column, c) => {
    for (let other = 0; other < c; other++) {
      const along = column.reduce((sum, value, i) => sum + value * whitened[other]![i]!, 0);
      column.forEach((value, i) => (column[i] = value - along * whitened[other]![i]!));
    }
    const left = column.reduce((sum, value) => sum + value * value, 0);
    column.forEach((value, i) => (column[i] = value / Math.sqrt(left)));
    return left;
  });
  const residual = squares.pop()!;
  if (restricted) for (const left of squares) log += Math.log(left);
  return log + residual + (n - (restricted ? columns.length : 0)) * Math.log(2 * Math.PI);
}

const design = fc.record({
  seed: fc.integer({ min: 1, max: 1e6 }),
  persons: fc.integer({ min: 4, max: 9 }),
  teams: fc.integer({ min: 2, max: 4 }),
  moving: fc.constantFrom(0, 0.3),
  slope: fc.boolean(),
  restricted: fc.boolean(),
});

test('the deviance is that of the covariances written out, and no change of the variances betters it', () => {
  fc.assert(
    fc.property(design, ({ seed, persons, teams, moving, slope, restricted }) => {
      const random = seededRandom(seed);
      const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
      const [person, team, wave, outcome]: number[][] = [[], [], [], []];
      const [ofTeam, ofPerson] = [Array.from({ length: teams }, normal), Array.from({ length: persons }, normal)];
      for (let p = 0; p < persons; p++) {
        for (let w = 1; w <= 4; w++) {
          if (w > 2 && random() < 0.2) continue;
          person!.push(p);
          team!.push(random() < moving ? Math.floor(random() * teams) : p % teams);
          wave!.push(w);
          outcome!.push(ofTeam[team!.at(-1)!]! + ofPerson[p]! * (1 + (slope ? w / 4 : 0)) + normal());
        }
      }
      const column = { name: 'wave', values: wave! };
      const own = mixedModel(
        {
          outcome: outcome!,
          fixed: [column],
          groups: [
            { name: 'person', ids: person!, ...(slope ? { slope: column } : {}) },
            { name: 'team', ids: team! },
          ],
        },
        { method: restricted ? 'REML' : 'ML', degreesOfFreedom: 'infinite' },
      );
      if (own.issues.includes('not-identified')) return;
      const [p, t] = own.groups;
      const start = [
        p!.variance,
        p!.slope?.covariance ?? 0,
        p!.slope?.variance ?? 0,
        t!.variance,
        own.residual.variance,
      ];
      const constant = outcome!.map(() => 1);
      const at = ([a, b, c, d, e]: number[]) =>
        denseDeviance(
          outcome!,
          [constant, wave!],
          (i, j) =>
            (person![i] === person![j] ? a! + b! * (wave![i]! + wave![j]!) + c! * wave![i]! * wave![j]! : 0) +
            (team![i] === team![j] ? d! : 0) +
            (i === j ? e! : 0),
          restricted,
        );
      expectRelative(own.deviance, at(start), 1e-8, 1e-7);
      for (let i = 0; i < 5; i++) {
        if (!slope && (i === 1 || i === 2)) continue;
        for (const change of [-0.02, 0.02]) {
          const moved = start.slice();
          // a variance of 0 goes up as well, by a share of the residual one
          const unit = i === 1 ? Math.sqrt(start[0]! * start[2]!) : Math.max(start[i]!, 0.05 * start[4]!);
          moved[i] = i === 1 ? moved[1]! + change * unit : Math.max(moved[i]! + change * unit, 0);
          if (slope && moved[1]! ** 2 > moved[0]! * moved[2]!) continue; // no covariance matrix
          expect(at(moved)).toBeGreaterThan(own.deviance - 1e-7);
        }
      }
    }),
    // the covariance of intercept and slope changes its sign on the way
    { examples: [[{ seed: 546951, persons: 5, teams: 4, moving: 0.3, slope: true, restricted: true }]] },
  );
});

describe('units and order do not matter', () => {
  const { outcome, fixed, groups } = designOf(fixture.sets[7]!, 7);
  const own = mixedModel({ outcome, fixed, groups });

  test('rows in another order, and ids far apart', () => {
    const order = outcome.map((_, row) => row).sort((a, b) => ((a * 37) % 181) - ((b * 37) % 181));
    const moved = <T>(values: ArrayLike<T>): T[] => order.map((row) => values[row]!);
    const slope = { name: 'wave', values: moved(fixed[0]!.values) };
    const other = mixedModel({
      outcome: moved(outcome),
      fixed: fixed.map((column) => ({ ...column, values: moved(column.values) })),
      groups: [
        { name: 'team', ids: moved(groups[0]!.ids).map((id) => 2_000_000_000 - id), slope },
        { name: 'person', ids: moved(groups[1]!.ids) },
      ],
    });
    expectRelative(other.deviance, own.deviance, 1e-12);
    close([...other.predicted[0]!.means].reverse(), own.predicted[0]!.means, 1e-6);
    expect(other.predicted[0]!.ids[0]).toBe(2_000_000_000 - 10);
  });

  test.each([
    [1e150, 1],
    [1e-150, 1],
    [1, 1e9],
    [1e-8, 1e-9],
  ])('outcome times %d, wave times %d', (factor, unit) => {
    const wave = { name: 'wave', values: Array.from(fixed[0]!.values, (value) => value * unit) };
    const other = mixedModel(
      {
        outcome: outcome.map((value) => value * factor),
        fixed: [{ ...wave, term: 'all' }, fixed[1]!],
        groups: [{ ...groups[0]!, slope: wave }, groups[1]!],
      },
      { degreesOfFreedom: 'kenward-roger' },
    );
    const same = mixedModel({ outcome, fixed, groups }, { degreesOfFreedom: 'kenward-roger' });
    close(
      other.fixed.map(({ t }) => t),
      same.fixed.map(({ t }) => t),
      1e-6,
    );
    close(
      other.groups.map(({ share }) => share),
      own.groups.map(({ share }) => share),
      1e-5,
    );
    expectRelative(other.terms[0]!.f, same.terms[0]!.f, 1e-6);
    expectRelative(other.groups[0]!.slope!.sd, (own.groups[0]!.slope!.sd * factor) / unit, 1e-5);
    expectRelative(other.fixed[1]!.value, (own.fixed[1]!.value * factor) / unit, 1e-6);
  });

  test('shares of the levels add up to 1', () => {
    const shares = own.groups.map(({ share }) => share);
    expectRelative(
      shares.reduce((sum, share) => sum + share, own.residual.share),
      1,
      1e-12,
    );
  });

  test('a mean far from 0 costs no digits', () => {
    const far = mixedModel({ outcome: outcome.map((value) => value + 1e6), fixed, groups });
    expectRelative(far.fixed[1]!.standardError, own.fixed[1]!.standardError, 1e-6);
    expectRelative(far.fixed[0]!.value, own.fixed[0]!.value + 1e6, 1e-12);
  });
});

describe('what has no figures, and says why', () => {
  const ids = [0, 0, 0, 1, 1, 1, 2, 2, 2];
  const outcome = [3, 4, 5, 1, 2, 2, 4, 4, 5];
  const team = { name: 'team', ids };
  const x = { name: 'x', values: [1, 2, 3, 1, 2, 3, 1, 2, 4] };

  test('the example', () => {
    const own = mixedModel({ outcome, fixed: [], groups: [team] });
    expectRelative(own.groups[0]!.share, 0.7761, 1e-4);
    expect(own.terms).toEqual([]);
    expect(own.fixed).toHaveLength(1);
  });

  test.each([
    ['nobody', [], [], [], 'too-few-rows'],
    ['one row', [3], [1], [0], 'too-few-rows'],
    ['everything missing', [NaN, NaN, NaN], [1, 2, 3], [0, 1, 1], 'too-few-rows'],
    ['a constant outcome', outcome.map(() => 4), x.values, ids, 'no-residual-variance'],
    [
      'an outcome that the fixed part explains',
      x.values.map((value) => 2 * value + 1),
      x.values,
      ids,
      'no-residual-variance',
    ],
    ['an outcome that the groups explain', ids.map((id) => id * id + 1), x.values, ids, 'no-residual-variance'],
    ['one team', outcome, x.values, ids.map(() => 5), 'too-few-members'],
    ['a team a row', outcome, x.values, ids.map((_, row) => row), 'not-identified'],
  ])('%s', (_, y, values, members, issue) => {
    const own = mixedModel({ outcome: y, fixed: [{ name: 'x', values }], groups: [{ name: 'team', ids: members }] });
    expect(own.issues).toEqual([issue]);
    expect(own).toMatchObject({ deviance: NaN, converged: false, predicted: [], residual: { variance: NaN } });
    expect(own.fixed.map(({ name, value }) => [name, value])).toEqual([
      ['(Intercept)', NaN],
      ['x', NaN],
    ]);
  });

  test('a slope over a column that does not vary', () => {
    const slope = { name: 'one', values: outcome.map(() => 7) };
    const own = mixedModel({ outcome, fixed: [], groups: [{ ...team, slope }] });
    expect(own.issues).toEqual(['not-identified']);
    expect(own.groups[0]!.slope!.variance).toBeNaN();
  });

  test('a column that is a sum of others has no figures, the rest is as without it', () => {
    const sum = { name: 'sum', values: x.values.map((value) => 3 - value / 2) };
    const own = mixedModel({ outcome, fixed: [x, sum], groups: [team] });
    const without = mixedModel({ outcome, fixed: [x], groups: [team] });
    expect(own.issues).toEqual(['collinear-columns']);
    expect(own.fixed[2]).toMatchObject({ name: 'sum', value: NaN, p: NaN });
    expect(own.fixed[1]).toEqual(without.fixed[1]);
    expect(own.terms[0]).toEqual(without.terms[0]);
    expect(own.terms[1]).toMatchObject({ name: 'sum', numeratorDf: 0, f: NaN, p: NaN });
    expect(own.deviance).toBe(without.deviance);
  });

  test('the same group twice cannot be told apart', () => {
    const own = mixedModel({ outcome, fixed: [x], groups: [team, { name: 'again', ids }] });
    const once = mixedModel({ outcome, fixed: [x], groups: [team] });
    expectRelative(own.deviance, once.deviance, 1e-9);
    expect(own.issues).toEqual(['flat']);
  });

  test('rows with NaN or an unknown team are left out and counted', () => {
    const own = mixedModel({
      outcome: [NaN, ...outcome, 9, 9],
      fixed: [{ name: 'x', values: [1, ...x.values, NaN, 2] }],
      groups: [{ name: 'team', ids: [0, ...ids, 1, -1] }],
    });
    expect(own).toMatchObject({ n: 9, excluded: 3 });
    expect(own.deviance).toBe(mixedModel({ outcome, fixed: [x], groups: [team] }).deviance);
  });

  test('without an intercept, and without any fixed column', () => {
    const own = mixedModel({ outcome, fixed: [], groups: [team] }, { intercept: false });
    expect(own.fixed).toEqual([]);
    expect(own.converged).toBe(true);
    // ML of the one-way model about 0
    const covariance = (i: number, j: number) =>
      (ids[i] === ids[j] ? own.groups[0]!.variance : 0) + (i === j ? own.residual.variance : 0);
    expectRelative(own.deviance, denseDeviance(outcome, [], covariance, true), 1e-10);
    const one = mixedModel(
      { outcome, fixed: [{ name: 'one', values: ids.map(() => 1) }], groups: [team] },
      { intercept: false },
    );
    expect(one.terms).toHaveLength(1);
    expectRelative(one.terms[0]!.f, one.fixed[0]!.t ** 2, 1e-10);
  });

  test('nothing is changed, and only the groups wanted are predicted', () => {
    const groups = Object.freeze([Object.freeze({ name: 'team', ids: Object.freeze(ids) as number[] })]);
    const data = Object.freeze({ outcome: Object.freeze(outcome) as number[], fixed: Object.freeze([x]), groups });
    expect(mixedModel(data, { predict: [] }).predicted).toEqual([]);
    expect(mixedModel(data, { degreesOfFreedom: 'infinite' }).fixed[0]!.df).toBe(Infinity);
  });

  test.each([
    ['level', { level: 1 }, {}],
    ['method', { method: 'ML', degreesOfFreedom: 'kenward-roger' }, {}],
    ['group to predict', { predict: ['ward'] }, {}],
    ['number of groups', {}, { groups: [] }],
    ['name, used twice: team', {}, { groups: [team, team] }],
    ['name, used twice: x', {}, { fixed: [x, x] }],
    ['rows of x', {}, { fixed: [{ name: 'x', values: [1] }] }],
    ['rows of team', {}, { groups: [{ name: 'team', ids: [1] }] }],
    ['value of outcome in row 1: Infinity', {}, { outcome: [1, Infinity, 3, 4, 5, 6, 7, 8, 9] }],
    ['id of team in row 0: 0.5', {}, { groups: [{ name: 'team', ids: ids.map((id) => id + 0.5) }] }],
  ] as const)('refuses an unexpected %s', (text, options, changed) => {
    const data = { outcome, fixed: [x], groups: [team], ...changed };
    expect(() => mixedModel(data, options)).toThrow(RangeError);
    expect(() => mixedModel(data, options)).toThrow(text);
  });
});

describe('parts', () => {
  test('columns that hardly differ are made orthonormal to rounding', () => {
    const column = (seed: number) => Float64Array.from({ length: 50 }, (_, i) => 5 + Math.sin(seed * (i + 1)));
    const [first, other, outcome] = [column(1), column(2), column(3)];
    const second = first.map((value, i) => value + 1e-7 * other[i]!);
    const own = orthonormalColumns([first, second], outcome);
    const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, i) => sum + value * b[i]!, 0);
    const [a, b] = own.columns;
    close([dot(a!, a!), dot(b!, b!), dot(a!, b!), dot(b!, own.residuals)], [1, 1, 0, 0], 1e-14, 1e-14);
    // back to the columns as they came: least squares
    const effects = own.back.map((row) => dot(row, own.leastSquares));
    const left = outcome.map((value, i) => value - effects[0]! * first[i]! - effects[1]! * second[i]!);
    expectRelative(Math.sqrt(dot(left, left)), own.length, 1e-8);
  });

  test('an F of axes of which one has 2 degrees of freedom or fewer has 2, as in lmerTest', () => {
    const covariances = [Float64Array.of(1, 0), Float64Array.of(0, 2)];
    const inference = { effects: Float64Array.of(1, 2), covariances, df: ([a]: Float64Array) => (a === 0 ? 1.5 : 9) };
    const contrasts = [Float64Array.of(1, 0), Float64Array.of(0, 1)];
    expect(fixedTerm(inference, 'both', contrasts)).toMatchObject({ f: 1.5, denominatorDf: 2, numeratorDf: 2 });
  });
});

describe('helpers', () => {
  test('groupIds', () => {
    expect(groupIds(['north', 'south', 'north'])).toEqual({ ids: Int32Array.of(0, 1, 0), labels: ['north', 'south'] });
    const nested = groupIds(['a', 'a', 'b', 'b', null], [1, 2, 1, NaN, 3]);
    expect(nested).toEqual({ ids: Int32Array.of(0, 1, 2, -1, -1), labels: ['a / 1', 'a / 2', 'b / 1'] });
    expect(groupIds(['a / b', 'a'], ['c', 'b / c']).ids).toEqual(Int32Array.of(0, 1));
    expect(() => groupIds(['a'], [])).toThrow(RangeError);
    expect(() => groupIds()).toThrow(RangeError);
  });

  test('treatmentContrasts', () => {
    const [two, ten] = treatmentContrasts('wave', [10, 1, 2, NaN]);
    expect(two).toEqual({ name: 'wave 2', term: 'wave', values: Float64Array.of(0, 0, 1, NaN) });
    expect(ten!.values).toEqual(Float64Array.of(1, 0, 0, NaN));
    const [inpatient] = treatmentContrasts('setting', ['inpatient', 'community', ''], ['community', 'inpatient']);
    expect(inpatient!.values).toEqual(Float64Array.of(1, 0, NaN));
    expect(() => treatmentContrasts('setting', ['ward'], ['community'])).toThrow('ward');
  });
});
