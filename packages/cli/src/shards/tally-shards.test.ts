import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { type Instrument, itemOf, responseScaleOf, seededRandom } from '@peerscale/core';
import { findInstrument } from '@peerscale/instruments';
import { stringLiteral } from '@peerscale/sql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runPeerscale, temporaryFolder } from '../testing/run-peerscale.ts';

// between them: means, sums, parts, and substitutes for a missing answer
const INSTRUMENTS = ['olbi', 'ribs', 'peer-values', 'oms-hc-15', 'copsoq3-role'];
const SHARDS = 5;

/** Answers with holes, and with 77 and -9 for reasons. */
function answersTo(instrument: Instrument, rows: number): string[][] {
  const random = seededRandom(20_261_122);
  const items = instrument.items.map(
    ({ id }) => responseScaleOf(instrument, itemOf(instrument, id).responseScale).codes,
  );
  return Array.from({ length: rows }, () => {
    const person = random();
    return items.map((codes) => {
      const draw = random();
      if (draw < 0.006) return ['', 'NA', '77', '-9'][Math.floor(random() * 4)]!;
      return String(codes[Math.floor(((person + random()) / 2) * codes.length)]!);
    });
  });
}

let place: ReturnType<typeof temporaryFolder>;
beforeAll(async () => {
  place = temporaryFolder();
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  for (const id of INSTRUMENTS) {
    const instrument = findInstrument(id)!;
    const folder = join(place.folder, id);
    mkdirSync(folder);
    const header = ['person', ...instrument.items.map((item) => item.id)];
    const rows = answersTo(instrument, 400).map((answers, row) => [`p${row}`, ...answers]);
    const csv = (lines: readonly (readonly string[])[]) => lines.map((cells) => `${cells.join(',')}\n`).join('');
    writeFileSync(join(folder, 'all.csv'), csv([header, ...rows]));
    for (let shard = 0; shard < SHARDS; shard++) {
      const own = [header, ...rows.filter((_, row) => row % SHARDS === shard)];
      // the columns of every other shard stand the other way round
      const lines = shard % 2 === 0 ? own : own.map((cells) => cells.toReversed());
      const file = join(folder, `shard-${shard}`);
      writeFileSync(`${file}.csv`, csv(lines));
      const numbers = `SELECT person, ${header
        .slice(1)
        .map((item) => `TRY_CAST("${item}" AS ${shard === 0 ? 'DOUBLE' : 'TINYINT'}) AS "${item}"`)}`;
      await connection.run(
        `COPY (${numbers} FROM read_csv(${stringLiteral(`${file}.csv`)}, all_varchar = true)) TO ${stringLiteral(`${file}.parquet`)} (FORMAT parquet)`,
      );
    }
  }
  connection.closeSync();
  instance.closeSync();
});
afterAll(() => place.remove());

const report = async (...args: string[]) => {
  const { code, stdout, stderr } = await runPeerscale(['reliability', ...args, '--json'], { cwd: place.folder });
  expect([code, stderr]).toEqual([0, '']);
  const { input, ...rest } = JSON.parse(stdout);
  return { input, rest };
};

/** Numbers to nine digits: what is iterated keeps no more. */
const rounded = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_, part) => (typeof part === 'number' ? Number(part.toPrecision(9)) : part)));

const optionsFor = (id: string) => ['--instrument', id, '--missing-codes', '77=not-applicable,-9'];

const CASES: [id: string, kind: 'csv' | 'parquet'][] = [
  ...INSTRUMENTS.map((id): [string, 'parquet'] => [id, 'parquet']),
  ['copsoq3-role', 'csv'],
  ['peer-values', 'csv'],
];

test.each(CASES)('%s in shards as %s gives the report of one file, to the last digit', async (id, kind) => {
  const shards = await report(`${id}/shard-*.${kind}`, ...optionsFor(id), '--all');
  const whole = await report(`${id}/all.csv`, ...optionsFor(id), '--all');
  expect(shards.rest).toEqual(whole.rest);
  expect(shards.input).toEqual({ file: `${id}/shard-*.${kind}`, rows: 400 });
});

test('weights, counts and transforms give the same scores', async () => {
  const { scales, ...olbi } = structuredClone(findInstrument('olbi')!);
  const [first, second, ...others] = scales;
  const [a, b] = first!.items;
  const definition = {
    ...olbi,
    scales: [
      { ...first, method: 'mean', weights: { [a!]: 2, [b!]: 0.1 }, transform: 'percent-of-maximum' },
      { ...second, method: 'count', countFrom: 3 },
      ...others,
    ],
  };
  writeFileSync(join(place.folder, 'own.json'), JSON.stringify(definition));
  const options = [...optionsFor(join(place.folder, 'own.json')), '--all'];
  const shards = await report('olbi/shard-*.parquet', ...options);
  const whole = await report('olbi/all.csv', ...options);
  expect(shards.rest).toEqual(whole.rest);
});

test.each(['pairwise', 'em'])('%s', async (missing) => {
  const shards = await report('ribs/shard-*.parquet', ...optionsFor('ribs'), '--missing', missing);
  const whole = await report('ribs/all.csv', ...optionsFor('ribs'), '--missing', missing);
  expect(rounded(shards.rest)).toEqual(rounded(whole.rest));
});

const ITEMS = ['--items', 'A,B', '--min', '1', '--max', '5'];

async function failing(files: Readonly<Record<string, string>>, ...args: string[]) {
  const { folder, remove } = temporaryFolder(files);
  try {
    const { code, stdout, stderr } = await runPeerscale(['reliability', ...args], { cwd: folder });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr.trimEnd()).not.toContain('\n');
    return stderr.replaceAll(`${folder}/`, '').trimEnd();
  } finally {
    remove();
  }
}

describe('what is wrong is said in one line', () => {
  test.each<[string, Record<string, string>, string[], string]>([
    ['no file', {}, ['*.parquet', ...ITEMS], 'peerscale: *.parquet: there is no such file'],
    [
      'two kinds',
      { 'a.csv': 'A\n', 'b.parquet': '' },
      ['a.csv', 'b.parquet', ...ITEMS],
      'peerscale: the files are CSV and Parquet: give one kind at a time',
    ],
    [
      'another kind',
      { 'a.csv': 'A\n', 'b.xlsx': '' },
      ['a.csv', 'b.xlsx', ...ITEMS],
      'peerscale: b.xlsx: among several files there are .parquet, or .csv, .tsv and .txt, and no others',
    ],
    [
      'standard input',
      { 'a.csv': 'A\n' },
      ['a.csv', '-', ...ITEMS],
      'peerscale: standard input is read alone, not among several files',
    ],
    [
      'a column of one file',
      { 'a.csv': 'A,B\n1,2\n', 'b.csv': 'A\n1\n' },
      ['*.csv', ...ITEMS],
      'peerscale: b.csv: has no column "B"; near "B" there is "A"',
    ],
    [
      'a column twice',
      { 'a.csv': 'A,B\n1,2\n', 'b.csv': 'A,B,A\n1,2,3\n' },
      ['*.csv', ...ITEMS],
      'peerscale: b.csv: has the column "A" 2 times; which one is meant?',
    ],
    [
      'a code',
      { 'a.csv': 'A,B\n1,2\n', 'b.csv': 'B,A\n3,03\n4,7\n5,7\n' },
      ['*.csv', ...ITEMS],
      'peerscale: b.csv: row 2, column "A": "7" is not a code of the response scale (1, 2, 3, 4, 5), and 1 more such cell in this column',
    ],
    [
      'a text',
      { 'a.csv': 'A,B\n1,often\n', 'b.csv': 'B,A\n3,3\n' },
      ['*.csv', ...ITEMS],
      'peerscale: a.csv: row 1, column "B": "often" is text where a code belongs (1, 2, 3, 4, 5)',
    ],
    ['no header', { 'a.csv': 'A,B\n1,2\n', 'b.csv': '' }, ['*.csv', ...ITEMS], 'peerscale: b.csv: has no header line'],
    ['no Parquet', { 'a.parquet': 'A,B\n1,2\n' }, ['a.parquet', ...ITEMS], ''],
    ['a row of another length', { 'a.csv': 'A,B\n1,2,3\n', 'b.csv': 'A,B\n' }, ['*.csv', ...ITEMS], ''],
    [
      'a bootstrap',
      { 'a.csv': 'A,B\n' },
      ['a.csv', 'a.csv', ...ITEMS, '--interval', 'bootstrap-bca'],
      'peerscale: a bootstrap draws respondents, and no row leaves DuckDB: give one CSV file, or another --interval',
    ],
    [
      'a name like a pattern',
      { 'a.csv': 'A,B\n', '[b].csv': 'A,B\n' },
      ['*.csv', ...ITEMS],
      'peerscale: [b].csv: rename it, DuckDB takes this name for a pattern',
    ],
  ])('%s', async (_, files, args, expected) => {
    const said = await failing(files, ...args);
    if (expected === '') expect(said).toMatch(/^peerscale: (DuckDB: .{20}|[ab]\.)/);
    else expect(said).toBe(expected);
  });
});

test('cells may be written in any of the ways of a single file, and a file may have no rows', async () => {
  const { folder, remove } = temporaryFolder({
    'a.csv': '\ufeffA;B\r\n"1"; 2\r\n03;4.0\r\n;NA\r\n5;+1\r\n',
    'b.tsv': 'B\tA\n2\t5\n',
    'c.csv': 'A,B\n',
    'all.csv': 'A,B\n1,2\n3,4\n,\n5,1\n5,2\n',
  });
  const run = (...args: string[]) => runPeerscale(['reliability', ...args, ...ITEMS, '--json'], { cwd: folder });
  const shards = await run('a.csv', 'b.tsv', 'c.csv');
  expect(shards.stderr).toBe('');
  const whole = JSON.parse((await run('all.csv')).stdout);
  expect(JSON.parse(shards.stdout)).toEqual({ ...whole, input: { file: 'a.csv b.tsv c.csv', rows: 5 } });
  remove();
});
