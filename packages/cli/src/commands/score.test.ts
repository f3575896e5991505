import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { adHocInstrument, scoreResponse, scoreResponses, scoreSummary, tableOfColumns } from '@peerscale/core';
import { afterAll, describe, expect, test } from 'vitest';
import { runPeerscale, temporaryFolder } from '../testing/run-peerscale.ts';

const CSV = 'A,B\n1,5\n2,3\n,4\n,\n5,1\n';
const ARGS = ['--items', 'A,B', '--reverse', 'B', '--min', '1', '--max', '5'];
const source = { citation: 'Somebody (2020)', doi: '10.1000/x', checkedOn: '2026-01-01' };
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
    { id: 'ad-hoc', version: '1.0.0', validation: 'none yet' },
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

const placed = {
  ...adHocInstrument({ items: ['A', 'B'], reverse: ['B'], minimum: 1, maximum: 5 }),
  id: 'placed',
  norms: [
    { id: 'staff', scale: 'scale', sample: 'Staff of one town', n: 120, mean: 2.5, sd: 0.5, source },
    {
      id: 'table',
      scale: 'scale',
      sample: 'Everybody',
      percentiles: [
        { score: 1, percentile: 10 },
        { score: 5, percentile: 90 },
      ],
      source,
    },
    { id: 'alpha-only', scale: 'scale', sample: 'Few', alpha: 0.8, source },
  ],
  bands: [
    {
      id: 'thirds',
      scale: 'scale',
      bands: [
        { id: 'low', from: null, label: { en: 'low' } },
        { id: 'high', from: 2.5, label: { en: 'high' } },
      ],
      caution: 'A convention about groups.',
      source,
    },
  ],
};
writeFileSync(join(folder, 'placed.json'), JSON.stringify(placed));
const place = (...args: string[]) =>
  runPeerscale(['score', 'answers.csv', '--instrument', 'placed.json', ...args], { cwd: folder });

describe('norms and bands', () => {
  test('stand nowhere without being asked for', async () => {
    const { stdout } = await place();
    expect(stdout).not.toMatch(/Norm|Caution|thirds|staff/);
    expect((await place('--json')).stdout).not.toMatch(/norms|bands/);
  });

  test('in text: with the sample, the source and the caution', async () => {
    const { code, stdout } = await place('--norm', 'staff:t,table', '--bands', 'thirds');
    expect(code).toBe(0);
    // scores 1, 2.5 and 5 against mean 2.5 and sd 0.5
    expect(stdout).toMatch(/scale\.staff\.t +3 +56\.67 +40\.41 +20\.00 +100\.00\n/);
    expect(stdout).toContain('Norm: Staff of one town: n = 120, mean 2.5, sd 0.5\n');
    expect(stdout).toContain('it is neither a target nor a finding about a person.\n');
    expect(stdout).toContain('Source: Somebody (2020), doi:10.1000/x (checked 2026-01-01)\n');
    expect(stdout).toMatch(/high \(high\) +2\.5 +2 +66\.7%\n/);
    expect(stdout).toContain('Caution: A convention about groups.\n');
    expect(stdout).toMatch(/ row +scale +scale\.staff\.t +scale\.table\.percentile +scale\.thirds\n/);
    expect(stdout).toMatch(/ 2 +2\.500 +50 +40 +high\n/);
  });

  test('in the CSV and in the JSON: row by row, and no value where there is no score', async () => {
    await place('--norm', 'staff', '--bands', 'thirds', '--out', 'placed.csv', '--force');
    expect(readFileSync(join(folder, 'placed.csv'), 'utf8').split('\n').slice(0, 4)).toEqual([
      'row,scale.value,scale.used,scale.prorated,scale.reason,scale.staff.z,scale.thirds',
      '1,1,2,false,,-3,low',
      '2,2.5,2,false,,0,high',
      '3,,1,false,incomplete,,',
    ]);
    const { norms, bands, scores } = JSON.parse((await place('--norm', 'staff', '--bands', 'thirds', '--json')).stdout);
    expect(norms).toEqual([{ ...placed.norms[0], unit: 'z', caution: expect.stringContaining('neither a target') }]);
    expect(bands).toEqual(placed.bands);
    expect(scores[0].norms).toEqual([{ norm: 'staff', scale: 'scale', unit: 'z', value: -3 }]);
    expect(scores[2].bands).toEqual([{ bands: 'thirds', scale: 'scale', band: null }]);
  });

  test.each([
    [['--norm', 'staf'], '--norm: placed@1.0.0 has no norm "staf"; did you mean staff?'],
    [['--norm', 'staff:iq'], '--norm: "staff:iq" is not of the form NORM, NORM:z, NORM:t or NORM:percentile'],
    [['--norm', 'table:t'], '--norm: "table" has no mean and sd, which "t" needs'],
    [['--norm', 'staff:percentile'], '--norm: "staff" has no percentile table, which "percentile" needs'],
    [['--norm', 'alpha-only'], '--norm: "alpha-only" has neither a mean with its sd nor percentiles'],
    [['--norm', 'staff,staff:z'], '--norm, --bands: "scale.staff.z" is there twice'],
    [['--bands', 'fifths'], '--bands: placed@1.0.0 has no bands "fifths"; there is thirds'],
  ])('%j is refused', async (args, message) => {
    expect(await place(...args)).toEqual({ code: 2, stdout: '', stderr: `peerscale: ${message}\n` });
  });
});

describe('files of many rows', () => {
  const rows = 20_000;
  const a = (row: number) => (row % 13 === 0 ? null : 1 + (row % 5));
  const b = (row: number) => 1 + ((row * 7) % 5);
  const line = (row: number) => `${a(row) ?? ''},${b(row)}\n`;
  async function* many(changed: ReadonlyMap<number, string> = new Map(), pause = 0) {
    yield Buffer.from('A,B\n');
    for (let first = 0; first < rows; first += 1000) {
      const lines = Array.from({ length: 1000 }, (_, i) => changed.get(first + i) ?? line(first + i));
      await new Promise((resolve) => setTimeout(resolve, pause));
      yield Buffer.from(lines.join(''));
    }
  }
  const definition = adHocInstrument({ items: ['A', 'B'], reverse: ['B'], minimum: 1, maximum: 5 });
  const table = tableOfColumns(rows, [
    { item: 'A', codes: Array.from({ length: rows }, (_, row) => a(row)) },
    { item: 'B', codes: Array.from({ length: rows }, (_, row) => b(row)) },
  ]);

  test('are scored chunk by chunk as the core scores them at once, written whole, and summed up', async () => {
    const { code, stdout } = await runPeerscale(['score', '-', ...ARGS, '--out', 'many.csv'], {
      cwd: folder,
      stdin: many(),
    });
    expect(code).toBe(0);
    const [scores] = scoreResponses(definition, table);
    const written = readFileSync(join(folder, 'many.csv'), 'utf8').trimEnd().split('\n').slice(1);
    expect(written).toEqual(
      Array.from({ length: rows }, (_, row) => {
        const { value, used, prorated, reason } = scores!.outcome(row);
        return [row + 1, value, used, prorated, reason].map((cell) => cell ?? '').join(',');
      }),
    );
    const { n, mean, sd } = scoreSummary(scores!);
    const { stdout: json } = await runPeerscale(['score', '-', ...ARGS, '--json'], { stdin: many() });
    const { scales, scores: receipts } = JSON.parse(json);
    expect(scales[0]).toMatchObject({ n, mean: expect.closeTo(mean!, 12), sd: expect.closeTo(sd!, 12) });
    expect([receipts.length, receipts[rows - 1]]).toEqual([rows, { row: rows, receipts: [scores!.receipt(rows - 1)] }]);
    expect(stdout).toContain(`scale  ${n}  ${mean!.toFixed(3)}`);
    expect(stdout).toContain(`The first 10 of ${rows} rows`);
  });

  test('a bad code far down: the first ten are named, how many more is said, and nothing is written', async () => {
    const changed = new Map(Array.from({ length: 12 }, (_, i) => [15_000 + i, '9,1\n']));
    const { code, stdout, stderr } = await runPeerscale(['score', '-', ...ARGS, '--out', 'bad.csv'], {
      cwd: folder,
      stdin: many(changed),
    });
    expect([code, stdout]).toEqual([2, '']);
    const lines = stderr.trimEnd().split('\n');
    expect(lines).toHaveLength(11);
    expect(lines[0]).toContain('line 15002 (row 15001), column "A": "9" is not a code');
    expect(lines[10]).toBe('peerscale: standard input: and 2 more such cells');
    expect(readdirSync(folder).filter((file) => file.includes('bad'))).toEqual([]);
  });

  test('progress is shown where a person watches, and only there', async () => {
    const slow = (isWatched: boolean, ...more: string[]) =>
      runPeerscale(['score', '-', ...ARGS, ...more], { stdin: many(new Map(), 30), isWatched });
    const [watched, piped, json] = await Promise.all([slow(true), slow(false), slow(true, '--json')]);
    expect(watched.stderr).toMatch(/^\rstandard input: [\d,]+ rows, [\d,]+ rows\/s/);
    expect(watched.stderr.endsWith('\r\u001b[K')).toBe(true);
    expect([piped.stderr, json.stderr]).toEqual(['', '']);
  });
});

test('a reason for missing that the file has a code for counts as the definition says', async () => {
  const lenient = {
    ...adHocInstrument({ items: ['A', 'B'], minimum: 1, maximum: 5 }),
    id: 'lenient',
  };
  const [scale] = lenient.scales;
  writeFileSync(
    join(folder, 'lenient.json'),
    JSON.stringify({ ...lenient, scales: [{ ...scale, substitutes: { 'dont-know': 3 } }] }),
  );
  const args = ['score', '-', '--instrument', 'lenient.json', '--missing-codes', '8=dont-know,9', '--json'];
  const { stdout } = await runPeerscale(args, { cwd: folder, stdin: 'A,B\n5,8\n5,9\n' });
  const [first, second] = JSON.parse(stdout).scores.map(({ receipts }: { receipts: object[] }) => receipts[0]);
  expect(first).toMatchObject({ value: 4, substituted: [{ item: 'B', reason: 'dont-know', code: 3 }] });
  expect(second).toMatchObject({ value: null, missing: [{ item: 'B', reason: 'skipped' }] });
});
