import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { shellWord } from './shell-word.ts';

test.each([
  ['answers.csv', 'answers.csv'],
  ['my answers.csv', "'my answers.csv'"],
  ["it's", "'it'\\''s'"],
  ['', "''"],
  ['$(rm -rf x)`y`;|&', "'$(rm -rf x)`y`;|&'"],
  ['a\nb\u202e\\', "$'a\\x0ab\\U0000202e\\\\'"],
])('%j is written %s', (word, written) => {
  expect(shellWord(word)).toBe(written);
});

test.skipIf(process.platform === 'win32')('bash reads every word as it was', () => {
  for (const word of ['a b', "it's", '"', '$HOME `x` \\', 'a\nb\t\u0007', '\u202eé', '', '*?[x]~!#', "'\n"]) {
    const env = { ...process.env, LC_ALL: 'C.UTF-8' };
    expect(execFileSync('bash', ['-c', `printf %s ${shellWord(word)}`], { encoding: 'utf8', env })).toBe(word);
  }
});
