import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commentDisclosure } from './comment-disclosure.ts';
import { differenceDisclosure } from './difference-disclosure.ts';
import { disclosureRules } from './disclosure-rules.ts';
import { groupDisclosure } from './group-disclosure.ts';
import { shareDisclosure } from './share-disclosure.ts';

describe('rules', () => {
  test('defaults, and a minimum for comments that follows the other', () => {
    expect(disclosureRules()).toEqual({ minimumGroupSize: 5, minimumComments: 10, countWidth: 1, answerWidth: 0.5 });
    expect(disclosureRules({ minimumGroupSize: 12 }).minimumComments).toBe(12);
  });

  test('groups', () => {
    expect([0, 4, 5].map((size) => groupDisclosure(size))).toEqual(['empty', 'suppressed', 'shown']);
    // what is no number of people is held back
    expect([NaN, -3, 4.5].map((size) => groupDisclosure(size))).toEqual(Array(3).fill('suppressed'));
    expect(() => groupDisclosure(4, 2)).toThrow(RangeError);
    expect(() => groupDisclosure(4, NaN)).toThrow(RangeError);
  });
});

describe('two groups that overlap', () => {
  test.each([
    [20, 0, 0, 'shown'],
    [20, 0, 1, 'one-of-them'],
    [20, 4, 0, 'one-of-them'],
    [20, 5, 5, 'shown'],
    [20, 5, 4, 'one-of-them'],
    [0, 6, 7, 'shown'],
    [0, 6, 4, 'one-of-them'],
    [3, 5, 1, 'one-of-them'],
    [1, 1, 1, 'neither'],
    [0, 0, 0, 'neither'],
  ] as const)('%d in both, %d and %d in one: %s', (both, onlyFirst, onlySecond, expected) => {
    expect(differenceDisclosure({ both, onlyFirst, onlySecond })).toBe(expected);
    expect(differenceDisclosure({ both, onlyFirst: onlySecond, onlySecond: onlyFirst })).toBe(expected);
  });

  test('another minimum, and sizes that are none', () => {
    expect(differenceDisclosure({ both: 20, onlyFirst: 0, onlySecond: 4 }, 4)).toBe('shown');
    for (const size of [-1, 1.5, NaN]) {
      expect(() => differenceDisclosure({ both: 20, onlyFirst: size, onlySecond: 0 })).toThrow(RangeError);
    }
    expect(() => differenceDisclosure({ both: 20, onlyFirst: 0, onlySecond: 4 }, 2)).toThrow(RangeError);
  });
});

describe('comments', () => {
  const comments = Object.freeze(Array.from({ length: 8 }, (_, i) => `comment ${i}`));

  test('are shown from ten people on, however many wrote one', () => {
    expect(commentDisclosure(9, comments, 1)).toEqual({ status: 'suppressed', comments: [] });
    expect(commentDisclosure(10, comments, 1).status).toBe('shown');
    expect(commentDisclosure(9, comments, 1, { minimumComments: 9 }).status).toBe('shown');
    expect(commentDisclosure(9, [], 1).status).toBe('suppressed');
    expect(commentDisclosure(0, [], 1).status).toBe('empty');
    expect(commentDisclosure(10, [], 1).status).toBe('empty');
  });

  test('are all there, in another order, the same one for the same seed', () => {
    const { comments: shuffled } = commentDisclosure(10, comments, 20261122);
    expect(shuffled).not.toEqual(comments);
    expect(shuffled.toSorted()).toEqual(comments);
    expect(commentDisclosure(10, comments, 20261122).comments).toEqual(shuffled);
  });

  test('every order is as likely as another', () => {
    const firsts = new Map<string, number>();
    for (let seed = 0; seed < 3000; seed++) {
      const order = commentDisclosure(10, ['a', 'b', 'c'], seed).comments.join('');
      firsts.set(order, (firsts.get(order) ?? 0) + 1);
    }
    expect(firsts.size).toBe(6);
    // 500 expected of each; five standard deviations of a binomial are 102
    for (const count of firsts.values()) expect(Math.abs(count - 500)).toBeLessThan(102);
  });

  test('refuses what cannot be', () => {
    expect(() => commentDisclosure(-1, [], 1)).toThrow(RangeError);
    expect(() => commentDisclosure(9.5, [], 1)).toThrow(RangeError);
    expect(() => commentDisclosure(9, [], 0.5)).toThrow(RangeError);
    expect(() => commentDisclosure(9, [], 1, { minimumComments: 4 })).toThrow(RangeError);
  });
});

describe('shares', () => {
  test.each([
    [[3, 5, 7], 'shown', [20, 40, 40]],
    // 5 percent of 14 people would be one of them
    [[1, 6, 7], 'shown', [0, 40, 60]],
    [[4, 5], 'suppressed', null],
    [[0, 0], 'empty', null],
    [[], 'empty', null],
    [[0, 12], 'unanimous', null],
    [[1, 11], 'unanimous', null],
    [[2, 10], 'shown', [20, 80]],
    [[13, 41], 'shown', [25, 75]],
    [[1, 199], 'unanimous', null],
    [[101, 202], 'shown', [33, 67]],
  ] as const)('%j: %s', (counts, status, percentages) => {
    expect(shareDisclosure(counts)).toEqual({ status, percentages });
  });

  test('another step and another minimum', () => {
    expect(shareDisclosure([13, 41], { step: 10 }).percentages).toEqual([20, 80]);
    expect(shareDisclosure([3, 5], { minimumGroupSize: 4 }).status).toBe('shown');
    // of 16 people, 1 percent says how many
    expect(shareDisclosure([3, 5, 8], { step: 1 })).toEqual(shareDisclosure([3, 5, 8]));
  });

  test('no percentages tell how many people gave an answer, not even zero', () => {
    const counts = fc.array(fc.nat(9), { minLength: 1, maxLength: 4 });
    const options = fc.record({ step: fc.constantFrom(1, 3, 5, 10, 20), countWidth: fc.constantFrom(1, 2) });
    fc.assert(
      fc.property(counts, options, (truth, { step, countWidth }) => {
        const { percentages } = shareDisclosure(truth, { step, countWidth });
        if (percentages === null) return;
        const n = truth.reduce((sum, count) => sum + count, 0);
        // the coarsest step that these percentages can have is not known: all of them are tried by somebody who counts
        const steps = [step, 2, 5, 10, 20, 25, 50].filter((by) => by >= step);
        const shownBy = (other: readonly number[]) =>
          steps.some((by) =>
            percentages.every((share, c) => share === by * Math.floor((100 * other[c]!) / n / by + 0.5)),
          );
        const possible = truth.map(() => new Set<number>());
        for (const other of partitions(n, truth.length)) {
          if (shownBy(other)) other.forEach((count, c) => possible[c]!.add(count));
        }
        for (const found of possible)
          expect(Math.max(...found) - Math.min(...found)).toBeGreaterThanOrEqual(countWidth);
      }),
    );
  });

  test('refuses what cannot be', () => {
    expect(() => shareDisclosure([1.5, 20])).toThrow(RangeError);
    expect(() => shareDisclosure([-1, 20])).toThrow(RangeError);
    expect(() => shareDisclosure([NaN, 20])).toThrow(RangeError);
    expect(() => shareDisclosure([9, 20], { step: 0 })).toThrow(RangeError);
    expect(() => shareDisclosure([9, 20], { step: 51 })).toThrow(RangeError);
    expect(() => shareDisclosure([9, 20], { minimumGroupSize: 2 })).toThrow(RangeError);
  });
});

/** All ways in which n people can be in so many categories. */
function* partitions(n: number, categories: number): Generator<number[]> {
  if (categories === 1) yield [n];
  else
    for (let first = 0; first <= n; first++)
      for (const rest of partitions(n - first, categories - 1)) yield [first, ...rest];
}
