import { expect, test } from 'vitest';
import { onlyArgument, parseOptions } from './parse-options.ts';

const options = {
  min: { type: 'string' },
  'missing-codes': { type: 'string', multiple: true },
  json: { type: 'boolean' },
} as const;

const parse = (...args: string[]) => parseOptions(args, options, 'score');

test('a value may begin with a minus and a digit', () => {
  const { values, positionals } = parse('a.csv', '--missing-codes', '-9,99', '--min', '-2', '--json');
  expect(values).toEqual({ 'missing-codes': ['-9,99'], min: '-2', json: true });
  expect(positionals).toEqual(['a.csv']);
});

test('after "--" everything is an argument', () => {
  expect(parse('--', '--min', '-2').positionals).toEqual(['--min', '-2']);
});

test.each([
  [['--jsno'], 'score: there is no option "--jsno"; did you mean --json?'],
  [['--verbose'], 'score: there is no option "--verbose"; see peerscale score --help'],
  [['-x'], 'score: there is no option "-x"; see peerscale score --help'],
  [['--min'], 'score: the option --min needs a value; see peerscale score --help'],
  [['--min', '--json'], 'score: the option --min needs a value; see peerscale score --help'],
  [['--json=yes'], 'score: the option --json takes no value; see peerscale score --help'],
  [['--min', '1', '--min', '2'], 'score: the option --min is there twice'],
])('%j is refused', (args, message) => {
  expect(() => parse(...args)).toThrow(message);
});

test('a command takes one argument, no more and no less', () => {
  expect(onlyArgument(['a.csv'], 'score', 'a CSV file')).toBe('a.csv');
  expect(() => onlyArgument([], 'score', 'a CSV file')).toThrow('score: name a CSV file; see peerscale score --help');
  expect(() => onlyArgument(['a', 'b'], 'score', 'a CSV file')).toThrow(
    'takes one argument, a CSV file; "b" is one too many',
  );
});
