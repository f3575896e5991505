import { readFileSync } from 'node:fs';
import type { DriversReport } from '@peerscale/core';
import { describe, expect, test } from 'vitest';
import { runPeerscale } from '../testing/run-peerscale.ts';

interface Fixture {
  team: number[];
  columns: Record<string, number[]>;
  regression: { value: number[]; standardized: number[]; vif: number[]; rSquared: number; adjusted: number };
  robust: Record<string, number[]>;
  clustered: { df: number[]; p: number[]; interval: number[][] };
  general: number[];
  moderation: { value: number[]; added: number; slopes: { at: number; value: number }[] };
  mediation: { total: number };
}
const fixture: Fixture = JSON.parse(
  readFileSync(new URL('../../../core/fixtures/drivers/drivers.json', import.meta.url), 'utf8'),
);
const names = Object.keys(fixture.columns);
const csv = [
  ['unit', ...names],
  ...fixture.team.map((team, row) => [`u${team}`, ...names.map((name) => fixture.columns[name]![row]!)]),
]
  .map((row) => `${row.join()}\n`)
  .join('');

async function drivers(stdin: string, ...args: string[]) {
  const { code, stdout, stderr } = await runPeerscale(['drivers', '-', '--draws', '60', ...args], { stdin });
  expect([code, stderr]).toEqual([0, '']);
  return stdout;
}
const reportOf = async (...args: string[]): Promise<DriversReport> => JSON.parse(await drivers(csv, ...args, '--json'));
const near = (value: number) => expect.closeTo(value, 9);
const FOUR = ['--outcome', 'burnout', '--predictors', 'role,supervision,stigma,setting'];

describe('from CSV to the figures of R', () => {
  test('coefficients clustered by teams, shares, inflation', async () => {
    const { regression, robust, clustered, general } = fixture;
    const report = await reportOf(...FOUR, '--team', 'unit');
    expect([report.rSquared.value, report.adjustedRSquared]).toEqual(
      [regression.rSquared, regression.adjusted].map(near),
    );
    report.predictors.forEach((found, i) => {
      const { value, standardError, df, p, interval } = found.coefficient;
      expect([value, standardError, df, p]).toEqual(
        [regression.value[i + 1]!, robust.CR2![i + 1]!, clustered.df[i + 1]!, clustered.p[i + 1]!].map(near),
      );
      expect([interval!.lower, interval!.upper]).toEqual(clustered.interval[i + 1]!.map(near));
      expect([found.standardized, found.varianceInflation, found.share.value]).toEqual(
        [regression.standardized[i]!, regression.vif[i]!, general[i]!].map(near),
      );
      expect(found.share.interval).not.toBeNull();
    });
    expect(report).toMatchObject({
      schema: 'peerscale/drivers@1',
      standardErrors: 'CR2',
      n: 75,
      nDropped: 0,
      teams: 12,
    });
  });

  test('without teams standard errors are HC3', async () => {
    const report = await reportOf(...FOUR);
    expect(report.predictors.map(({ coefficient }) => coefficient.standardError)).toEqual(
      fixture.robust.HC3!.slice(1).map(near),
    );
    expect(report.intercept.standardError).toEqual(near(fixture.robust.HC3![0]!));
  });

  test('moderation: product, slopes and what it adds', async () => {
    const report = await reportOf('--outcome', 'burnout', '--predictors', 'role,stigma', '--moderator', 'supervision');
    const { value, added, slopes } = fixture.moderation;
    const [ofRole] = report.moderations;
    expect([ofRole!.product.value, ofRole!.addedRSquared]).toEqual([near(value[2]!), near(added)]);
    expect(ofRole!.slopes.map(({ at, slope }) => [at, slope.value])).toEqual(
      slopes.map((slope) => [near(slope.at), near(slope.value)]),
    );
    expect(ofRole!.adjustedP).toBeGreaterThanOrEqual(ofRole!.product.p!);
  });

  test('mediation: indirect and direct add up to the total', async () => {
    const report = await reportOf(
      '--outcome',
      'burnout',
      '--predictors',
      'role,setting',
      '--mediator',
      'satisfaction',
      '--team',
      'unit',
    );
    for (const { indirect, direct, total } of report.mediations)
      expect(indirect.value! + direct!).toEqual(near(total!));
    // setting is held
    expect(report.mediations[0]!.total).toEqual(near(fixture.mediation.total));
    expect(report.mediations[0]!.indirect.value).toBeLessThan(0);
  });

  test('the same seed gives the same text', async () => {
    const args = [...FOUR, '--team', 'unit', '--moderator', 'supervision', '--mediator', 'satisfaction', '--seed', '7'];
    const text = await drivers(csv, ...args);
    expect(await drivers(csv, ...args)).toBe(text);
    expect(text).toContain('role: 64% of what is explained; one point more goes with 0.62 points less burnout');
    expect(text).toContain('associations');
  });
});

test('scales of an instrument and columns of numbers together', async () => {
  const rows = Array.from({ length: 40 }, (_, i) => [1 + (i % 5), 1 + ((i * 7) % 5), ((i * 13) % 40) / 10]);
  const stdin = [['A1', 'A2', 'years'], ...rows].map((row) => `${row.join()}\n`).join('');
  const args = [
    '--items',
    'A1,A2',
    '--min',
    '1',
    '--max',
    '5',
    '--outcome',
    'scale',
    '--predictors',
    'years',
    '--json',
  ];
  const report: DriversReport = JSON.parse(await drivers(stdin, ...args));
  expect([report.outcome.id, report.predictors[0]!.id, report.n]).toEqual(['scale', 'years', 40]);
});

describe('wrong use and thin data', () => {
  test.each<[string[], RegExp]>([
    [['--predictors', 'role'], /say what is to be explained/],
    [['--outcome', 'burnout'], /say by what/],
    [['--outcome', 'burnout', '--predictors', 'role,burnout'], /cannot be outcome and predictor/],
    [['--outcome', 'burnout', '--predictors', 'role,role'], /"role" is there twice/],
    [['--outcome', 'burnout', '--predictors', 'rolle'], /has no column "rolle"; near "rolle" there is "role"/],
    [
      ['--outcome', 'burnout', '--predictors', 'unit'],
      /line 2 \(row 1\), column "unit": "u1" is text where a number belongs/,
    ],
    [[...FOUR, '--mediator', 'role'], /"role" cannot be the mediator/],
    [['--outcome', 'burnout', '--predictors', 'role', '--moderator', 'role'], /is the only predictor/],
  ])('%j', async (args, message) => {
    const { code, stdout, stderr } = await runPeerscale(['drivers', '-', ...args], { stdin: csv });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
  });

  test.each([
    ['nobody', 'y,x,z\n'],
    ['one', 'y,x,z\n1,2,3\n'],
    ['constant', 'y,x,z\n1,2,3\n1,2,4\n1,2,5\n1,2,6\n1,2,7\n'],
    ['all missing', 'y,x,z\n,,\n,,\n'],
    ['collinear', 'y,x,z\n1,1,2\n2,2,4\n4,3,6\n3,4,8\n5,5,10\n6,6,12\n'],
  ])('%s', async (_, stdin) => {
    const args = ['--outcome', 'y', '--predictors', 'x,z', '--moderator', 'z'];
    const report: DriversReport = JSON.parse(await drivers(stdin, ...args, '--json'));
    expect(report.issues.length).toBeGreaterThan(0);
    expect(await drivers(stdin, ...args)).toContain('Note:');
  });
});
