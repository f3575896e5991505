import { describe, expect, test } from 'vitest';
import { type CodedWave, linkWaves } from '../linkage/index.ts';
import { linkageReport } from './linkage-report.ts';

const hash = (text: string) => text.padEnd(32, '0');
const waveOf = (people: readonly (readonly (string | null)[])[], covariate?: string): CodedWave => ({
  elements: ['day', 'mother', 'town'],
  hashes: [0, 1, 2].map((element) =>
    people.map((person) => (person[element] === null ? null : hash(person[element]!))),
  ),
  ...(covariate === undefined ? {} : { covariates: [people.map(() => covariate)] }),
});
const report = (first: CodedWave, second: CodedWave, options = {}) =>
  linkageReport({ first: 'one', second: 'two' }, first, second, linkWaves(first, second), options);
const people = Array.from({ length: 24 }, (_, i) => [`d${i}`, `m${i % 12}`, `t${i % 8}`]);

test('counts of each wave add up to its persons', () => {
  const found = report(waveOf(people), waveOf([...people.slice(4), ['x', 'y', 'z']]));
  for (const { rows, exact, tolerant, ambiguous, unmatched } of [found.first, found.second]) {
    expect(exact + tolerant + ambiguous + unmatched).toBe(rows);
  }
  expect([found.links, found.linkedShare, found.advice]).toEqual([20, 20 / 21, 'link']);
});

test('an element that is missing is tolerated with a covariate, and counted for that element', () => {
  const second = people.with(3, ['d3', null as unknown as string, 't3']);
  const found = report(waveOf(people, 'nurse'), waveOf(second, 'nurse'), { covariates: ['profession'] });
  expect(found.elements.map(({ tolerated }) => tolerated)).toEqual([0, 1, 0]);
  expect(found.elements[1]!.answered).toEqual({ first: 1, second: 23 / 24 });
});

test('an element that is nearly a name is pointed out', () => {
  const codes = report(waveOf(people), waveOf(people)).issues.map(({ code }) => code);
  expect(codes).toEqual(['no-covariates', 'tells-alone']);
});

describe('degenerate waves', () => {
  test.each([
    ['nobody', []],
    ['one', people.slice(0, 1)],
    ['all alike', people.map(() => people[0]!)],
    ['no answer', people.map(() => [null, null, null])],
  ])('%s', (_, some) => {
    const found = report(waveOf(some), waveOf(some));
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
    expect(found.issues.length).toBeGreaterThan(0);
  });
});

test('other elements and draws out of range are refused', () => {
  const other = { ...waveOf(people), elements: ['a', 'b', 'c'] };
  expect(() => report(waveOf(people), waveOf(people), { draws: 0 })).toThrow('Unexpected draws: 0.');
  expect(() =>
    linkageReport({ first: 'one', second: 'two' }, waveOf(people), other, linkWaves(waveOf(people), waveOf(people))),
  ).toThrow(RangeError);
});
