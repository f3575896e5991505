import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { adHocInstrument, scoreResponse } from '@peerscale/core';
import { afterAll, expect, test } from 'vitest';
import { runPeerscale, temporaryFolder } from '../testing/run-peerscale.ts';

const CSV = 'A,B\n1,5\n2,3\n,4\n,\n5,1\n';
const ARGS = ['--items', 'A,B', '--reverse', 'B', '--min', '1', '--max', '5'];
const { folder, remove } = temporaryFolder({ 'answers.csv': CSV });
afterAll(() => remove());

const score = async (...args: string[]) => runPeerscale(['score', 'answers.csv', ...ARGS, ...args], { cwd: folder });

test('--json has a summary a scale and a receipt a row, as the core scores one respondent', async () => {
  const { code, stdout, stderr } = await score('--json');
  expect([code, stderr]).toEqual([0, '']);
  const { schema, input, instrument, scales, scores } = JSON.parse(stdout);
  expect([schema, input, instrument]).toEqual([
    'peerscale/scores@1',
    { file: 'answers.csv', rows: 5 },
    { id: 'ad-hoc', version: '1.0.0' },
  ]);
  expect(scales).toEqual([{ id: 'scale', n: 3, mean: 8.5 / 3, sd: expect.closeTo(2.0207259, 6), min: 1, max: 5 }]);
  const definition = adHocInstrument({ items: ['A', 'B'], reverse: ['B'], minimum: 1, maximum: 5 });
  const skipped = 'skipped' as const;
  const answers = [
    { A: 1, B: 5 },
    { A: 2, B: 3 },
    { A: skipped, B: 4 },
    { A: skipped, B: skipped },
    { A: 5, B: 1 },
  ];
  expect(scores).toEqual(answers.map((given, row) => ({ row: row + 1, receipts: scoreResponse(definition, given) })));
});

test('text has the summary, who was not scored and why, and the first rows', async () => {
  const { stdout } = await score();
  expect(stdout).toBe(`answers.csv: 5 respondents, 3 cells without an answer

Scores

  scale  n   mean     sd    min    max  prorated  not scored
  scale  3  2.833  2.021  1.000  5.000         0  2 of 5 (1 incomplete, 1 no-answers)

All rows

  row       scale
    1       1.000
    2       2.500
    3  incomplete
    4  no-answers
    5       5.000
`);
});

test('only ten rows are printed', async () => {
  const many = `A,B\n${'1,1\n'.repeat(25)}`;
  const { stdout } = await runPeerscale(['score', '-', ...ARGS], { stdin: many });
  expect(stdout).toContain('The first 10 of 25 rows (all: --out scores.csv, or --json)\n');
  expect(stdout).toMatch(/\n {3}10 {2}3\.000\n$|\n {3}10 +3\n$/);
});

test('--out writes every score, and never over a file unless forced', async () => {
  const out = join(folder, 'scores.csv');
  const written = await score('--out', 'scores.csv');
  expect(written.stdout).toContain('\nAll scores are in scores.csv\n');
  const expected = [
    'row,scale.value,scale.used,scale.prorated,scale.reason',
    '1,1,2,false,',
    '2,2.5,2,false,',
    '3,,1,false,incomplete',
    '4,,0,false,no-answers',
    '5,5,2,false,',
    '',
  ].join('\n');
  expect(readFileSync(out, 'utf8')).toBe(expected);
  const again = await score('--out', 'scores.csv');
  expect([again.code, again.stdout]).toEqual([2, '']);
  expect(again.stderr).toBe('peerscale: scores.csv: is there already and was left alone; --force replaces it\n');
  expect((await score('--out', 'scores.csv', '--force')).code).toBe(0);
  const itself = await score('--out', './answers.csv', '--force');
  expect(itself.stderr).toBe('peerscale: ./answers.csv: is the file the answers are read from\n');
  expect(readFileSync(join(folder, 'answers.csv'), 'utf8')).toBe(CSV);
});

test('bad input leaves no file', async () => {
  const { code } = await runPeerscale(['score', '-', ...ARGS, '--out', 'none.csv'], {
    cwd: folder,
    stdin: 'A,B\n9,1\n',
  });
  expect(code).toBe(2);
  expect(existsSync(join(folder, 'none.csv'))).toBe(false);
});

test('many rows come through as JSON in pieces', async () => {
  const stdin = `A,B\n${'1,1\n'.repeat(1201)}`;
  const { stdout } = await runPeerscale(['score', '-', ...ARGS, '--json'], { stdin });
  const { scores } = JSON.parse(stdout);
  expect(scores).toHaveLength(1201);
  expect(scores.at(-1).row).toBe(1201);
});

test('--force alone says what it belongs to', async () => {
  expect((await score('--force')).stderr).toBe('peerscale: score: --force belongs to --out\n');
});
