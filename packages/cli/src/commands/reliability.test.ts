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

Scale of A ... C: 3 items, n = 6 (listwise: 1 of 7 respondents left out)

  alpha                0.916  95% interval 0.645 to 0.987 (Feldt)
  standardized alpha   0.916
  Guttman lambda 6     0.937
  average r            0.785
  median r             0.815
  signal-to-noise     10.929

  item  n   mean     sd  raw.r  std.r  r.cor  r.drop
  A     6  2.833  1.472  0.981  0.981  0.984   0.954
  B-    6  2.833  1.472  0.914  0.914  0.892   0.807
  C     6  2.833  1.472  0.881  0.881  0.811   0.740

  without  alpha  std.alpha  lambda6  average r  median r  var r     S/N  alpha se
  A        0.774      0.774    0.631      0.631     0.631     NA   3.417    0.1849
  B-       0.898      0.898    0.815      0.815     0.815     NA   8.833    0.0830
  C        0.952      0.952    0.908      0.908     0.908     NA  19.667    0.0395

  A "-" after an item: its codes were reversed first, as they stand against the scale.
`);
});

test('text: one item has no table of items left out', async () => {
  const { stdout } = await reliability('A\n1\n2\n', '--items', 'A', '--min', '1', '--max', '5');
  expect(stdout).not.toContain('\n  without');
  expect(stdout).toContain('alpha               NA  95% interval NA to NA (Feldt)\n');
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
