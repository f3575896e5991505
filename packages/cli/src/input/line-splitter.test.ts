import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LineSplitter } from './line-splitter.ts';

function lines(pieces: readonly string[]): [string, string][] {
  const found: [string, string][] = [];
  const splitter = new LineSplitter();
  const add = (text: string, end: string): void => {
    found.push([text, end]);
  };
  for (const piece of pieces) splitter.push(piece, add);
  splitter.finish(add);
  return found;
}

test('line ends of every kind, also mixed', () => {
  expect(lines(['a\nb\r\nc\rd\r\re'])).toEqual([
    ['a', '\n'],
    ['b', '\r\n'],
    ['c', '\r'],
    ['d', '\r'],
    ['', '\r'],
    ['e', ''],
  ]);
});

test('a file that ends in a line end has no line after it', () => {
  expect(lines(['a\r\n'])).toEqual([['a', '\r\n']]);
  expect(lines(['a\r'])).toEqual([['a', '\r']]);
  expect(lines(['\n'])).toEqual([['', '\n']]);
  expect(lines([''])).toEqual([]);
});

test('however the text is cut, the lines are those of the whole, and nothing is lost', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '\n', '\r', ',', 'é'), maxLength: 30 });
  fc.assert(
    fc.property(text, fc.array(fc.nat(30), { maxLength: 6 }), (whole, cuts) => {
      const at = [0, ...cuts.map((cut) => Math.min(cut, whole.length)).sort((a, b) => a - b), whole.length];
      const pieces = at.slice(1).map((end, i) => whole.slice(at[i], end));
      const found = lines(pieces);
      expect(found.map(([line, end]) => line + end).join('')).toBe(whole);
      const expected = whole.split(/\r\n|\n|\r/);
      if (expected.at(-1) === '') expected.pop();
      expect(found.map(([line]) => line)).toEqual(expected);
    }),
  );
});

test('what is held back is known, so that a line without an end can be refused', () => {
  const splitter = new LineSplitter();
  splitter.push('a\nbcd', () => {});
  expect(splitter.held).toBe(3);
});
