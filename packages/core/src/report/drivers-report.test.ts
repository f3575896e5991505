import { describe, expect, test } from 'vitest';
import { type DriversReportInput, driversReport } from './drivers-report.ts';

const variable = (id: string, values: readonly number[]) => ({
  id,
  name: { en: id },
  values: Float64Array.from(values),
});
const n = 24;
const y = Array.from({ length: n }, (_, i) => ((i * 11) % 24) / 4);
const x = y.map((value, i) => value + ((i * 5) % 7));
const z = y.map((_, i) => (i * 13) % 9);
const base: DriversReportInput = {
  instrument: null,
  file: 'answers',
  rows: n,
  outcome: variable('y', y),
  predictors: [variable('x', x), variable('z', z)],
};
const options = { draws: 40 };

test('shares add up to R squared, and to all of what is explained', () => {
  const { predictors, rSquared } = driversReport(base, options);
  expect(predictors.reduce((sum, { share }) => sum + share.value!, 0)).toBeCloseTo(rSquared.value!, 12);
  expect(predictors.reduce((sum, { shareOfExplained }) => sum + shareOfExplained!, 0)).toBeCloseTo(1, 12);
});

test('who lacks a variable, or a team, is left out and counted', () => {
  const teams = y.map((_, i) => (i === 0 ? '' : `t${i % 6}`));
  const report = driversReport({ ...base, outcome: variable('y', y.with(5, NaN)), teams }, options);
  expect([report.n, report.nDropped, report.teams]).toEqual([n - 2, 2, 6]);
  expect(report.issues.map(({ code }) => code)).toEqual(expect.arrayContaining(['no-team', 'few-teams']));
});

test('a two-valued moderator has a slope at each of its values, those of each half by itself', () => {
  const half = y.map((_, i) => i % 2);
  const report = driversReport({ ...base, predictors: [variable('x', x)], moderator: variable('half', half) }, options);
  const [moderation] = report.moderations;
  expect(moderation!.slopes.map(({ at }) => at)).toEqual([0, 1]);
  for (const { at, slope } of moderation!.slopes) {
    const rows = half.flatMap((value, row) => (value === at ? [row] : []));
    const alone = driversReport(
      {
        ...base,
        outcome: variable(
          'y',
          rows.map((row) => y[row]!),
        ),
        predictors: [
          variable(
            'x',
            rows.map((row) => x[row]!),
          ),
        ],
      },
      options,
    );
    expect(slope.value).toBeCloseTo(alone.predictors[0]!.coefficient.value!, 10);
  }
});

test('a mediator takes part of the total', () => {
  const report = driversReport(
    {
      ...base,
      mediator: variable(
        'm',
        x.map((value, i) => value + (i % 3)),
      ),
    },
    options,
  );
  for (const { indirect, direct, total } of report.mediations)
    expect(indirect.value! + direct!).toBeCloseTo(total!, 10);
});

test.each([1e150, 1e-150])('predictors of size %d have the same shares', (size) => {
  const report = driversReport(
    {
      ...base,
      predictors: [
        variable(
          'x',
          x.map((value) => value * size),
        ),
        variable('z', z),
      ],
    },
    options,
  );
  expect(report.predictors[0]!.share.value).toBeCloseTo(driversReport(base, options).predictors[0]!.share.value!, 9);
});

describe('degenerate data', () => {
  test.each<[string, Partial<DriversReportInput>]>([
    ['nobody', { outcome: variable('y', []), predictors: [variable('x', []), variable('z', [])] }],
    [
      'all missing',
      {
        outcome: variable(
          'y',
          y.map(() => NaN),
        ),
      },
    ],
    [
      'constant outcome',
      {
        outcome: variable(
          'y',
          y.map(() => 3),
        ),
      },
    ],
    [
      'constant predictor',
      {
        predictors: [
          variable(
            'x',
            x.map(() => 3),
          ),
          variable('z', z),
        ],
      },
    ],
    [
      'collinear',
      {
        predictors: [
          variable('x', x),
          variable(
            'z',
            x.map((value) => 2 * value),
          ),
        ],
      },
    ],
    ['one team', { teams: y.map(() => 'a'), mediator: variable('m', y.toReversed()) }],
    ['no team at all', { teams: y.map(() => '') }],
  ])('%s: no NaN, and a note', (_, part) => {
    const report = driversReport({ ...base, ...part }, options);
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
    expect(report.issues.length).toBeGreaterThan(0);
  });
});

test.each<[string, Partial<DriversReportInput>]>([
  ['no predictor', { predictors: [] }],
  ['a predictor twice', { predictors: [variable('x', x), variable('x', x)] }],
  ['the outcome as predictor', { predictors: [variable('y', y)] }],
  ['the outcome as moderator', { moderator: variable('y', y) }],
  ['a predictor as mediator', { mediator: variable('x', x) }],
  ['another length', { predictors: [variable('x', [1, 2])] }],
  ['teams of another length', { teams: ['a'] }],
])('%s is refused', (_, part) => {
  expect(() => driversReport({ ...base, ...part }, options)).toThrow(/^Unexpected /);
});
