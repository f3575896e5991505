import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codebookOf } from '@peerscale/core';
import { findInstrument, findTextPack } from '@peerscale/instruments';
import { parse } from 'csv-parse/sync';
import { afterAll, expect, test } from 'vitest';
import { runPeerscale, temporaryFolder } from '../testing/run-peerscale.ts';

const olbi = findInstrument('olbi')!;
const evil = {
  ...olbi,
  id: 'evil',
  name: { en: '<script>alert(1)</script>' },
  items: olbi.items.map((item, i) => (i === 0 ? { ...item, label: { en: '=HYPERLINK("x")&<b>' } } : item)),
};
const ITEM_CELLS = olbi.items.slice(1).map(() => '2');
const header = ['person', 'team', 'Q1', ...olbi.items.slice(1).map(({ id }) => id)];
const { folder, remove } = temporaryFolder({
  'evil.json': JSON.stringify(evil),
  'answers.csv': `${[header, ['anna', 'red', '1', ...ITEM_CELLS], ['=bert', 'red', '9', ...ITEM_CELLS], ['carl', '=1+1', '', ...ITEM_CELLS]].map((row) => row.join(',')).join('\n')}\n`,
  'some.csv': 'olbi_1,age\n1,33\n4,35\n',
});
afterAll(() => remove());
const peerscale = (...args: string[]) => runPeerscale(args, { cwd: folder });
const rowsOf = (csv: string): Record<string, string>[] => parse(csv, { columns: true });

test('describe --codebook as CSV has a line for every item and scale, with all that the codebook knows', async () => {
  const { code, stdout } = await peerscale('describe', 'olbi', '--codebook', '--format', 'csv');
  expect(code).toBe(0);
  const rows = rowsOf(stdout);
  expect(rows.map(({ variable }) => variable)).toEqual(codebookOf(olbi).map(({ variable }) => variable));
  expect(rows[1]).toMatchObject({
    variable: 'olbi_2',
    label: olbi.items[1]!.label.en,
    kind: 'item',
    codes: '1; 2; 3; 4',
    scales: 'exhaustion; burnout',
    reversed_in: 'exhaustion; burnout',
    missing: 'empty or NA: not answered',
    source: expect.stringContaining('10.'),
    rights: expect.stringContaining(olbi.rights.holder),
  });
  expect(rows.find(({ variable }) => variable === 'exhaustion')!.scales).toContain(
    'olbi_2 (reversed); olbi_4 (reversed); olbi_5;',
  );
});

test('--coding turns the reversal, and --json has the variables as the core gives them', async () => {
  const { stdout } = await peerscale('describe', 'olbi', '--codebook', '--coding', 'agreement-4=endorsement', '--json');
  const { schema, variables } = JSON.parse(stdout);
  expect(schema).toBe('peerscale/codebook@1');
  expect(variables).toEqual(codebookOf(olbi, { coding: { 'agreement-4': 'endorsement' } }));
});

test('wording and labels come in the language that is asked for, where it is there', async () => {
  const instrument = findInstrument('work-burnout')!;
  const pack = findTextPack(instrument, 'cs')!;
  const [item] = instrument.items;
  const { stdout } = await peerscale('describe', 'work-burnout', '--codebook', '--locale', 'cs', '--format', 'csv');
  expect(rowsOf(stdout)[0]!.wording).toBe(pack.items[item!.id]);
  const text = await peerscale('describe', 'work-burnout', '--codebook');
  expect(text.stdout).toMatch(/^Validation: +none yet/m);
  expect(text.stdout).toContain(findTextPack(instrument, 'en')!.items[item!.id]);
  const none = await peerscale('describe', 'olbi', '--codebook', '--locale', 'tlh');
  expect(none.stderr).toMatch(/^peerscale: --locale: olbi has neither labels nor wording in "tlh"; there is en/);
});

test('the page stands alone: no script, no address, everything escaped, a table with headings', async () => {
  const { code, stdout } = await peerscale('describe', 'evil.json', '--codebook', '--out', 'evil.html');
  expect([code, stdout]).toEqual([0, 'The codebook is in evil.html\n']);
  const page = readFileSync(join(folder, 'evil.html'), 'utf8');
  expect(page).toMatch(/^<!doctype html>\n<html lang="en">/);
  expect(page).toContain('<h1>Codebook of &lt;script&gt;alert(1)&lt;/script&gt;</h1>');
  expect(page).toContain('<td>=HYPERLINK(&quot;x&quot;)&amp;&lt;b&gt;</td>');
  expect(page).not.toMatch(/<script|<link|<img|<iframe|@import|url\(|\s(?:src|href)=/i);
  expect(page).toContain(`content="default-src 'none'; style-src 'sha256-`);
  expect(page).toContain('@media (prefers-color-scheme: dark)');
  expect(page).toContain('<th scope="col">Variable</th>');
  expect(page).toContain('<th scope="row">olbi_1</th>');
  expect(page).toContain('<caption id="variables">19 variables</caption>');
});

test('no cell of the CSV runs as a formula', async () => {
  const { stdout } = await peerscale('describe', 'evil.json', '--codebook', '--format', 'csv');
  expect(rowsOf(stdout)[0]!.label).toBe(`'=HYPERLINK("x")&<b>`);
  const data = await peerscale('codebook', 'answers.csv', '--format', 'csv');
  expect(rowsOf(data.stdout)[1]!.observed).toBe(`'=1+1: 1; red: 2`);
});

test('a data file: every column with n, missing and codes, and the facts where it is an item', async () => {
  const args = ['codebook', 'answers.csv', '--instrument', 'olbi', '--map', 'olbi_1=Q1'];
  const rows = rowsOf((await peerscale(...args, '--format', 'csv')).stdout);
  expect(rows.map(({ variable }) => variable)).toEqual(header);
  expect(rows[0]).toMatchObject({
    item: '',
    label: '',
    n: '3',
    missing_n: '0',
    observed: 'no value twice, not listed',
  });
  expect(rows[2]).toMatchObject({
    item: 'olbi_1',
    label: olbi.items[0]!.label.en,
    n: '2',
    missing_n: '1',
    observed: '1: 1; 9: 1 (not a code of this item)',
    codes: '1; 2; 3; 4',
    scales: 'disengagement; burnout',
    missing: 'empty, NA',
  });
  const { stdout } = await peerscale(...args, '--missing-codes', '9=refused', '--json');
  const report = JSON.parse(stdout);
  expect(report).toMatchObject({
    schema: 'peerscale/data-codebook@1',
    input: { file: 'answers.csv', rows: 3 },
    instrument: { id: 'olbi', version: '1.0.0' },
    itemsWithoutColumn: [],
  });
  expect(report.columns[2]).toMatchObject({ column: 'Q1', item: 'olbi_1', n: 1, missing: 2, strange: [] });
  expect(report.columns[2].definition.label).toBe(olbi.items[0]!.label.en);
  expect(report.columns[1].definition).toBeNull();
});

test('items without a column are named, not refused; a mapped column must be there', async () => {
  const { code, stdout } = await peerscale('codebook', 'some.csv', '--instrument', 'olbi');
  expect(code).toBe(0);
  expect(stdout).toMatch(/^Not in the file: +olbi_2, olbi_3, /m);
  expect(stdout).toContain('age\n');
  expect((await peerscale('codebook', 'some.csv', '--instrument', 'olbi', '--map', 'olbi_3=Q3')).stderr).toBe(
    'peerscale: some.csv: has no column "Q3"\n',
  );
});

test('a data file without an instrument, from standard input, and an empty one', async () => {
  const { stdout } = await runPeerscale(['codebook', '-'], { stdin: 'a\n1\n1\n\n2\n' });
  expect(stdout).toMatch(/^File: +standard input: 4 rows, 1 column$/m);
  expect(stdout).toContain('observed  1: 2, 2: 1');
  expect((await runPeerscale(['codebook', '-', '--json'], { stdin: '' })).code).toBe(0);
});

test.each([
  [['codebook', 'some.csv', '--format', 'pdf'], '--format: "pdf" is none of text, csv, html'],
  [['codebook', 'some.csv', '--map', 'a=b'], 'codebook: --map belongs to --instrument'],
  [['codebook', 'some.csv', '--out', 'some.csv', '--force'], 'some.csv: is the file the answers are read from'],
  [['codebook', 'some.csv', '--json', '--out', 'x.csv'], 'codebook: --json goes to standard output alone'],
  [['describe', 'olbi', '--out', 'x.csv'], 'describe: --out belongs to --codebook'],
  [['describe', 'olbi', '--codebook', '--force'], 'describe: --force belongs to --out'],
])('%j is refused', async (args, message) => {
  const { code, stderr } = await peerscale(...args);
  expect(stderr).toContain(`peerscale: ${message}`);
  expect(code).toBe(2);
  expect(existsSync(join(folder, 'x.csv'))).toBe(false);
});
