import { readFileSync } from 'node:fs';
import type { ChangeReport } from '@peerscale/core';
import { describe, expect, test } from 'vitest';
import { type RunResult, runPeerscale, temporaryFolder } from '../testing/run-peerscale.ts';

interface Test {
  value: number;
  lower: number;
  upper: number;
  standardError: number;
  t: number;
  df: number;
  p: number;
}
interface Fixture {
  paired: {
    before: number[];
    after: number[];
    r: number;
    test: Test;
    test90: Test;
    dav: number;
    J: number;
    greaterThan: number;
    lessThan: number;
    wilcoxon: { p: number };
  }[];
  unpaired: { before: number[]; after: number[]; test: Test; g: number }[];
  mixed: { linked: number[][]; onlyBefore: number[]; onlyAfter: number[]; test: Test }[];
}
const fixture: Fixture = JSON.parse(
  readFileSync(new URL('../../../core/fixtures/change/change.json', import.meta.url), 'utf8'),
);

type Rows = readonly (readonly (string | number)[])[];
const csvOf = (header: readonly string[], rows: Rows) => [header, ...rows].map((row) => `${row.join()}\n`).join('');

async function change(one: string, two: string, ...args: string[]): Promise<RunResult> {
  const { folder, remove } = temporaryFolder({ 'one.csv': one, 'two.csv': two });
  try {
    return await runPeerscale(['change', 'one.csv', 'two.csv', ...args], { cwd: folder });
  } finally {
    remove();
  }
}
async function reportOf(one: string, two: string, ...args: string[]): Promise<ChangeReport> {
  const { code, stdout, stderr } = await change(one, two, ...args, '--json');
  expect([code, stderr]).toEqual([0, '']);
  return JSON.parse(stdout);
}
const scored = (scores: readonly number[], prefix = 'p') =>
  csvOf(
    ['id', 'score'],
    scores.map((score, i) => [`${prefix}${i}`, score]),
  );
const near = (value: number) => expect.closeTo(value, 9);
const testOf = ({ value, lower, upper, standardError, t, df, p }: Test) => ({
  value: near(value),
  interval: { method: 'student-t', lower: near(lower), upper: near(upper) },
  standardError: near(standardError),
  t: near(t),
  df: near(df),
  p: near(p),
});

describe('from two CSV files to the figures of R', () => {
  test.each(fixture.paired.map((set) => [set.before.length, set] as const))('%d of the same people', async (n, set) => {
    const args = ['--scores', 'score', '--id', 'id', '--equivalence', '0.3', '--reliability', '0.8'];
    const report = await reportOf(scored(set.before), scored(set.after), ...args);
    const { linked, unlinked, everybody } = report.scales[0]!;
    expect(linked!.difference).toMatchObject(testOf(set.test));
    expect([linked!.r, linked!.dav.value, linked!.gav.value]).toEqual([set.r, set.dav, set.dav * set.J].map(near));
    expect(linked!.wilcoxon.p).toEqual(near(set.wilcoxon.p));
    expect(linked!.equivalence!.p).toEqual(near(Math.max(set.greaterThan, set.lessThan)));
    const { higher, lower, unchanged } = linked!.reliableChange!;
    expect(higher + lower + unchanged).toBe(n);
    // Jacobson and Truax by hand
    const mean = set.before.reduce((sum, value) => sum + value, 0) / n;
    const sd = Math.sqrt(set.before.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1));
    const error = sd * Math.sqrt(2 * 0.2) * 1.959963984540054;
    expect(higher).toBe(set.before.filter((before, i) => set.after[i]! - before > error).length);
    expect([unlinked, everybody!.linked]).toEqual([null, n]);
  });

  test('another level', async () => {
    const set = fixture.paired[1]!;
    const report = await reportOf(
      scored(set.before),
      scored(set.after),
      '--scores',
      'score',
      '--id',
      'id',
      '--level',
      '0.9',
    );
    expect(report.scales[0]!.linked!.difference.interval).toMatchObject({
      lower: near(set.test90.lower),
      upper: near(set.test90.upper),
    });
  });

  test.each(fixture.unpaired.map((set) => [set.before.length, set] as const))(
    '%d people, nobody looked for',
    async (_, set) => {
      const report = await reportOf(scored(set.before), scored(set.after), '--scores', 'score');
      const { linked, unlinked, everybody } = report.scales[0]!;
      expect([linked, unlinked, everybody!.linked, report.issues[0]!.code]).toEqual([null, null, null, 'not-linked']);
      expect(everybody!.difference).toMatchObject(testOf(set.test));
    },
  );

  test('linked, there only once, and everybody are kept apart', async () => {
    const set = fixture.mixed[0]!;
    const one = [
      ...set.linked.map(([before], i) => [`l${i}`, before!]),
      ...set.onlyBefore.map((score, i) => [`b${i}`, score]),
    ];
    const two = [
      ...set.onlyAfter.map((score, i) => [`a${i}`, score]),
      ...set.linked.map(([, after], i) => [`l${i}`, after!]),
    ];
    const report = await reportOf(
      csvOf(['id', 'score'], one),
      csvOf(['id', 'score'], two),
      '--scores',
      'score',
      '--id',
      'id',
    );
    const { linked, unlinked, everybody } = report.scales[0]!;
    expect([linked!.n, unlinked!.before.n, unlinked!.after.n]).toEqual([20, 8, 12]);
    expect(everybody!.difference).toMatchObject(testOf(set.test));
  });
});

describe('p values of several scales', () => {
  const people = Array.from({ length: 12 }, (_, i) => i);
  const one = csvOf(
    ['id', 'a', 'b', 'c'],
    people.map((i) => [`p${i}`, i % 5, (i * 2) % 5, (i * 3) % 7]),
  );
  const two = csvOf(
    ['id', 'a', 'b', 'c'],
    people.map((i) => [`p${i}`, (i % 5) + 1 + (i % 2), (i * 4) % 5, (i * 3 + 1) % 7]),
  );
  test.each(['holm', 'bh'])('%s', async (adjust) => {
    const report = await reportOf(one, two, '--scores', 'a,b,c', '--id', 'id', '--adjust', adjust);
    const p = report.scales.map(({ linked }) => linked!.difference.p!);
    const adjusted = report.scales.map(({ linked }) => linked!.difference.adjustedP!);
    const order = [0, 1, 2].sort((x, y) => p[x]! - p[y]!);
    const [least, , most] = order as [number, number, number];
    expect(adjusted[least]).toBeCloseTo(
      adjust === 'holm' ? Math.min(1, 3 * p[least]!) : Math.min(3 * p[least]!, 1.5 * p[order[1]!]!, p[most]!),
      12,
    );
    if (adjust === 'bh') expect(adjusted[most]).toBeCloseTo(p[most]!, 12);
  });
});

describe('teams and small groups', () => {
  const waveOf = (sizes: Record<string, number>, shift: number) =>
    Object.entries(sizes).flatMap(([team, n]) =>
      Array.from({ length: n }, (_, i) => [`${team}${i}`, team, 1 + ((i + shift + team.length) % 5)]),
    );
  const csv = (sizes: Record<string, number>, shift: number) => csvOf(['id', 'unit', 'score'], waveOf(sizes, shift));
  const args = ['--scores', 'score', '--team', 'unit'];
  const statusOf = (report: ChangeReport) =>
    report.scales[0]!.teams!.rows.map(({ team, status }) => `${team} ${status}`);

  test('a small team is hidden and takes another one with it', async () => {
    const sizes = { north: 9, south: 7, tiny: 2, west: 12 };
    const report = await reportOf(csv(sizes, 0), csv(sizes, 1), ...args, '--id', 'id');
    const hidden = statusOf(report).filter((row) => row.endsWith('suppressed'));
    expect(hidden).toContain('tiny suppressed');
    expect(hidden).toHaveLength(2);
    expect(report.scales[0]!.teams!.basis).toBe('linked');
    const row = report.scales[0]!.teams!.rows.find(({ team }) => team === 'tiny')!;
    expect(Object.keys(row)).toEqual(['team', 'status', 'reason']);
  });

  test('without links a team has to be large enough in both waves', async () => {
    const report = await reportOf(csv({ a: 9, b: 8, c: 9, d: 20 }, 0), csv({ a: 9, b: 3, c: 9, d: 20 }, 1), ...args);
    expect(statusOf(report)).toContain('b suppressed');
    expect(statusOf(report).filter((row) => row.endsWith('suppressed')).length).toBeGreaterThan(1);
    expect(report.scales[0]!.teams!.basis).toBe('everybody');
  });

  test('a few who were there only once hide themselves and everybody, not those linked', async () => {
    const report = await reportOf(csv({ a: 12, b: 10 }, 0), csv({ a: 12, b: 9 }, 1), ...args.slice(0, 2), '--id', 'id');
    const { linked, unlinked, everybody, issues } = report.scales[0]!;
    expect([linked!.n, unlinked, everybody]).toEqual([21, null, null]);
    expect(issues.map(({ code }) => code)).toContain('suppressed');
  });

  test('a wave of three shows nothing', async () => {
    const report = await reportOf(csv({ a: 3 }, 0), csv({ a: 12 }, 1), ...args, '--id', 'id');
    const { linked, unlinked, everybody, teams } = report.scales[0]!;
    expect([linked, unlinked, everybody, teams]).toEqual([null, null, null, null]);
  });

  test('the text says why a team is missing', async () => {
    const sizes = { north: 9, south: 7, tiny: 2 };
    const { code, stdout } = await change(csv(sizes, 0), csv(sizes, 1), ...args, '--id', 'id');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^ {2}tiny +not shown$/m);
    expect(stdout).toContain('confidential');
  });
});

test('answers are scored, and alpha of the first wave is the reliability', async () => {
  const wave = (shift: number) =>
    csvOf(
      ['id', 'A1', 'A2', 'A3'],
      Array.from({ length: 20 }, (_, i) => [
        i,
        1 + (i % 5),
        1 + ((i + (i % 3 === 0 ? 1 : 0)) % 5),
        1 + ((i + shift) % 5),
      ]),
    );
  const args = ['--items', 'A1,A2,A3', '--min', '1', '--max', '5', '--id', 'id'];
  const { linked } = (await reportOf(wave(0), wave(1), ...args)).scales[0]!;
  expect(linked!.reliableChange!.reliability.source).toBe('alpha-of-first-wave');
  const text = (await change(wave(0), wave(1), ...args)).stdout;
  expect(text).toContain('one.csv: 20 respondents');
  expect(text).toContain('two.csv: 20 respondents');
});

test.each([
  [[1.2, 2.4, 3.1, 4.8], { minimum: 1, maximum: 5 }],
  [[13, 40, 55, 97], { minimum: 10, maximum: 100 }],
  [[0.021, 0.034], { minimum: 0.02, maximum: 0.04 }],
  [[-3.7, 2], { minimum: -4, maximum: 2 }],
  [[7, 7], { minimum: 7, maximum: 8 }],
  [[0, 0], { minimum: 0, maximum: 1 }],
])('the range of a column of scores %j is round: its ends are nobody’s own', async (some, { minimum, maximum }) => {
  const wave = csvOf(
    ['id', 'score'],
    Array.from({ length: 12 }, (_, i) => [i, some[i % some.length]!]),
  );
  const { possible } = (await reportOf(wave, wave, '--scores', 'score', '--id', 'id')).scales[0]!;
  expect(possible.minimum).toBeCloseTo(minimum, 12);
  expect(possible.maximum).toBeCloseTo(maximum, 12);
});

describe('wrong use', () => {
  const csv = 'id,score\na,1\nb,2\na,3\n';
  test.each<[string[], RegExp]>([
    [
      ['--scores', 'score', '--id', 'id'],
      /one\.csv: row 3, column "id": "a" is there a second time \(first in row 1\)/,
    ],
    [['--scores', 'id'], /one\.csv: line 2 \(row 1\), column "id": "a" is text where a number belongs/],
    [[], /say which scales/],
    [['--scores', 'score', '--items', 'A1'], /--scores and --items exclude each other/],
    [['--scores', 'score', '--id', 'id', '--code', 'id,score'], /--id and --code exclude each other/],
    [['--scores', 'score', '--adjust', 'none'], /--adjust: "none"/],
    [['--scores', 'score', '--equivalence', '0'], /--equivalence: "0"/],
    [['--scores', 'score', '--reliability', '1'], /--reliability: "1"/],
    [['--scores', 'score', '--team', 'unit'], /has no column "unit"/],
  ])('%j', async (args, message) => {
    const { code, stdout, stderr } = await change(csv, csv, ...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr.split('\n')[0]).toMatch(message);
  });

  test.each([
    'id,score\n',
    'id,score\na,\nb,\n',
    `id,score\n${Array.from({ length: 8 }, (_, i) => `p${i},3\n`).join('')}`,
  ])('thin data is a report with notes: %j', async (wave) => {
    const report = await reportOf(wave, wave, '--scores', 'score', '--id', 'id');
    expect([...report.issues, ...report.scales[0]!.issues].length).toBeGreaterThan(0);
  });
});
