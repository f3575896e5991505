import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { QualityReport } from '@peerscale/core';
import { describe, expect, test } from 'vitest';
import { runPeerscale, temporaryFolder } from '../testing/run-peerscale.ts';

type Maybe = number | null;
const fixture: Record<string, Maybe[]> & { rows: Maybe[][] } = JSON.parse(
  readFileSync(new URL('../../../core/fixtures/quality/quality.json', import.meta.url), 'utf8'),
);
const items = fixture.rows[0]!.map((_, i) => `q${i + 1}`);
const csv = [
  [...items, 'time'],
  ...fixture.rows.map((row, i) => [...row.map((cell) => cell ?? ''), i === 7 ? 20 : 300]),
]
  .map((row) => `${row.join()}\n`)
  .join('');
const scale = ['--items', items.join(), '--reverse', 'q3,q7,q11,q15,q19', '--min', '1', '--max', '5'];

async function quality(stdin: string, ...args: string[]) {
  const { code, stdout, stderr } = await runPeerscale(['quality', '-', ...args], { stdin });
  expect([code, stderr]).toEqual([0, '']);
  return stdout;
}

describe('from CSV to the figures of R', () => {
  test('runs, spread, distances and missing shares of everybody flagged', async () => {
    const { folder, remove } = temporaryFolder({ 'a.csv': csv });
    const run = await runPeerscale(['quality', 'a.csv', ...scale, '--seconds', 'time', '--out', 'flagged.csv'], {
      cwd: folder,
    });
    expect([run.code, run.stderr]).toEqual([0, '']);
    const [header, ...lines] = readFileSync(join(folder, 'flagged.csv'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split(','));
    remove();
    const at = (name: string) => header!.indexOf(name);
    expect(lines.length).toBeGreaterThan(4);
    for (const cells of lines) {
      const row = Number(cells[0]) - 1;
      for (const [column, name] of [
        ['longest-run', 'longest'],
        ['intra-individual-variability', 'variability'],
      ] as const) {
        const expected = fixture[name]![row]!;
        const cell = cells[at(column)]!;
        if (expected === null) expect(cell).toBe('');
        else expect(Number(cell)).toBeCloseTo(expected, 10);
      }
      const answered = fixture.rows[row]!.filter((answer) => answer !== null).length;
      expect(Number(cells[at('missing-share')])).toBeCloseTo(1 - answered / items.length, 12);
    }
    // the straight line, and the one who was too quick
    expect(lines.map((cells) => cells[0])).toEqual(expect.arrayContaining(['1', '8']));
    const quick = lines.find((cells) => cells[0] === '8')!;
    expect([quick[at('seconds-per-item')], quick[at('seconds-per-item.flagged')]]).toEqual(['1', 'true']);
  });

  test('the report counts them, and gives scales with and without', async () => {
    const report: QualityReport = JSON.parse(await quality(csv, ...scale, '--json'));
    const all = report.flagCounts.reduce((sum, { persons }) => sum + persons, 0);
    const twice = report.flagCounts.reduce((sum, { flags, persons }) => sum + (flags >= 2 ? persons : 0), 0);
    expect([report.schema, all, report.flagged]).toEqual(['peerscale/quality@1', 90, twice]);
    const [only] = report.scales;
    expect(only!.all.alpha.n - only!.without.alpha.n).toBe(1);
    expect(only!.all.alpha.interval!.lower).toBeLessThan(only!.all.alpha.value!);
    expect(report.leftOut.map(({ index }) => index)).toEqual(['even-odd-consistency', 'seconds-per-item']);
    const one: QualityReport = JSON.parse(await quality(csv, ...scale, '--least', '1', '--json'));
    expect(one.flagged).toBeGreaterThan(report.flagged);
  });

  test('a cut can be another', async () => {
    const report: QualityReport = JSON.parse(await quality(csv, ...scale, '--cut', 'longest-run=2', '--json'));
    const longest = report.measures.find(({ index }) => index === 'longest-run')!;
    expect(longest.persons).toBe(fixture.longest!.filter((run) => run !== null && run > 2).length);
  });
});

describe('even-odd consistency', () => {
  test('over few scales is left out, and the output says why', async () => {
    const report: QualityReport = JSON.parse(await quality(csv, ...scale, '--json'));
    expect(report.leftOut).toContainEqual(
      expect.objectContaining({ index: 'even-odd-consistency', reason: 'too-few-long-scales' }),
    );
    expect(await quality(csv, ...scale)).toContain(
      'Left out: even-odd consistency; it needs 10 scales that share no item, of at least 4 items each',
    );
  });

  // nine items in three scales of three
  const instrument = JSON.parse(
    readFileSync(
      new URL('../../../../instruments/definitions/work-burnout/1.0.0/instrument.json', import.meta.url),
      'utf8',
    ),
  );
  const codes: string[] = instrument.items.map(({ id }: { id: string }) => id);
  const nine = [
    codes,
    ...Array.from({ length: 30 }, (_, i) => codes.map((__, j) => 1 + ((i * 2 + j * (1 + (i % 3))) % 5))),
  ]
    .map((row) => `${row.join()}\n`)
    .join('');

  test.each([
    [[], false],
    [['--even-odd-scales', '3'], false],
    [['--even-odd-scales', '3', '--even-odd-items', '3'], true],
    [['--even-odd-scales', '4', '--even-odd-items', '3'], false],
  ])('over nine items in three scales with %j: %s', async (args, isThere) => {
    const report: QualityReport = JSON.parse(
      await quality(nine, '--instrument', 'work-burnout', ...(args as string[]), '--json'),
    );
    expect(report.measures.some(({ index }) => index === 'even-odd-consistency')).toBe(isThere);
  });
});

describe('wrong use and thin data', () => {
  test.each<[string[], RegExp]>([
    [[...scale, '--seconds', 'tim'], /has no column "tim"; near "tim" there is "time"/],
    [[...scale, '--cut', 'longest=3'], /--cut: there is no index "longest"/],
    [[...scale, '--cut', 'longest-run=x'], /--cut: "x" is not a number/],
    [[...scale, '--least', '0'], /--least: "0"/],
    [[...scale, '--even-odd-scales', '2'], /--even-odd-scales: "2" is not a whole number from 3/],
    [[...scale, '--even-odd-items', 'x'], /--even-odd-items: "x"/],
    [[], /say which scales/],
  ])('%j', async (args, message) => {
    const { code, stdout, stderr } = await runPeerscale(['quality', '-', ...args], { stdin: csv });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
  });

  test('a time that is no number is named by line, row, column and value', async () => {
    const stdin = 'A1,A2,time\n1,2,30\n1,2,soon\n';
    const args = ['quality', '-', '--items', 'A1,A2', '--min', '1', '--max', '5', '--seconds', 'time'];
    const { code, stderr } = await runPeerscale(args, { stdin });
    expect([code, stderr]).toEqual([
      2,
      'peerscale: standard input: line 3 (row 2), column "time": "soon" is text where a number belongs\n',
    ]);
  });

  test.each(['A1,A2\n', 'A1,A2\n,\n', 'A1,A2\n3,3\n', 'A1,A2\n3,3\n3,3\n3,3\n'])('%j', async (stdin) => {
    const args = ['--items', 'A1,A2', '--min', '1', '--max', '5'];
    const report: QualityReport = JSON.parse(await quality(stdin, ...args, '--json'));
    expect(report.issues.length).toBeGreaterThan(0);
    expect(await quality(stdin, ...args)).toContain('Note:');
  });
});
