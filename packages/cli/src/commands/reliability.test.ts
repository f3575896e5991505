import { adHocInstrument, reliabilityReport, tableOfColumns } from '@peerscale/core';
import { findInstrument } from '@peerscale/instruments';
import { expect, test } from 'vitest';
import { runPeerscale } from '../testing/run-peerscale.ts';

const A = [1, 2, 3, 4, 2, 5];
const B = [5, 4, 4, 2, 3, 1];
const C = [2, 2, 3, 5, 1, 4];
const CSV = `id,A,B,C\n${A.map((a, row) => `p${row},${a},${B[row]},${C[row]}\n`).join('')}`;
const ARGS = ['--items', 'A,B,C', '--reverse', 'B', '--min', '1', '--max', '5'];

const reliability = async (stdin: string, ...args: string[]) => runPeerscale(['reliability', '-', ...args], { stdin });

test('--json is the report of the core on the same answers, and nothing else', async () => {
  const { code, stdout, stderr } = await reliability(CSV, ...ARGS, '--level', '0.9', '--json');
  const instrument = adHocInstrument({ items: ['A', 'B', 'C'], reverse: ['B'], minimum: 1, maximum: 5 });
  const columns = Object.entries({ A, B, C }).map(([item, codes]) => ({ item, codes }));
  const expected = reliabilityReport({ file: '-', rows: 6 }, instrument, tableOfColumns(6, columns), { level: 0.9 });
  expect(JSON.parse(stdout)).toEqual(expected);
  expect([code, stderr]).toEqual([0, '']);
});

test('alpha of three answers to two items is 12/13', async () => {
  const { stdout } = await reliability(
    'A1,A2\n1,2\n2,2\n3,4\n',
    '--items',
    'A1,A2',
    '--min',
    '1',
    '--max',
    '5',
    '--json',
  );
  expect(JSON.parse(stdout).scales[0].alpha.value).toBeCloseTo(12 / 13, 14);
});

test('the same answers give the same report, however the file is written', async () => {
  const expected = (await reliability(CSV, ...ARGS, '--json')).stdout;
  const variants = [
    `\ufeff${CSV.replaceAll('\n', '\r\n')}`,
    CSV.replaceAll(',', ';'),
    CSV.replaceAll(',', '\t').trimEnd(),
    CSV.replace(/(\d),/g, '$1.0 , '),
    CSV.replace(/[^,\n]+/g, '"$&"'),
  ];
  for (const variant of variants) expect((await reliability(variant, ...ARGS, '--json')).stdout).toBe(expected);
  const piped = await reliability(CSV.replaceAll(',', '|'), ...ARGS, '--json', '--delimiter', 'pipe');
  expect(piped.stdout).toBe(expected);
});

test('text: figures line up, reversed items are marked and explained', async () => {
  const { stdout } = await reliability(`${CSV}p6,,3,3\n`, ...ARGS);
  expect(stdout).toBe(`standard input: 7 respondents, 1 cell without an answer

Reliability: listwise; interval of alpha by Feldt

  scale             k  n  left out  alpha    95% interval  std.alpha  omega    SEM
  Scale of A ... C  3  6         1  0.916  0.645 to 0.987      0.916  0.935  0.394

Scale of A ... C: 3 items, n = 6 (listwise: 1 of 7 respondents left out)

  item  n   mean     sd  raw.r  std.r  r.cor  r.drop  alpha without
  A     6  2.833  1.472  0.981  0.981  0.984   0.954          0.774
  B-    6  2.833  1.472  0.914  0.914  0.892   0.807          0.898
  C     6  2.833  1.472  0.881  0.881  0.811   0.740          0.952

  A "-" after an item: its codes were reversed first, as they stand against the scale.

  Note: 6 respondents are few for 3 items: fewer than 5 an item, which COSMIN calls inadequate for a factor analysis. Read omega and the item table with care.
  Note: Without C alpha would be 0.95 instead of 0.92: C goes less with the others than they go with each other.
  Note: In the one-factor model A has no variance of its own left (a Heywood case): one factor may not fit, or the sample is too small.
`);
});

test('text: with --all every coefficient, what an item left out changes, scores, answers, correlations, references', async () => {
  const { stdout } = await reliability(CSV, ...ARGS, '--all', '--interval', 'bootstrap-percentile', '--draws', '50');
  expect(stdout).toContain('interval of alpha by percentile bootstrap, 50 draws');
  const lines = stdout.split('\n').map((line) => line.trim().replace(/ {2,}/g, '|'));
  expect(lines).toContain("Guttman's lambda 3|0.916|covariances; equals alpha");
  expect(lines).toContain('Split half, minimum|0.750|Flanagan-Rulon, all 3 splits');
  expect(lines).toContain('without|alpha|std.alpha|lambda6|average r|median r|var r|S/N|alpha se');
  expect(lines).toContain('B-|0.898|0.898|0.815|0.815|0.815|NA|8.833|0.0830');
  expect(lines).toContain('score|n|mean|sd|min|max|possible|floor|ceiling|skew|kurtosis');
  expect(lines).toContain('scale|6|2.833|1.362|1.333|4.667|1 to 5|0.0%|0.0%|0.330|-1.916');
  expect(lines).toContain('A|6|0|16.7%|33.3%|16.7%|16.7%|16.7%|2.833|1.472|0.232|-1.716|0.809');
  expect(lines).toContain('C|0.82|0.63');
  expect(stdout).toContain('\nReferences\n');
  expect(stdout).toContain('doi:10.1201/9780429246593');
  expect(stdout).not.toContain('NaN');
});

test('text: one item has no table of items left out', async () => {
  const { stdout } = await reliability('A\n1\n2\n', '--items', 'A', '--min', '1', '--max', '5', '--all');
  expect(stdout).not.toContain('\n  without');
  expect(stdout).toMatch(/^ {2}Scale of A +1 +2 +0 +NA +NA +NA +NA +NA$/m);
});

test('text: pairwise and em say who is behind the figures', async () => {
  const csv = 'A,B,C\n1,2,\n2,3,2\n3,,4\n4,4,5\n,5,4\n2,1,2\n';
  for (const missing of ['pairwise', 'em']) {
    const { stdout } = await reliability(csv, '--items', 'A,B,C', '--min', '1', '--max', '5', '--missing', missing);
    expect(stdout).toContain(
      `3 of 6 respondents complete (${missing}: 4 to 5 respondents behind a pair of items; the interval counts on 4)`,
    );
  }
});

test('a file longer than one chunk gives the report of the core on all of it, to the last digit', async () => {
  const rows = 40_000;
  const columns = ['A', 'B', 'C'].map((item, i) => ({
    item,
    codes: Array.from({ length: rows }, (_, row) =>
      row % (97 + i) === 0 ? null : 1 + ((row * (i + 2) + (row >> 3)) % 5),
    ),
  }));
  let csv = 'A,B,C\n';
  for (let row = 0; row < rows; row++) csv += `${columns.map(({ codes }) => codes[row] ?? '').join(',')}\n`;
  const instrument = adHocInstrument({ items: ['A', 'B', 'C'], reverse: ['B'], minimum: 1, maximum: 5 });
  const expected = reliabilityReport({ file: '-', rows }, instrument, tableOfColumns(rows, columns), { all: true });
  expect(JSON.parse((await reliability(csv, ...ARGS, '--all', '--json')).stdout)).toEqual(expected);
});

test('the same seed gives the same bootstrap, another seed another', async () => {
  const drawn = async (seed: string) =>
    JSON.parse(
      (await reliability(CSV, ...ARGS, '--interval', 'bootstrap-bca', '--draws', '200', '--seed', seed, '--json'))
        .stdout,
    ).scales[0].alpha.interval;
  const first = await drawn('7');
  expect(first).toMatchObject({ method: 'bootstrap-bca', bootstrap: { draws: 200, seed: 7 } });
  expect(await drawn('7')).toEqual(first);
  expect((await drawn('8')).lower).not.toBe(first.lower);
});

test('on a terminal the status line is taken away again, and stdout is the same', async () => {
  const watched = await runPeerscale(['reliability', '-', ...ARGS], { stdin: CSV, isWatched: true });
  expect(watched.stderr).toContain('estimating');
  expect(watched.stderr.endsWith('\r\u001b[K')).toBe(true);
  expect(watched.stdout).toBe((await reliability(CSV, ...ARGS)).stdout);
});

test.each([
  [['--interval', 'fedlt'], '--interval: "fedlt" is not one of feldt, '],
  [['--missing', 'none'], '--missing: "none" is not one of listwise, pairwise, em'],
  [['--missing', 'em', '--interval', 'bootstrap-bca'], 'it goes with --missing listwise'],
  [['--draws', '5'], 'reliability: --draws belongs to --interval bootstrap-percentile or bootstrap-bca'],
  [['--seed', '5'], 'reliability: --seed belongs to --all, or to --interval bootstrap-percentile or bootstrap-bca'],
  [['--interval', 'bootstrap-bca', '--draws', '0'], '--draws: "0" is not a whole number from 1 to 1000000'],
  [['--all', '--seed', '1.5'], '--seed: "1.5" is not a whole number from 0 to 4294967295'],
  [['--level', '95'], '--level: "95" is not between 0 and 1'],
])('%j is refused in one line', async (args, message) => {
  const { code, stdout, stderr } = await reliability(CSV, ...ARGS, ...args);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain(message);
  expect(stderr.split('\n')).toHaveLength(2);
});

test('columns are mapped, and further codes are missing', async () => {
  const renamed = CSV.replace('A,B,C', 'first,B,"C, last"').replace('p0,1', 'p0,99').replace('p1,2', 'p1,-9');
  const args = [...ARGS, '--map', 'A=first,C=C, last', '--missing-codes', '-9,99', '--json'];
  const report = JSON.parse((await reliability(renamed, ...args)).stdout);
  expect(report.scales[0]).toMatchObject({ items: ['A', 'B', 'C'], n: 4, nDropped: 2 });
});

test('an instrument gives its scales, and a word where it is not validated', async () => {
  const items = Array.from({ length: 16 }, (_, i) => `olbi_${i + 1}`);
  const rows = Array.from({ length: 9 }, (_, row) => items.map((_, i) => 1 + ((row * (i + 3) + i) % 4)).join(','));
  const csv = `${items.join(',')}\n${rows.join('\n')}\n`;
  const definition = JSON.parse((await reliability(csv, '--instrument', 'olbi', '--json')).stdout);
  const other = JSON.parse(
    (await reliability(csv, '--instrument', 'olbi', '--coding', 'agreement-4=endorsement', '--json')).stdout,
  );
  expect(definition.scales.length).toBeGreaterThan(1);
  // the other coding turns every item: the same alpha, and the mean mirrored
  definition.scales.forEach((scale: Report, s: number) => {
    const turned: Report = other.scales[s];
    expect(turned.alpha.value).toBeCloseTo(scale.alpha.value, 12);
    scale.itemStatistics.forEach((item, i) => {
      expect(turned.itemStatistics[i]!.reversed).toBe(!item.reversed);
      expect(turned.itemStatistics[i]!.mean).toBeCloseTo(5 - item.mean, 12);
    });
  });
  const { stdout } = await reliability(csv, '--instrument', 'olbi');
  for (const { name, items: scaleItems } of findInstrument('olbi')!.scales) {
    expect(stdout).toContain(`\n${name.en} (`);
    expect(stdout).toContain(`: ${scaleItems.length} items, n = 9 (listwise: 0 of 9 respondents left out)\n`);
  }
  expect(stdout).toContain('(olbi@1.0.0)\n');
  expect(stdout).not.toContain('Validation: none yet');
  const header = findInstrument('work-burnout')!.items.map(({ id }) => id);
  const young = await reliability(`${header.join(',')}\n`, '--instrument', 'work-burnout');
  expect(young.stdout).toContain('(work-burnout@1.0.0)\nValidation: none yet. ');
});

interface Report {
  alpha: { value: number };
  itemStatistics: { reversed: boolean; mean: number }[];
}
