import { readFileSync } from 'node:fs';
import type { TeamAgreementReport, TeamAgreementRow } from '@peerscale/core';
import { describe, expect, test } from 'vitest';
import { runPeerscale } from '../testing/run-peerscale.ts';

type Maybe = number | null;
interface FixtureSet {
  name: string;
  options: number;
  team: number[];
  rows: number[][];
  rwgJ: Maybe[];
  rwgJSkewed: Maybe[];
  rwgStar: Maybe[];
  adMean: Maybe[];
  awg: Maybe[];
  icc1: number;
  icc2: number;
}
const fixture: { sets: FixtureSet[] } = JSON.parse(
  readFileSync(new URL('../../../core/fixtures/team-agreement/team-agreement.json', import.meta.url), 'utf8'),
);

const itemsOf = (rows: readonly number[][]) => rows[0]!.map((_, i) => `A${i + 1}`);
const csvOf = ({ rows, team }: FixtureSet) =>
  [['unit', ...itemsOf(rows)], ...rows.map((row, i) => [`u${team[i]}`, ...row])]
    .map((row) => `${row.join()}\n`)
    .join('');

async function agreement(stdin: string, ...args: string[]) {
  const { code, stdout, stderr } = await runPeerscale(['agreement', '-', ...args], { stdin });
  expect([code, stderr]).toEqual([0, '']);
  return stdout;
}

async function reportOf(set: FixtureSet, ...args: string[]): Promise<TeamAgreementReport> {
  const scale = ['--items', itemsOf(set.rows).join(), '--min', '1', '--max', String(set.options)];
  return JSON.parse(await agreement(csvOf(set), '--team', 'unit', ...scale, '--draws', '50', '--json', ...args));
}

const near = (value: Maybe) => (value === null ? null : expect.closeTo(value, 9));
const sizesOf = ({ team }: FixtureSet) => [...new Set(team)].map((own) => team.filter((other) => other === own).length);

describe("agreement --team agrees with R's multilevel", () => {
  test.each(fixture.sets)('$name', async (set) => {
    const { scales } = await reportOf(set, '--minimum-group-size', '3');
    const { icc1OfMeanSize, icc2, rows } = scales[0]!;
    expect(icc1OfMeanSize.value).toEqual(near(set.icc1));
    expect(icc2.value).toEqual(near(set.icc2));
    const shown = rows.filter((row) => row.status === 'shown');
    expect(shown.length).toBeGreaterThan(2);
    // R leaves teams of one out of its columns
    const teams = [...new Set(set.team)];
    const several = teams.filter((_, i) => sizesOf(set)[i]! > 1);
    for (const row of shown) {
      const places = set.rwgJ.length === teams.length ? teams : several;
      const place = places.indexOf(Number(row.team.slice(1)));
      expect([row.rwg.value, row.rwgStar.value, row.averageDeviation.value]).toEqual(
        [set.rwgJ[place]!, set.rwgStar[place]!, set.adMean[place]!].map(near),
      );
      expect(row.awg.value).toEqual(
        near(set.awg[(set.awg.length === teams.length ? teams : several).indexOf(Number(row.team.slice(1)))]!),
      );
    }
  });

  test('answers by chance can be skewed', async () => {
    const set = fixture.sets[0]!;
    const { scales } = await reportOf(set, '--null', 'slight-skew', '--minimum-group-size', '3');
    const last = scales[0]!.rows.at(-1)! as TeamAgreementRow & { status: 'shown' };
    expect(last.rwg.value).toEqual(near(set.rwgJSkewed.at(-1)!));
  });
});

describe('what is shown', () => {
  const set = fixture.sets[0]!;

  test('small teams are hidden, with one more where it would give one away', async () => {
    const { scales } = await reportOf(set);
    const hidden = scales[0]!.rows.filter(({ status }) => status === 'suppressed').map(({ team }) => team);
    expect(hidden).toEqual(expect.arrayContaining(['u1', 'u2', 'u3', 'u9', 'u10']));
    expect(JSON.stringify(scales[0]!.rows.find(({ team }) => team === 'u1'))).not.toMatch(/\d\.\d/);
  });

  test('one small team takes a second one with it', async () => {
    const rows = [
      ...Array.from({ length: 2 }, () => ['s', 1]),
      ...Array.from({ length: 14 }, (_, i) => [i < 6 ? 'a' : 'b', 1 + (i % 5)]),
    ];
    const csv = [['unit', 'A1'], ...rows].map((row) => `${row.join()}\n`).join('');
    const out = await agreement(csv, '--team', 'unit', '--items', 'A1', '--min', '1', '--max', '5', '--draws', '20');
    expect(out.match(/^ {2}[a-z] +not shown$/gm)?.length).toBe(2);
    expect(out).toMatch(/^ {2}b +8/m);
  });

  test('shrunken means lie between the mean of the team and that of all', async () => {
    const { scales } = await reportOf(fixture.sets[0]!);
    for (const row of scales[0]!.rows) {
      if (row.status !== 'shown') continue;
      const { value, interval } = row.shrunkenMean!;
      expect(interval!.lower).toBeLessThan(value!);
      const all = scales[0]!.rows.flatMap((other) => (other.status === 'shown' ? [other.mean.value!] : []));
      expect(value!).toBeGreaterThan(Math.min(...all));
      expect(value!).toBeLessThan(Math.max(...all));
    }
  });

  test('the text has the verdict, a table of teams, and why some are missing', async () => {
    const items = itemsOf(set.rows).join();
    const out = await agreement(
      csvOf(set),
      '--team',
      'unit',
      '--items',
      items,
      '--min',
      '1',
      '--max',
      '5',
      '--draws',
      '20',
    );
    expect(out).toContain('median rwg');
    expect(out).toMatch(/^ {2}u12 +9 /m);
    expect(out).toMatch(/confidential/);
  });
});

describe('wrong use', () => {
  const csv = 'unit,A1\nx,1\nx,9\n';
  const team = ['--team', 'unit', '--items', 'A1', '--min', '1', '--max', '5'];
  test.each<[string[], RegExp]>([
    [['--team', 'unit', '--raters', 'a,b'], /--raters is about raters, not about --team/],
    [['--items', 'A1', '--raters', 'a,b', '--scale', 'nominal'], /--items needs --team/],
    [[...team, '--minimum-group-size', '2'], /--minimum-group-size: "2"/],
    [[...team, '--null', 'flat'], /--null: "flat"/],
    [team, /standard input: line 3 \(row 2\), column "A1": "9" is not a code/],
    [['--team', 'units', ...team.slice(2)], /has no column "units"; near "units" there is "unit"/],
  ])('%j', async (args, message) => {
    const { code, stdout, stderr } = await runPeerscale(['agreement', '-', ...args], { stdin: csv });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  test.each(['unit,A1\n', 'unit,A1\nx,\n', 'unit,A1\n,3\n', 'unit,A1\nx,3\nx,3\ny,3\ny,3\n'])(
    'thin data is a report with notes: %j',
    async (stdin) => {
      const report: TeamAgreementReport = JSON.parse(await agreement(stdin, ...team, '--draws', '20', '--json'));
      expect([...report.issues, ...report.scales[0]!.issues].length).toBeGreaterThan(0);
      expect(report.scales[0]!.verdict).not.toBe('defensible');
    },
  );
});
