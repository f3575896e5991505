import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adHocInstrument } from '../instrument/index.ts';
import { tableOfColumns } from '../responses/index.ts';
import { teamAgreementReport } from './team-agreement-report.ts';

const instrument = adHocInstrument({ items: ['A1', 'A2'], reverse: ['A2'], minimum: 1, maximum: 5 });
const reportOf = (
  rows: readonly (readonly [number | null, number | null])[],
  teams: readonly string[],
  options = {},
) => {
  const table = tableOfColumns(rows.length, [
    { item: 'A1', codes: rows.map(([a]) => a) },
    { item: 'A2', codes: rows.map(([, b]) => b) },
  ]);
  return teamAgreementReport({ file: 'answers', rows: rows.length }, instrument, table, teams, {
    draws: 20,
    ...options,
  });
};

describe('degenerate teams', () => {
  test.each<[string, (readonly [number | null, number | null])[], string[]]>([
    ['nobody', [], []],
    ['one', [[3, 3]], ['a']],
    [
      'all alike',
      Array.from({ length: 12 }, () => [3, 3] as const),
      Array.from({ length: 12 }, (_, i) => (i < 6 ? 'a' : 'b')),
    ],
    ['all missing', Array.from({ length: 6 }, () => [null, null] as const), ['a', 'a', 'a', 'b', 'b', 'b']],
    [
      'teams of one',
      [
        [1, 5],
        [2, 4],
        [5, 1],
      ],
      ['a', 'b', 'c'],
    ],
    [
      'no team',
      [
        [1, 5],
        [2, 4],
      ],
      ['', ''],
    ],
    [
      'items against each other',
      Array.from({ length: 10 }, (_, i) => [1 + (i % 5), 1 + (i % 5)] as const),
      Array.from({ length: 10 }, (_, i) => (i < 5 ? 'a' : 'b')),
    ],
  ])('%s: no NaN, and a note', (_, rows, teams) => {
    const report = reportOf(rows, teams);
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
    expect([...report.issues, ...report.scales[0]!.issues].length).toBeGreaterThan(0);
  });
});

const row = fc.record({
  team: fc.constantFrom('a', 'b', 'c', 'd'),
  first: fc.integer({ min: 1, max: 5 }),
  second: fc.option(fc.integer({ min: 1, max: 5 })),
});

test('no team below the minimum is shown, and none alone is hidden', () => {
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 1, maxLength: 40 }),
      fc.integer({ min: 3, max: 8 }),
      (people, minimumGroupSize) => {
        const teams = people.map(({ team }) => team);
        const { rows } = reportOf(
          people.map(({ first, second }) => [first, second]),
          teams,
          { minimumGroupSize },
        ).scales[0]!;
        for (const found of rows) {
          if (found.status !== 'shown') continue;
          expect(Math.min(found.n, found.mean.n)).toBeGreaterThanOrEqual(minimumGroupSize);
          expect(found.rwg.value!).toBeGreaterThanOrEqual(0);
          expect(found.rwg.value!).toBeLessThanOrEqual(1);
        }
      },
    ),
  );
});

test('the order of the rows changes nothing but the draws', () => {
  const people = Array.from({ length: 30 }, (_, i) => [1 + ((i * 7) % 5), 1 + ((i * 3) % 5)] as const);
  const teams = people.map((_, i) => `t${i % 3}`);
  const forward = reportOf(people, teams).scales[0]!;
  const backward = reportOf(people.toReversed(), teams.toReversed()).scales[0]!;
  expect(backward.rows.map(({ team, status }) => [team, status])).toEqual(
    forward.rows.map(({ team, status }) => [team, status]),
  );
  expect(backward.icc1.value).toBeCloseTo(forward.icc1.value!, 12);
  expect(backward.medians.rwg).toBeCloseTo(forward.medians.rwg!, 12);
});

describe('who counts', () => {
  const [scale] = instrument.scales;
  const lenient = {
    ...instrument,
    scales: [{ ...scale!, missing: { rule: 'minimum-answered', minimum: 1 } as const }],
  };
  const rows = Array.from({ length: 18 }, (_, i) => [1 + (i % 5), i < 3 ? null : 1 + ((i * 3) % 5)] as const);
  const table = tableOfColumns(rows.length, [
    { item: 'A1', codes: rows.map(([a]) => a) },
    { item: 'A2', codes: rows.map(([, b]) => b) },
  ]);
  const teams = rows.map((_, i) => (i < 6 ? 'a' : i < 12 ? 'b' : 'c'));
  const scaleOf = (options = {}) =>
    teamAgreementReport({ file: 'answers', rows: 18 }, lenient, table, teams, { draws: 20, ...options }).scales[0]!;

  test('a team of six scores of whom three answered everything is not shown', () => {
    const status = scaleOf().rows.map((found) => `${found.team} ${found.status}`);
    expect(status).toEqual(['a suppressed', 'b shown', 'c shown']);
    expect(scaleOf({ minimumGroupSize: 3 }).rows.every((found) => found.status === 'shown')).toBe(true);
  });

  test('scores of all whom the missing rule gives one, or of complete respondents', () => {
    expect([scaleOf().n, scaleOf({ respondents: 'complete' }).n]).toEqual([18, 15]);
  });

  test('two people without a team would be what is left of all, so a team is hidden', () => {
    const people = Array.from({ length: 20 }, (_, i) => [1 + (i % 5), 1 + ((i * 3) % 5)] as const);
    const some = people.map((_, i) => (i < 2 ? '' : i < 11 ? 'a' : 'b'));
    const hidden = reportOf(people, some).scales[0]!.rows.filter(({ status }) => status === 'suppressed');
    expect(hidden).toHaveLength(1);
  });
});

test('options out of range are refused', () => {
  const rows = [[1, 2]] as const;
  expect(() => reportOf(rows, ['a', 'b'])).toThrow('Unexpected column length: 2, of 1.');
  expect(() => reportOf(rows, ['a'], { minimumGroupSize: 2 })).toThrow('2');
  expect(() => reportOf(rows, ['a'], { level: 0 })).toThrow('Unexpected level: 0.');
});
