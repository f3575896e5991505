import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { csvFile, type DataFile, type DataVariable, programNames, rScript, savFile, spssSyntax } from './index.ts';

const reasons = [
  { code: -95, label: 'not asked' },
  { code: -94, label: 'left out' },
];
const missing = { low: -99, high: -91 };
const item = (name: string, values: readonly (number | null)[]): DataVariable => ({
  name,
  label: `Ptáte se “proč”? It's ${'long '.repeat(70)}`,
  type: 'number',
  measure: 'ordinal',
  valueLabels: [{ code: 1, label: "never (it's so)" }, { code: 5, label: 'vždy 🙂' }, ...reasons],
  missing,
  values,
});
const file: DataFile = {
  label: 'Two waves of a team with a name that is longer than the sixty-four bytes SPSS shows',
  rows: 4,
  variables: [
    item('pace', [1, 5, -94, 2]),
    item('role_clarity_of_somebody_new', [2, 4, 3, null]),
    {
      name: 'score',
      label: 'Score',
      type: 'number',
      measure: 'scale',
      decimals: 3,
      values: [1.5, -4.125, null, 1 / 3],
    },
    { name: 'team', label: 'Tým', type: 'text', measure: 'nominal', values: ['Žižkov, A', '=1+1', 'say "no"', null] },
    { name: 'wave', label: 'Wave', type: 'text', measure: 'nominal', values: ['a', 'a', 'b', 'b'] },
  ],
};

const has = (command: string, ...options: string[]) => spawnSync(command, options).status === 0;
const hasPspp = has('pspp', '--version');
const hasR = has('Rscript', '-e', 'invisible(1)');
const hasHaven = hasR && has('Rscript', '-e', 'library(haven); library(jsonlite)');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'peerscale-exports-'));
});
afterAll(() => rmSync(folder, { recursive: true }));
const write = (name: string, content: string | Uint8Array): void => writeFileSync(join(folder, name), content);
/** In this locale, whatever this machine has; PSPP and R print in that of their process. */
function runIn(locale: string, command: string, ...options: string[]): string {
  const env = { ...process.env, LC_ALL: locale };
  const { status, stdout, stderr } = spawnSync(command, options, { cwd: folder, encoding: 'utf8', env });
  if (status !== 0) throw new Error(`${command}: ${stdout}\n${stderr}`);
  return stdout;
}

const run = (command: string, ...options: string[]) => runIn('C.UTF-8', command, ...options);

describe('names that programs take', () => {
  test('ids of any kind get one each', () => {
    expect(programNames(['role-1', 'role_1', '2nd', 'with', 'Příliš žluťoučký', '???', 'ROLE-1'])).toEqual([
      'role_1',
      'role_1_2',
      'v2nd',
      'with_',
      'Prilis_zlutoucky',
      'v',
      'ROLE_1_3',
    ]);
  });

  test('whatever the ids', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 70, unit: 'binary' }), { maxLength: 6 }), (ids) => {
        const names = programNames(ids);
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(ids.length);
        for (const name of names) expect(name).toMatch(/^[A-Za-z][A-Za-z0-9_]{0,63}$/);
      }),
    );
  });
});

describe('CSV', () => {
  test('reasons for a missing answer are empty cells unless asked for; formulas are defused', () => {
    expect([...csvFile(file)].join('')).toBe(
      'pace,role_clarity_of_somebody_new,score,team,wave\n' +
        '1,2,1.5,"Žižkov, A",a\n' +
        `5,4,-4.125,'=1+1,a\n` +
        ',3,,"say ""no""",b\n' +
        '2,,0.3333333333333333,,b\n',
    );
    expect([...csvFile(file, { reasons: true })].join('').split('\n')[3]).toBe('-94,3,,"say ""no""",b');
  });

  test('text after anything that starts a formula is never a formula', () => {
    for (const start of ['=', '+', '-', '@', '\t', '\r', '\n']) {
      const values = [`${start}cmd`];
      const one: DataFile = { label: '', rows: 1, variables: [{ ...file.variables[3]!, values }] };
      expect([...csvFile(one)].join('').split('team\n')[1]).toMatch(/^"?'/);
    }
  });
});

test.each([
  ['no variables', { ...file, variables: [] }, /has no variables/],
  ['a name with a blank', { ...file, variables: [{ ...file.variables[0]!, name: 'a b' }] }, /Unexpected name .*: a b/],
  [
    'a name twice',
    { ...file, variables: [file.variables[0]!, { ...file.variables[0]!, name: 'PACE' }] },
    /PACE is there twice/,
  ],
  ['too few values', { ...file, rows: 5 }, /length of pace: 4 of 5 rows/],
  [
    'no number',
    { ...file, variables: [{ ...file.variables[0]!, values: [1, Number.NaN, 1, 1] }] },
    /pace in row 2: NaN/,
  ],
  [
    'a number as text',
    { ...file, variables: [{ ...file.variables[3]!, values: [1, null, null, null] }] },
    /team in row 1: 1/,
  ],
] as const)('refused: %s', (_, wrong, message) => {
  for (const make of [
    () => [...csvFile(wrong)],
    () => spssSyntax(wrong, 'a.csv'),
    () => savFile(wrong, { day: '2027-01-01' }),
    () => rScript(wrong, { csv: 'a.csv', scales: [] }),
  ]) {
    expect(make).toThrow(message);
  }
});

test('what an SPSS file cannot hold is refused', () => {
  const long = { ...file.variables[3]!, values: ['é'.repeat(128), null, null, null] };
  expect(() => savFile({ ...file, variables: [long] }, { day: '2027-01-01' })).toThrow(/team: 256 bytes/);
  expect(() => savFile(file, { day: '2027-13-01' })).toThrow(/Unexpected day/);
  expect(() => spssSyntax(file, 'a\nb.csv')).toThrow(/Unexpected name of a file/);
});

test('no line of syntax is longer than SPSS takes', () => {
  const lines = spssSyntax(file, 'answers.csv').split('\n');
  expect(Math.max(...lines.map((line) => new TextEncoder().encode(line).length))).toBeLessThanOrEqual(251);
});

describe.skipIf(!hasPspp)('read back by PSPP', () => {
  test.each(['syntax', 'file'])('%s', (way) => {
    write('answers.csv', [...csvFile(file, { reasons: true })].join(''));
    write('answers.sps', spssSyntax(file, 'answers.csv'));
    write('answers.sav', savFile(file, { day: '2027-03-01' }));
    const read = way === 'syntax' ? "INSERT FILE='answers.sps'." : "GET FILE='answers.sav'.";
    write(
      'look.sps',
      `${read}\nDISPLAY DICTIONARY.\nLIST pace role_clarity_of_somebody_new score team.\nDESCRIPTIVES pace.\n`,
    );
    const out = run('pspp', '-O', 'format=csv', 'look.sps');
    expect(out).not.toMatch(/error|warning/i);
    for (const row of ['1,2,1.500', '5,4,-4.125', '-94,3,.', '2,.,.333']) expect(out).toContain(`\n${row}`);
    expect(out).toContain("It's long");
    expect(out).toContain('vždy 🙂');
    expect(out).toContain('left out');
    expect(out).toContain('Žižkov, A');
    expect(out).toMatch(/-99.*-91/);
    expect(out).toMatch(/pace.*Ordinal/);
    // the mean of 1, 5 and 2: the reason is no answer
    expect(out).toMatch(/3,2\.67,/);
  });
});

test.skipIf(!hasHaven)('read back by haven, value for value', () => {
  write('answers.sav', savFile(file, { day: '2027-03-01' }));
  const script = `d <- haven::read_sav("answers.sav", user_na = TRUE)
    cat(jsonlite::toJSON(list(names = names(d), pace = as.numeric(unclass(d$pace)), score = sprintf("%.17g", d$score), team = as.character(d$team),
      labels = as.list(attr(d$pace, "labels")), label = attr(d$pace, "label"), range = attr(d$pace, "na_range"),
      missing = is.na(d$pace)), digits = NA, na = "null", auto_unbox = TRUE))`;
  const read = JSON.parse(run('Rscript', '-e', script));
  expect(read.names).toEqual(file.variables.map(({ name }) => name));
  expect(read.pace).toEqual([1, 5, -94, 2]);
  expect(read.score.map(Number)).toEqual([1.5, -4.125, Number.NaN, 1 / 3]);
  expect(read.team).toEqual(['Žižkov, A', '=1+1', 'say "no"', '']);
  expect(read.labels).toEqual({ "never (it's so)": 1, 'vždy 🙂': 5, 'not asked': -95, 'left out': -94 });
  expect(read.label).toMatch(/^Ptáte se “proč”\? It's long .*…$/);
  expect(read.range).toEqual([-99, -91]);
  expect(read.missing).toEqual([false, false, true, false]);
});

describe.skipIf(!hasR)('the script of R', () => {
  const rows = 30;
  const column = (name: string, of: (row: number) => number): DataVariable => ({
    ...item(
      name,
      Array.from({ length: rows }, (_, row) => (row === 7 && name === 'b' ? -94 : of(row))),
    ),
    label: 'Říkají "ano"\\n',
  });
  const scaled: DataFile = {
    label: 'A scale',
    rows,
    variables: [
      column('a', (row) => 1 + (row % 5)),
      column('b', (row) => 5 - (row % 4)),
      column('c', (row) => 1 + ((row * 7) % 5)),
      { ...file.variables[3]!, values: Array.from({ length: rows }, () => 'Žižkov') },
    ],
  };
  const items = [
    { name: 'a', mirror: null },
    { name: 'b', mirror: 6 },
    { name: 'c', mirror: null },
  ];
  const keyed = Array.from({ length: rows }, (_, row) => [
    1 + (row % 5),
    6 - (5 - (row % 4)),
    1 + ((row * 7) % 5),
  ]).filter((_, row) => row !== 7);
  const variance = (values: readonly number[]) => {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
  };
  const totals = variance(keyed.map((row) => row.reduce((sum, code) => sum + code, 0)));
  const alpha = 1.5 * (1 - [0, 1, 2].reduce((sum, at) => sum + variance(keyed.map((row) => row[at]!)), 0) / totals);

  test.each([false, true])('works out the same alpha; reasons in the file: %s', (withReasons) => {
    write('scale.csv', [...csvFile(scaled, { reasons: withReasons })].join(''));
    write('scale.R', rScript(scaled, { csv: 'scale.csv', scales: [{ scale: 'The scale', items, alpha, n: 29 }] }));
    for (const locale of ['C.UTF-8', 'C']) {
      expect(runIn(locale, 'Rscript', 'scale.R')).toContain(`The scale: alpha ${alpha.toFixed(10)}, n 29`);
    }
  });

  test('stops where the report says another figure', () => {
    write('scale.csv', [...csvFile(scaled)].join(''));
    for (const wrong of [
      { alpha: alpha + 1e-9, n: 29 },
      { alpha, n: 30 },
    ]) {
      write('scale.R', rScript(scaled, { csv: 'scale.csv', scales: [{ scale: 'x', items, ...wrong }] }));
      expect(() => run('Rscript', 'scale.R')).toThrow(/not TRUE/);
    }
  });

  test('names an item that is not in the file', () => {
    const scales = [{ scale: 'x', items: [{ name: 'z', mirror: null }], alpha, n: 1 }];
    expect(() => rScript(scaled, { csv: 'scale.csv', scales })).toThrow('Unexpected item of x: z is not in the file.');
  });
});

test('a file is as long as its cases say', () => {
  const bytes = savFile(file, { day: '2027-03-01' });
  const view = new DataView(bytes.buffer);
  expect(view.getInt32(80, true)).toBe(4); // cases
  const elements = view.getInt32(68, true);
  expect(elements).toBe(3 + 2 + 1); // "Žižkov, A" has 11 bytes
  const shorter = savFile(
    { ...file, rows: 3, variables: file.variables.map((one) => ({ ...one, values: one.values.slice(0, 3) })) },
    { day: '2027-03-01' },
  );
  expect(bytes.length - shorter.length).toBe(8 * elements);
});
