import { expectRelative } from '@peerscale/test-utils';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { simulateWaves } from '../../slow/simulate-waves.ts';
import { codeAnonymity } from './code-anonymity.ts';
import type { CodedWave } from './coded-wave.ts';
import { expectedFalseLinks } from './expected-false-links.ts';
import { linkPersons } from './link-persons.ts';
import { linkWaves } from './link-waves.ts';

/** Persons as words, a letter an element, "-" for none; after a colon the covariate. */
const wave = (...people: string[]): CodedWave => ({
  elements: ['a', 'b', 'c'],
  hashes: [0, 1, 2].map((element) => people.map((person) => (person[element] === '-' ? null : person[element]!))),
  covariates: [people.map((person) => person.split(':')[1] ?? 'nurse')],
});
const linked = (first: CodedWave, second: CodedWave) =>
  linkWaves(first, second).links.map(({ first: a, second: b, differs }) => `${a}-${b}${differs ?? ''}`);

describe('two waves', () => {
  test.each<[string, string[], string[], string[]]>([
    ['the same code', ['xyz', 'klm'], ['klm', 'xyz'], ['0-1', '1-0']],
    ['one element differs', ['xyz'], ['xyq'], ['0-0c']],
    ['one element was left out the second time', ['xyz'], ['x-z'], ['0-0b']],
    ['one element was left out the first time', ['x-z'], ['xyz'], ['0-0b']],
    ['two elements differ', ['xyz'], ['xpq'], []],
    ['one differs and one is left out', ['xyz'], ['x-q'], []],
    ['left out both times: nothing is known of it', ['x-z'], ['x-z'], ['0-0b']],
    ['the covariate disagrees', ['xyz:nurse'], ['xyq:peer'], []],
    ['the covariate is unknown', ['xyz:'], ['xyq:'], []],
    ['an exact code needs no covariate', ['xyz:nurse'], ['xyz:peer'], ['0-0']],
    ['a code that is there twice', ['xyz', 'xyz'], ['xyz'], []],
    ['two candidates', ['xyz'], ['xyq', 'xyr'], []],
    ['two persons with the same candidate', ['xyz', 'xyw'], ['xyq'], []],
    ['two candidates, one of another profession', ['xyz'], ['xyq:peer', 'xyr'], ['0-1c']],
    ['the candidate is another person for certain', ['xyz', 'xyq'], ['xyq'], ['1-0']],
    ['nobody', [], ['xyz'], []],
  ])('%s', (_, first, second, expected) => {
    expect(linked(wave(...first), wave(...second)).sort()).toEqual(expected.sort());
    // and the other way round
    const turned = expected.map((link) => link.replace(/^(\d+)-(\d+)/, '$2-$1'));
    expect(linked(wave(...second), wave(...first)).sort()).toEqual(turned.sort());
  });

  test('without covariates only exact codes are linked', () => {
    const { covariates: _, ...first } = wave('xyz', 'klm');
    const { covariates: __, ...second } = wave('xyq', 'klm');
    expect(linked(first, second)).toEqual(['1-1']);
  });

  test('everybody is counted once', () => {
    const { first, second, ambiguousFirst, ambiguousSecond } = linkWaves(
      wave('xyz', 'klm', 'klm', 'abc', 'rst'),
      wave('xyz', 'klm', 'abq', 'uvw'),
    );
    expect(first).toEqual({ exact: 1, tolerant: 1, ambiguous: 2, unmatched: 1 });
    expect(second).toEqual({ exact: 1, tolerant: 1, ambiguous: 1, unmatched: 1 });
    expect([ambiguousFirst, ambiguousSecond]).toEqual([[1, 2], [1]]);
  });

  test.each<[CodedWave, CodedWave]>([
    [wave('xyz'), { ...wave('xyz'), elements: ['a', 'b', 'd'] }],
    [wave('xyz'), { ...wave('xyz'), covariates: [] }],
    [wave('xyz'), { ...wave('xyz'), hashes: [['x'], ['y']] }],
    [wave('xyz'), { ...wave('xyz'), hashes: [['x'], ['y'], []] }],
  ])('waves that cannot be compared are a programming error', (first, second) => {
    expect(() => linkWaves(first, second)).toThrow(RangeError);
  });
});

/** The rules once more, pair by pair. */
function linkedSlowly(first: CodedWave, second: CodedWave): string[] {
  const persons = (coded: CodedWave) => coded.hashes[0]!.map((_, i) => coded.hashes.map((column) => column[i]!));
  const [one, two] = [persons(first), persons(second)];
  const same = (a: (string | null)[], b: (string | null)[]) => a.filter((x, i) => x !== null && x === b[i]).length;
  const k = first.elements.length;
  const exact = one.flatMap((a, i) => two.flatMap((b, j) => (same(a, b) === k ? [[i, j] as const] : [])));
  const alone = ([i, j]: readonly [number, number], pairs: readonly (readonly [number, number])[]) =>
    pairs.filter(([a]) => a === i).length === 1 && pairs.filter(([, b]) => b === j).length === 1;
  const sure = exact.filter((pair) => alone(pair, exact));
  const tied1 = new Set(exact.map(([i]) => i).filter((i) => !sure.some(([a]) => a === i)));
  const tied2 = new Set(exact.map(([, j]) => j).filter((j) => !sure.some(([, b]) => b === j)));
  const near = one.flatMap((a, i) =>
    two.flatMap((b, j) => {
      const free = !sure.some(([x, y]) => x === i || y === j);
      const agree = first.covariates![0]![i] === second.covariates![0]![j];
      return free && agree && same(a, b) >= k - 1 ? [[i, j] as const] : [];
    }),
  );
  const likely = near.filter((pair) => alone(pair, near) && !tied1.has(pair[0]) && !tied2.has(pair[1]));
  return [...sure, ...likely].map(([i, j]) => `${i}-${j}`);
}

const people = fc.array(
  fc
    .tuple(fc.constantFrom('x', 'y', '-'), fc.constantFrom('p', 'q', 'r', '-'), fc.constantFrom('1', '2', '3', '-'))
    .chain(([a, b, c]) => fc.constantFrom('n', 'm').map((job) => `${a}${b}${c}:${job}`)),
  { maxLength: 12 },
);

describe('properties', () => {
  test('blocks find what looking at every pair finds', () => {
    fc.assert(
      fc.property(people, people, (a, b) => {
        const [first, second] = [wave(...a), wave(...b)];
        const own = linkWaves(first, second).links.map(({ first: i, second: j }) => `${i}-${j}`);
        expect(own.sort()).toEqual(linkedSlowly(first, second).sort());
      }),
      { numRuns: 1000 },
    );
  });

  test('nobody is linked twice, and the counts add up', () => {
    fc.assert(
      fc.property(people, people, (a, b) => {
        const { links, first, second } = linkWaves(wave(...a), wave(...b));
        expect(new Set(links.map((link) => link.first)).size).toBe(links.length);
        expect(new Set(links.map((link) => link.second)).size).toBe(links.length);
        const sum = (counts: typeof first) => counts.exact + counts.tolerant + counts.ambiguous + counts.unmatched;
        expect([sum(first), sum(second)]).toEqual([a.length, b.length]);
      }),
    );
  });

  test('other hashes, as under another key, link nobody', () => {
    fc.assert(
      fc.property(people, (a) => {
        const first = wave(...a);
        const other = { ...first, hashes: first.hashes.map((column) => column.map((hash) => hash && `${hash}'`)) };
        expect(linkWaves(first, other).links).toEqual([]);
      }),
    );
  });
});

describe('several waves', () => {
  test('who stays away once is found again, by the latest code', () => {
    const { persons, count, linkages } = linkPersons([
      wave('xyz', 'klm', 'abc'),
      wave('klq', 'xyz', 'new'),
      wave('abc', 'klq', 'wer'),
    ]);
    expect(persons.map((column) => [...column])).toEqual([
      [0, 1, 2],
      [1, 0, 3],
      [2, 1, 4],
    ]);
    expect(count).toBe(5);
    expect(linkages.map(({ links }) => links.length)).toEqual([2, 2]);
  });

  test('no wave and one wave', () => {
    expect(linkPersons([])).toEqual({ persons: [], count: 0, linkages: [] });
    expect(linkPersons([wave('xyz', 'xyz')]).count).toBe(2);
  });
});

describe('what linking can do', () => {
  // one element in ten changes: the middle of what has been published for a year
  const { first, second, firstPersons, secondPersons } = simulateWaves({
    persons: 400,
    returning: 0.7,
    joining: 0.2,
    changed: 0.05,
    omitted: 0.01,
    seed: 20261122,
  });
  const linkage = linkWaves(first, second);
  const right = linkage.links.filter((link) => firstPersons[link.first] === secondPersons[link.second]).length;

  test('precision is at least 0.99, recall at least 0.85', () => {
    const both = secondPersons.filter((person) => person < 400).length;
    expect(right / linkage.links.length).toBeGreaterThanOrEqual(0.99);
    expect(right / both).toBeGreaterThan(0.85);
    expect(linkage.first.tolerant).toBeGreaterThan(30);
  });

  test('the expected share of false links is near the real one, and seeded', () => {
    const expected = expectedFalseLinks(first, second, linkage, { draws: 50, seed: 3 });
    expect(expected).toEqual(expectedFalseLinks(first, second, linkage, { draws: 50, seed: 3 }));
    expect(Math.abs(expected.shareOfLinks - (1 - right / linkage.links.length))).toBeLessThan(0.01);
    expect(() => expectedFalseLinks(first, second, linkage, { draws: 0 })).toThrow(RangeError);
  });

  test('strangers are linked as often as chance has it', () => {
    const people = Array.from({ length: 300 }, (_, i) => `${'abcdefghij'[i % 10]}${'abcdefghij'[(i * 7) % 10]}x`);
    const [one, two] = [wave(...people.slice(0, 150)), wave(...people.slice(150))];
    const { exact, tolerant } = expectedFalseLinks(one, two, linkWaves(one, two), { draws: 20 });
    expect(exact + tolerant).toBeGreaterThan(0);
    expect(expectedFalseLinks(wave(), wave(), linkWaves(wave(), wave()), { draws: 1 }).shareOfLinks).toBeNaN();
  });
});

describe('anonymity of codes', () => {
  test('who is alone with an answer, and with two', () => {
    const found = codeAnonymity(wave('xpk', 'xpl', 'xqk', 'yqk', '-qk'));
    expect([...found.aloneByElement]).toEqual([1 / 4, 0, 1 / 5]);
    expect(found.pair).toEqual(['a', 'b']);
    expectRelative(found.aloneByPair, 0.5, 1e-12);
    expect(found.advice).toBe('do-not-link');
  });

  test('nobody, one element, and a group large enough', () => {
    expect(codeAnonymity(wave())).toMatchObject({ persons: 0, advice: 'do-not-link' });
    expect(codeAnonymity({ elements: ['a'], hashes: [['x']] })).toMatchObject({ pair: null, aloneByPair: NaN });
    expect(codeAnonymity({ elements: ['a'], hashes: [Array.from({ length: 20 }, () => 'x')] }).advice).toBe('link');
  });
});
