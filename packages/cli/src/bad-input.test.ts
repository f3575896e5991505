import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runPeerscale, temporaryFolder } from './testing/run-peerscale.ts';

const ITEMS = ['--items', 'A1,A2', '--min', '1', '--max', '5'];
const PLAIN_INSTRUMENT = {
  format: 'peerscale/instrument@1',
  id: 'tiny',
  version: '1.0.0',
};

const manyBadCells = `A1,A2\n${Array.from({ length: 13 }, (_, row) => `${row % 5},9\n`).join('')}`;
const FILES: Record<string, string | Uint8Array> = {
  'good.csv': 'A1,A2\n1,2\n3,4\n2,2\n',
  'lacks.csv': 'A1,a2\n1,2\n',
  'twice.csv': 'A1,A2,A1\n1,2,3\n',
  'outside.csv': 'A1,A2\n1,2\n\n3,9\n',
  'text.csv': 'A1;A2\r\n"1\u001b[31m";often\r\n',
  'long.csv': `A1,A2\n1,${'x'.repeat(500)}\n`,
  'many.csv': manyBadCells,
  'eleven.csv': `A1,A2\n${'0,1\n'.repeat(11)}`,
  'ragged.csv': 'A1,A2\n1,2\n3\n',
  'wide.csv': 'A1,A2\n1,2,3\n',
  'quote.csv': 'A1,A2\n1,2\n"3,4\n',
  'latin.csv': Buffer.concat([Buffer.from('A1,A2,p'), Buffer.from([0xf8]), Buffer.from('\n1,2,3\n')]),
  'book.xlsx': Buffer.from('PK\u0003\u0004\0\0\0\u0008'),
  'broken.json': '{\n  "id": tiny\n}',
  'tiny.json': JSON.stringify(PLAIN_INSTRUMENT),
};

let folder = '';
let remove = (): void => {};
beforeAll(() => {
  ({ folder, remove } = temporaryFolder(FILES));
  mkdirSync(join(folder, 'folder'));
});
afterAll(() => remove());

describe('exit 2 and these lines', () => {
  test.each<[string, string[], string[]]>([
    [
      'no command',
      [],
      [
        'name a command: instruments, describe, validate, textpack, codebook, score, convert, reliability, report, agreement, quality, link, change, drivers; see peerscale --help',
      ],
    ],
    ['another command', ['relibility'], ['there is no command "relibility"; did you mean reliability?']],
    [
      'an argument missing',
      ['score', ...ITEMS],
      ['score: name a CSV file, or - for standard input; see peerscale score --help'],
    ],
    [
      'an unknown option',
      ['score', 'good.csv', '--itms', 'A1'],
      ['score: there is no option "--itms"; did you mean --items?'],
    ],
    ['an argument too many', ['instruments', 'olbi'], ['instruments: takes no argument; "olbi" is one']],
    [
      'a version that is not installed',
      ['score', 'good.csv', '--instrument', 'olbi@9.9.9', '--out', 'none.csv'],
      ['there is no "olbi@9.9.9"; of olbi there is 1.0.0'],
    ],
    [
      'a column mapped to an unknown item',
      ['score', 'good.csv', '--instrument', 'olbi', '--map', 'olbi_99=A1'],
      ['--map: there is no item "olbi_99"; did you mean olbi_9?'],
    ],
    [
      'norms of an instrument that has none',
      ['score', 'good.csv', ...ITEMS, '--norm', 'staff'],
      ['--norm: ad-hoc@1.0.0 has no norms'],
    ],
    ['an unknown instrument', ['describe', 'olbx'], ['there is no instrument "olbx"; did you mean olbi?']],
    [
      'a level',
      ['reliability', 'good.csv', ...ITEMS, '--level', '95'],
      ['--level: "95" is not between 0 and 1, such as 0.95'],
    ],
    ['no file', ['reliability', 'no.csv', ...ITEMS], ['no.csv: there is no such file']],
    [
      'no file, its name a threat',
      ['reliability', 'no\u001b[2J.csv', ...ITEMS],
      ['no\\x1b[2J.csv: there is no such file'],
    ],
    ['a folder', ['reliability', 'folder', ...ITEMS], ['folder: is a folder, not a file']],
    ['a file below a file', ['reliability', 'good.csv/x', ...ITEMS], ['good.csv/x: there is no such file']],
    [
      'a column missing',
      ['reliability', 'lacks.csv', ...ITEMS],
      ['lacks.csv: has no column "A2"; near "A2" there is "a2", "A1"'],
    ],
    [
      'a column missing that has a near name',
      ['reliability', 'good.csv', '--items', 'A1,LEAD', '--min', '1', '--max', '5', '--map', 'LEAD=A_2'],
      ['good.csv: has no column "A_2"; near "A_2" there is "A2"'],
    ],
    [
      'a column twice',
      ['reliability', 'twice.csv', ...ITEMS],
      ['twice.csv: has the column "A1" 2 times; which one is meant?'],
    ],
    [
      'a code outside the response scale',
      ['reliability', 'outside.csv', ...ITEMS],
      ['outside.csv: line 4 (row 2), column "A2": "9" is not a code of the response scale (1 to 5)'],
    ],
    [
      'text where a code belongs',
      ['score', 'text.csv', ...ITEMS],
      [
        'text.csv: line 2 (row 1), column "A1": "1\\x1b[31m" is text where a code belongs (1 to 5)',
        'text.csv: line 2 (row 1), column "A2": "often" is text where a code belongs (1 to 5)',
      ],
    ],
    [
      'long text',
      ['score', 'long.csv', ...ITEMS],
      [`long.csv: line 2 (row 1), column "A2": "${'x'.repeat(80)}…" is text where a code belongs (1 to 5)`],
    ],
    ['a short row', ['score', 'ragged.csv', ...ITEMS], ['ragged.csv: line 3 (row 2) has 1 cells, the header has 2']],
    ['a long row', ['score', 'wide.csv', ...ITEMS], ['wide.csv: line 2 (row 1) has 3 cells, the header has 2']],
    ['an open quote', ['score', 'quote.csv', ...ITEMS], ['quote.csv: the row in line 3 has a quote that never closes']],
    [
      'another encoding',
      ['score', 'latin.csv', ...ITEMS],
      ['latin.csv: is not UTF-8 text (line 1 cannot be read as such); save it as UTF-8'],
    ],
    [
      'a binary file',
      ['score', 'book.xlsx', ...ITEMS],
      ['book.xlsx: is not a text file (a binary zero in or after line 1)'],
    ],
    [
      'a malformed instrument',
      ['score', 'good.csv', '--instrument', 'broken.json'],
      ["broken.json: line 2, column 9: not JSON: Unexpected token 'i'"],
    ],
  ])('%s', async (_, argv, lines) => {
    const { code, stdout, stderr } = await runPeerscale(argv, { cwd: folder });
    expect(stderr).toBe(lines.map((line) => `peerscale: ${line}\n`).join(''));
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });

  test('many bad cells: the first ten, and how many more', async () => {
    const { code, stderr } = await runPeerscale(['score', 'many.csv', ...ITEMS], { cwd: folder });
    const lines = stderr.trimEnd().split('\n');
    expect(lines).toHaveLength(11);
    expect(lines[0]).toBe(
      'peerscale: many.csv: line 2 (row 1), column "A1": "0" is not a code of the response scale (1 to 5)',
    );
    expect(lines[1]).toBe(
      'peerscale: many.csv: line 2 (row 1), column "A2": "9" is not a code of the response scale (1 to 5)',
    );
    // 13 nines and a zero in rows 1, 6 and 11
    expect(lines[10]).toBe('peerscale: many.csv: and 6 more such cells');
    expect(code).toBe(2);
    const eleven = await runPeerscale(['score', 'eleven.csv', ...ITEMS], { cwd: folder });
    expect(eleven.stderr).toContain('peerscale: eleven.csv: and 1 more such cell\n');
  });

  test('an instrument with issues names the first, and how many there are', async () => {
    const { code, stderr } = await runPeerscale(['score', 'good.csv', '--instrument', './tiny.json'], { cwd: folder });
    expect(stderr).toMatch(
      /^peerscale: \.\/tiny\.json: is not a valid instrument: .+ \(the first of \d+ issues; .+\)\n$/,
    );
    expect(code).toBe(2);
  });
});

describe('thin data gets a report whose value is null and whose issue says why', () => {
  test.each<[string, string, string, string[], number]>([
    ['an empty file', '', 'A1,A2', ['no-respondents'], 0],
    ['only a byte order mark', '\ufeff', 'A1,A2', ['no-respondents'], 0],
    ['only blank lines', '\n\r\n  \n', 'A1,A2', ['no-respondents'], 0],
    ['a header only', 'A1,A2\n', 'A1,A2', ['no-respondents'], 0],
    ['one respondent', 'A1,A2\n1,2\n', 'A1,A2', ['too-few-respondents'], 1],
    ['one item', 'A1\n1\n2\n3\n', 'A1', ['too-few-items'], 3],
    ['a constant item', 'A1,A2,A3\n1,2,1\n2,2,2\n3,2,5\n', 'A1,A2,A3', ['constant-item'], 3],
    ['no answers at all', 'A1,A2\n,NA\n" ", \n', 'A1,A2', ['too-few-respondents'], 2],
  ])('%s', async (_, csv, items, issues, rows) => {
    const argv = ['reliability', '-', '--items', items, '--min', '1', '--max', '5'];
    const { code, stdout, stderr } = await runPeerscale([...argv, '--json'], { stdin: csv });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).not.toContain('NaN');
    const report = JSON.parse(stdout);
    expect(report.input).toEqual({ file: '-', rows });
    expect(report.scales[0].alpha.value).toBeNull();
    expect(report.scales[0].issues.map(({ code: issue }: { code: string }) => issue)).toEqual(issues);

    const text = await runPeerscale(argv, { stdin: csv });
    expect(text.code).toBe(0);
    expect(text.stdout).toContain('  Note: ');
    expect(text.stdout).not.toContain('NaN');

    const scores = await runPeerscale(['score', ...argv.slice(1), '--json'], { stdin: csv });
    expect(scores.code).toBe(0);
    expect(JSON.parse(scores.stdout).scores).toHaveLength(rows);
  });
});

test('empty cells, NA and spaces are missing: counted, never zero', async () => {
  const csv = 'A1,A2\n0,1\n,2\nNA,3\n" ",1\n  ,2\n1,0\n2,2\n';
  const argv = ['reliability', '-', '--items', 'A1,A2', '--min', '0', '--max', '4'];
  const report = JSON.parse((await runPeerscale([...argv, '--json'], { stdin: csv })).stdout);
  expect(report.scales[0]).toMatchObject({ n: 3, nDropped: 4 });
  expect(report.scales[0].itemStatistics[0].mean).toBe(1);
  const text = (await runPeerscale(argv, { stdin: csv })).stdout;
  expect(text).toContain('standard input: 7 respondents, 4 cells without an answer\n');
  expect(text).toContain('(listwise: 4 of 7 respondents left out)\n');
});

test('in a file with one column a blank line between rows is a missing answer, at the end it is none', async () => {
  const argv = ['score', '-', '--items', 'A1', '--min', '1', '--max', '5'];
  const { stdout } = await runPeerscale([...argv, '--json'], { stdin: 'A1\n1\n\n""\n3\n\n\n' });
  const values = JSON.parse(stdout).scores.map(({ receipts }: { receipts: { value: number }[] }) => receipts[0]!.value);
  expect(values).toEqual([1, null, null, 3]);
  const { stderr } = await runPeerscale(argv, { stdin: 'A1\n1\n\n9\n' });
  expect(stderr).toContain('line 4 (row 3)');
});
