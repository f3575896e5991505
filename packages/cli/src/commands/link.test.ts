import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LinkageReport } from '@peerscale/core';
import { afterAll, describe, expect, test } from 'vitest';
import { runPeerscale, temporaryFolder } from '../testing/run-peerscale.ts';

const KEY = 'a key that the study holds';
const hash = (column: string, text: string) => createHmac('sha256', KEY).update(`${column}\n${text}`).digest('hex');

/** 30 people; in the second wave the last five are others, and one has another town. */
const letter = (i: number) => 'abcdefghijklmnopqrstuvwxyz'[i]!;
const person = (i: number) => ({
  day: String(1 + ((i * 7) % 28)),
  mother: letter((i * 11) % 26),
  town: letter((i * 3) % 25),
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
const hashed = (rows: readonly string[][]) =>
  rows.map((row) => row.map((cell, i) => (i < 3 ? hash(HEADER[i]!, cell.toLowerCase()) : cell)));

const first = rowsOf(0, 30, (p) => p);
const second = rowsOf(5, 35, (p, i) => (i === 12 ? { ...p, town: 'z' } : p));
const { folder, remove } = temporaryFolder({
  'one.csv': csvOf(hashed(first)),
  'two.csv': csvOf(hashed(second)),
  'raw1.csv': csvOf(first.map((row) => row.map((cell, i) => (i === 1 ? ` ${cell.toUpperCase()}.` : cell)))),
  'raw2.csv': csvOf(second.map((row) => row.map((cell, i) => (i === 0 ? cell.padStart(2, '0') : cell)))),
  'few.csv': csvOf(hashed(first.slice(0, 12))),
  'none.csv': csvOf([]),
  'study.key': `${KEY}\n`,
  'short.key': 'short\n',
});
afterAll(remove);

const CODE = ['--code', 'day,mother,town', '--covariates', 'profession'];
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
    const raw = await reportOf('raw1.csv', 'raw2.csv', ...CODE, '--key', 'study.key');
    expect({ ...raw, first: { ...raw.first, file: 'one.csv' }, second: { ...raw.second, file: 'two.csv' } }).toEqual(
      hashes,
    );
    const mixed = await reportOf('one.csv', 'two.csv', ...CODE, '--key', 'study.key');
    expect(mixed.links).toBe(hashes.links);
  });

  test('what was typed, the hashes and the key are nowhere in the output', async () => {
    const { stdout } = await link('raw1.csv', 'raw2.csv', ...CODE, '--key', 'study.key', '--json');
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
  [['one.csv', 'two.csv', ...CODE, '--key', 'short.key'], /short\.key: the key has 5 characters, not 16 or more/],
  [['one.csv', 'two.csv', ...CODE, '--key', 'no.key'], /no\.key: there is no such file/],
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
