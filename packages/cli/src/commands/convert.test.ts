import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { findInstrument } from '@peerscale/instruments';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runPeerscale, temporaryFolder } from '../testing/run-peerscale.ts';

const instrument = findInstrument('work-burnout')!;
const ids = instrument.items.map(({ id }) => id);
const rows = Array.from({ length: 40 }, (_, row) => [
  row % 2 === 0 ? 'Žižkov, A' : '=red',
  ...ids.map((_, at) => (row === 3 && at === 0 ? '-9' : String(1 + ((row * (at + 3) + (row >> 3)) % 5)))),
]);
const csv = [['unit', ...ids], ...rows]
  .map((row) => row.map((cell) => (cell.includes(',') ? `"${cell}"` : cell)).join(','))
  .join('\n');
const { folder, remove } = temporaryFolder({ 'answers.csv': `${csv}\n` });
beforeAll(async () => {
  for (const name of ['a.sav', 'b.sps', 'c.R', 'd.csv']) {
    const { code, stdout, stderr } = await convert('--team', 'unit', '--out', name);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain(`40 rows, ${1 + ids.length + instrument.scales.length} variables are in `);
  }
});
afterAll(() => remove());
const convert = (...args: string[]) =>
  runPeerscale(['convert', 'answers.csv', '--instrument', 'work-burnout', '--missing-codes', '-9=refused', ...args], {
    cwd: folder,
  });
const has = (command: string) => spawnSync(command, ['--version']).status === 0;
const run = (command: string, ...options: string[]) =>
  // whatever this machine speaks
  spawnSync(command, options, { cwd: folder, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C.UTF-8' } });

test('each kind of file is there, with the CSV that its script reads', () => {
  expect(readdirSync(folder).sort()).toEqual(['a.sav', 'answers.csv', 'b.csv', 'b.sps', 'c.R', 'c.csv', 'd.csv']);
  const lines = (name: string) => readFileSync(join(folder, name), 'utf8').trimEnd().split('\n');
  expect(lines('d.csv')[0]).toMatch(/^team,/);
  expect(lines('d.csv')).toHaveLength(41);
  // a reason is an empty cell, but for the syntax that declares it missing
  expect(lines('d.csv')[4]).toMatch(/^'=red,,/);
  expect(lines('c.csv')).toEqual(lines('d.csv'));
  expect(lines('b.csv')[4]).toMatch(/^'=red,-93,/);
});

test.skipIf(!has('pspp'))('PSPP reads file and syntax alike', () => {
  const look = (read: string) => {
    const syntax = `${read}\nFREQUENCIES ${ids[0]!.replaceAll('-', '_')}.\nMEANS burnout BY team.\n`;
    const { stdout, status } = spawnSync('pspp', ['-O', 'format=csv', '-'], {
      cwd: folder,
      env: { ...process.env, LC_ALL: 'C.UTF-8' },
      input: syntax,
      encoding: 'utf8',
    });
    expect(stdout).not.toMatch(/error|warning/i);
    expect(status).toBe(0);
    return stdout.replaceAll("'=red", '=red');
  };
  const [file, syntax] = [look("GET FILE='a.sav'."), look("INSERT FILE='b.sps'.")];
  expect(file).toContain('Žižkov, A');
  expect(file).toMatch(/^Missing,refused,1,/m);
  expect(file).toMatch(/^Valid,Never,/m);
  const figures = (text: string) => text.split('\n').filter((line) => /,\d/.test(line));
  expect(figures(syntax)).toEqual(figures(file));
});

test.skipIf(!has('Rscript'))('the script of R works out the alphas of "peerscale reliability"', async () => {
  const { stdout, stderr, status } = run('Rscript', 'c.R');
  expect([status, stderr]).toEqual([0, '']);
  const { stdout: report } = await runPeerscale(
    ['reliability', 'answers.csv', '--instrument', 'work-burnout', '--missing-codes', '-9', '--json'],
    { cwd: folder },
  );
  for (const { alpha } of JSON.parse(report).scales) expect(stdout).toContain(`alpha ${alpha.value.toFixed(10)}`);
});

test('an own scale, and standard input', async () => {
  const { code, stdout } = await runPeerscale(
    ['convert', '-', '--items', 'A,B', '--reverse', 'B', '--min', '1', '--max', '5', '--out', 'own.csv'],
    { cwd: folder, stdin: 'A,B\n1,5\n2,\n' },
  );
  expect([code, stdout]).toEqual([0, '2 rows, 3 variables are in own.csv\n']);
  expect(readFileSync(join(folder, 'own.csv'), 'utf8')).toBe('A,B,scale\n1,5,1\n2,,\n');
});

test.each([
  [['--out', 'e.xlsx'], /^--out: "e\.xlsx" ends in none of \.sav, \.sps, \.R, \.csv$/],
  [[], /^convert: say where to: --out/],
  [['--out', 'b.sps'], /^b\.sps: is there already and was left alone/],
  [['--out', 'answers.R'], /^answers\.csv: is the file the answers are read from$/],
  [['--out', 'e.sav', '--team', 'ward'], /"?ward"?/],
  [['--out', 'e.sav', '--locale', 'xx'], /^--locale: work-burnout has neither/],
] as const)('refused in one line: %j', async (args, message) => {
  const { code, stderr, stdout } = await convert(...args);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  expect(stderr.replace(/^peerscale: /, '').trimEnd()).toMatch(message);
});

test('wording that counts the other way labels nothing', async () => {
  const { stdout } = await convert('--coding', 'frequency-5=rejection', '--out', 'turned.sav');
  expect(stdout).toContain('codes without labels: this wording counts the other way');
});
