import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ChangeReportInput, changeReport } from './change-report.ts';

const possible = { minimum: 1, maximum: 5 };
const scales = [
  { id: 'score', name: { en: 'Score' }, possible, reliability: { value: 0.8, source: 'given' as const } },
];

const wave = (file: string, scores: readonly number[], teams?: readonly string[]) => ({
  file,
  rows: scores.length,
  scores: [Float64Array.from(scores)],
  ...(teams === undefined ? {} : { teams }),
});
const input = (before: readonly number[], after: readonly number[], linked: number): ChangeReportInput => ({
  instrument: null,
  scales,
  first: wave('one', before),
  second: wave('two', after),
  links: Array.from({ length: linked }, (_, row) => ({ first: row, second: row })),
});

describe('degenerate waves', () => {
  const eight = [1, 2, 3, 4, 5, 4, 3, 2];
  test.each<[string, number[], number[], number]>([
    ['nobody', [], [], 0],
    ['one', [3], [4], 1],
    ['constant', eight.map(() => 3), eight.map(() => 3), 8],
    ['all missing', eight.map(() => NaN), eight.map(() => NaN), 8],
    ['one missing', [NaN, ...eight], [3, ...eight], 9],
    ['everybody changes alike', eight, eight.map((score) => score + 1), 8],
    ['nobody linked', eight, eight, 0],
  ])('%s: no NaN, and an answer', (_, before, after, linked) => {
    const report = changeReport(input(before, after, linked));
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
    expect(JSON.stringify(report)).not.toContain('NaN');
    expect(report.scales).toHaveLength(1);
  });

  test('who has no score in one wave is there once', () => {
    const report = changeReport(input([NaN, ...eight], [3, ...eight], 9));
    expect(report.scales[0]!.linked!.n).toBe(8);
  });

  test('the same score, added up in another order, is no change', () => {
    const before = [...eight, 0.3, 0.1 + 0.2, 0.3];
    const after = [...eight.map((score) => score + 1), 0.1 + 0.2, 0.3, 1.3];
    const { wilcoxon } = changeReport(input(before, after, 11)).scales[0]!.linked!;
    // nine upward, none downward: 2 of the 2^9 ways of giving signs are as one-sided
    expect(wilcoxon).toEqual({ p: 2 / 2 ** 9, exact: true, rankBiserial: 1 });
    const still = Array.from({ length: 8 }, () => 0.3);
    const nobody = changeReport(
      input(
        still,
        still.map((score, i) => (i % 2 === 0 ? 0.1 + 0.2 : score)),
        8,
      ),
    ).scales[0]!.linked!;
    expect(nobody.wilcoxon).toEqual({ p: null, exact: true, rankBiserial: null });
  });

  test('those linked without a score in the second wave still count in the first', () => {
    const six = [1, 2, 3, 4, 5, 3];
    const report = changeReport(input([...eight, ...six], [...eight, ...six.map(() => NaN)], 14));
    const { linked, everybody } = report.scales[0]!;
    expect([linked!.n, everybody!.before.n, everybody!.after.n]).toEqual([8, 14, 8]);
  });

  test.each([[1e150], [1e-150]])('scores of size %d', (size) => {
    const before = eight.map((score) => score * size);
    const after = [2, 2, 4, 4, 5, 5, 3, 1].map((score) => score * size);
    const wide = {
      ...input(before, after, 8),
      scales: [{ ...scales[0]!, possible: { minimum: 0, maximum: 6 * size } }],
    };
    const plain = changeReport(input(eight, [2, 2, 4, 4, 5, 5, 3, 1], 8)).scales[0]!.linked!;
    const scaled = changeReport(wide).scales[0]!.linked!;
    expect(scaled.difference.t).toBeCloseTo(plain.difference.t!, 9);
    expect(scaled.reliableChange!.higher).toBe(plain.reliableChange!.higher);
  });
});

describe('wrong use', () => {
  const good = input([1, 2, 3], [2, 3, 4], 3);
  test.each<[string, ChangeReportInput, object]>([
    ['level', good, { level: 1 }],
    ['equivalence', good, { equivalence: 0 }],
    ['minimum group size', good, { minimumGroupSize: 2 }],
    ['a link to nobody', { ...good, links: [{ first: 0, second: 9 }] }, {}],
    [
      'a link twice',
      {
        ...good,
        links: [
          { first: 0, second: 0 },
          { first: 0, second: 1 },
        ],
      },
      {},
    ],
    ['scores', { ...good, first: { ...good.first, scores: [] } }, {}],
    ['teams', { ...good, first: { ...good.first, teams: ['a'] } }, {}],
  ])('%s', (_, wrong, options) => {
    expect(() => changeReport(wrong, options)).toThrow(/^Unexpected /);
  });
});

/** What an attacker has: all counts and means of teams and of all. None of them may leave a small team as the only unknown. */
test('no hidden team follows from the figures of the others', () => {
  const person = fc.record({
    team: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    before: fc.integer({ min: 1, max: 5 }),
    after: fc.integer({ min: 1, max: 5 }),
  });
  fc.assert(
    fc.property(fc.array(person, { minLength: 5, maxLength: 45 }), fc.boolean(), (people, isLinked) => {
      const teams = people.map(({ team }) => team);
      const report = changeReport({
        instrument: null,
        scales,
        first: wave(
          'one',
          people.map(({ before }) => before),
          teams,
        ),
        second: wave(
          'two',
          people.map(({ after }) => after),
          teams,
        ),
        ...(isLinked ? { links: people.map((_, row) => ({ first: row, second: row })) } : {}),
      });
      const { rows } = report.scales[0]!.teams!;
      const sizeOf = (team: string) => teams.filter((own) => own === team).length;
      for (const row of rows) if (row.status === 'shown') expect(sizeOf(row.team)).toBeGreaterThanOrEqual(5);
      const hidden = rows.filter(({ status }) => status !== 'shown');
      if (hidden.length === 0) return;
      // the total is shown: what is hidden together must not be one team, nor fewer people than the minimum
      expect(hidden.length).toBeGreaterThan(1);
      expect(hidden.reduce((sum, { team }) => sum + sizeOf(team), 0)).toBeGreaterThanOrEqual(5);
    }),
  );
});

test('linked people who moved count in no team, and are a group that must not be given away', () => {
  const before = Array.from({ length: 20 }, (_, i) => 1 + (i % 5));
  const teams = before.map((_, i) => (i < 10 ? 'a' : 'b'));
  const report = changeReport({
    ...input(before, before.toReversed(), 20),
    first: wave('one', before, teams),
    second: wave('two', before.toReversed(), teams.with(0, 'b')),
  });
  // one person moved: were both teams shown, that one would be what is left of all
  expect(report.scales[0]!.teams!.rows.some(({ status }) => status === 'suppressed')).toBe(true);
  expect(report.scales[0]!.issues.map(({ code }) => code)).not.toContain('people-who-moved');
});
