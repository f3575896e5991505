import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LinkageReport } from '@peerscale/core';
import { hashSelfGeneratedCode, type SelfGeneratedCode } from '@peerscale/form';
import { afterAll, describe, expect, test } from 'vitest';
import { runPeerscale, temporaryFolder } from '../testing/run-peerscale.ts';

const KEY = 'a key that the study holds';

/** 30 people; in the second wave the last five are others, and one has another town. */
const letter = (i: number) => 'abcdefghijklmnopqrstuvwxyz'[i]!;
const person = (i: number) => ({
  day: String(1 + ((i * 7) % 28)),
  mother: letter((i * 11) % 26),
  town: `${letter((i * 3) % 25)}eno`,
});
const rowsOf = (
  from: number,
  to: number,
  change: (p: ReturnType<typeof person>, i: number) => ReturnType<typeof person>,
) =>
  Array.from({ length: to - from }, (_, at) => {
    const i = from + at;
    const { day, mother, town } = change(person(i), i);
    return [day, mother, town, i % 2 === 0 ? 'nurse' : 'peer worker'];
  });
const HEADER = ['day', 'mother', 'town', 'profession'];
const csvOf = (rows: readonly string[][]) => [HEADER, ...rows].map((row) => `${row.join()}\n`).join('');

/** What the form asks: its hashes are what a wave from the web holds. */
const FORM: SelfGeneratedCode = {
  elements: [
    { id: 'day', kind: 'day', question: { en: 'Day of birth' } },
    { id: 'mother', kind: 'letter', question: { en: 'First letter of the mother' } },
    { id: 'town', kind: 'letters', length: 3, question: { en: 'Three letters of the town' } },
  ],
};
const hashed = (rows: readonly string[][]) =>
  Promise.all(
    rows.map(async ([day, mother, town, profession]) => {
      const hashes = (await hashSelfGeneratedCode(FORM, { day: day!, mother: mother!, town: town! }, KEY))!;
      return [hashes.day!, hashes.mother!, hashes.town!, profession!];
    }),
  );

const first = rowsOf(0, 30, (p) => p);
const second = rowsOf(5, 35, (p, i) => (i === 12 ? { ...p, town: 'z' } : p));
const { folder, remove } = temporaryFolder({
  'one.csv': csvOf(await hashed(first)),
  'two.csv': csvOf(await hashed(second)),
  'raw1.csv': csvOf(first.map((row) => row.map((cell, i) => (i === 1 ? ` ${cell.toUpperCase()}.` : cell)))),
  'raw2.csv': csvOf(second.map((row) => row.map((cell, i) => (i === 0 ? cell.padStart(2, '0') : cell)))),
  'paper1.csv': csvOf(
    first.map(([day, mother, town, profession], i) => [
      i % 2 === 0 ? day!.padStart(2, '0') : `${day}.`,
      [` ${mother!.toUpperCase()}.`, `${mother}na`, `"${mother!.toUpperCase()}\u030c"`][i % 3]!.replaceAll('"', "'"),
      i % 2 === 0 ? town!.toUpperCase() : `'${town} '`,
      profession!,
    ]),
  ),
  'smudged.csv': csvOf(
    first.map(([day, mother, town, profession], i) => [
      i === 0 ? '77' : i === 1 ? '' : i === 2 ? '?' : day!,
      mother!,
      i === 3 ? '12' : town!,
      profession!,
    ]),
  ),
  'few.csv': csvOf(await hashed(first.slice(0, 12))),
  'none.csv': csvOf([]),
  'study.key': `\uFEFF${KEY}\n`,
  'blank.key': ` ${KEY} \n`,
  'short.key': 'short\n',
});
afterAll(remove);

const CODE = ['--code', 'day,mother,town', '--covariates', 'profession'];
const RAW = ['--key', 'study.key', '--kinds', 'day=day,mother=letter', '--kinds', 'town=letters:3'];
const link = (...args: string[]) => runPeerscale(['link', ...args], { cwd: folder });
async function reportOf(...args: string[]): Promise<LinkageReport> {
  const { code, stdout, stderr } = await link(...args, '--json');
  expect([code, stderr]).toEqual([0, '']);
  return JSON.parse(stdout);
}

describe('linking', () => {
  test('finds the same people, one of them with another town', async () => {
    const run = await link('one.csv', 'two.csv', ...CODE, '--out', 'linked.csv');
    expect([run.code, run.stderr]).toEqual([0, '']);
    const linked = readFileSync(join(folder, 'linked.csv'), 'utf8').trim().split('\n');
    expect(linked[0]).toBe('person,first_row,second_row,found,differs');
    expect(linked).toHaveLength(26);
    expect(linked).toContain('8,13,8,tolerant,town');
    expect(linked[1]).toBe('1,6,1,exact,');
    expect(run.stdout).toMatch(/^ {2}one\.csv +30 +24 +1 +0 +5$/m);
  });

  test('raw elements are hashed under the key: case, blanks and zeros do not matter', async () => {
    const hashes = await reportOf('one.csv', 'two.csv', ...CODE);
    const raw = await reportOf('raw1.csv', 'raw2.csv', ...CODE, ...RAW);
    expect({ ...raw, first: { ...raw.first, file: 'one.csv' }, second: { ...raw.second, file: 'two.csv' } }).toEqual(
      hashes,
    );
  });

  test('a wave on paper links with one from the web: one normalisation, one format of the hash', async () => {
    const web = await reportOf('one.csv', 'two.csv', ...CODE);
    const paper = await reportOf('paper1.csv', 'two.csv', ...CODE, ...RAW);
    expect({ ...paper, first: { ...paper.first, file: 'one.csv' } }).toEqual(web);
    // the same hashes, cell by cell: everybody of a wave is linked with themselves
    const self = await reportOf('paper1.csv', 'one.csv', ...CODE, ...RAW);
    expect([self.first.exact, self.second.exact]).toEqual([30, 30]);
    const without = await reportOf('paper1.csv', 'two.csv', ...CODE);
    expect(without.links).toBe(0);
  });

  test('a key is taken as it stands: blanks belong to it', async () => {
    const report = await reportOf('one.csv', 'raw2.csv', ...CODE, '--key', 'blank.key', ...RAW.slice(2));
    expect(report.links).toBe(0);
    expect((await reportOf('one.csv', 'raw2.csv', ...CODE, ...RAW)).links).toBe(25);
  });

  test('an answer that holds nothing of the kind counts as missing, and the report says how many there are', async () => {
    const report = await reportOf('smudged.csv', 'one.csv', ...CODE, ...RAW);
    const unreadable = report.issues.filter(({ code }) => code === 'unreadable-entries');
    expect(unreadable.map(({ message }) => message)).toEqual([
      '2 answers to day held nothing of the kind asked for and count as missing.',
      '1 answer to town held nothing of the kind asked for and counts as missing.',
    ]);
    expect(report.elements[0]!.answered.first).toBe(27 / 30);
  });

  test('what was typed, the hashes and the key are nowhere in the output', async () => {
    const { stdout } = await link('raw1.csv', 'raw2.csv', ...CODE, ...RAW, '--json');
    expect(stdout).not.toContain(KEY);
    expect(stdout).not.toMatch(/[0-9a-f]{32}/);
    expect(stdout).not.toContain('peer worker');
  });

  test('expected false links come from a seed', async () => {
    const report = await reportOf('one.csv', 'two.csv', ...CODE, '--draws', '40', '--seed', '3');
    expect(report.expectedFalse).toMatchObject({ draws: 40, seed: 3 });
    expect(await reportOf('one.csv', 'two.csv', ...CODE, '--draws', '40', '--seed', '3')).toEqual(report);
    const { exact, tolerant, shareOfLinks } = report.expectedFalse;
    expect(shareOfLinks).toBeCloseTo((exact + tolerant) / report.links, 12);
  });

  test('below twenty people the advice is not to link', async () => {
    const report = await reportOf('few.csv', 'two.csv', ...CODE);
    expect([report.advice, report.issues[0]!.code]).toEqual(['do-not-link', 'fewer-than-twenty']);
    expect((await link('few.csv', 'two.csv', ...CODE)).stdout).toContain('DO NOT LINK');
  });

  test('codes that look like what was typed are pointed out; without covariates nothing is tolerated', async () => {
    const report = await reportOf('raw1.csv', 'raw2.csv', '--code', 'day,mother,town');
    expect(report.issues.map(({ code }) => code)).toEqual(expect.arrayContaining(['not-hashed', 'no-covariates']));
    expect(report.first.tolerant).toBe(0);
  });

  test('a wave of nobody is a report', async () => {
    const report = await reportOf('none.csv', 'two.csv', ...CODE);
    expect([report.links, report.linkedShare, report.issues[0]!.code]).toEqual([0, null, 'no-persons']);
  });
});

test.each<[string[], RegExp]>([
  [['one.csv', ...CODE], /name two CSV files/],
  [['-', '-', ...CODE], /only one of the waves can be standard input/],
  [['one.csv', 'two.csv'], /name the columns of the code/],
  [['one.csv', 'two.csv', '--code', 'day'], /at least two elements/],
  [['one.csv', 'two.csv', '--code', 'day,day'], /"day" is named twice/],
  [
    ['one.csv', 'two.csv', '--code', 'day,mothers'],
    /one\.csv: has no column "mothers"; near "mothers" there is "mother"/,
  ],
  [
    ['one.csv', 'two.csv', ...CODE, '--key', 'short.key', ...RAW.slice(2)],
    /short\.key: the key has 5 characters, not 16 or more/,
  ],
  [['one.csv', 'two.csv', ...CODE, '--key', 'no.key', ...RAW.slice(2)], /no\.key: there is no such file/],
  [
    ['one.csv', 'two.csv', ...CODE, '--key', 'study.key'],
    /--key: say what was asked for in "day", so that it is hashed as in the form: --kinds day=KIND/,
  ],
  [['one.csv', 'two.csv', ...CODE, '--kinds', 'day=day'], /link: --kinds belongs to --key/],
  [['one.csv', 'two.csv', '--kinds', 'day=day'], /link: --kinds belongs to --code/],
  [
    ['one.csv', 'two.csv', ...CODE, ...RAW, '--kinds', 'day=date'],
    /--kinds: "day=date" is not COLUMN=KIND, KIND letter/,
  ],
  [['one.csv', 'two.csv', ...CODE, ...RAW, '--kinds', 'day'], /--kinds: "day" is not COLUMN=KIND/],
  [['one.csv', 'two.csv', ...CODE, ...RAW, '--kinds', 'days=day'], /--kinds: "days" is not a column of --code/],
  [['one.csv', 'two.csv', ...CODE, ...RAW, '--kinds', 'day=count'], /--kinds: the column "day" is named twice/],
  [
    ['one.csv', 'two.csv', ...CODE, '--out', 'two.csv'],
    /two\.csv: is the file the answers are read from|is there already/,
  ],
])('wrong use: %j', async (args, message) => {
  const { code, stdout, stderr } = await link(...args);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(message);
  expect(stderr.trim().split('\n')).toHaveLength(1);
});
