import { expectRelative, loadFixture } from '@peerscale/test-utils';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sumOfChosenRanks, sumOfSignedRanks } from './rank-sum-distribution.ts';

interface Tails {
  ranks: number[];
  less: number;
  greater: number;
}
const fixture = loadFixture<{
  rVersion: string;
  exactRankTests: string;
  tied: (Tails & { second: number[]; sum: number })[];
  signed: (Tails & { v: number })[];
}>('../../fixtures/change/change.json', import.meta.url);

describe(`agrees with exactRankTests ${fixture.exactRankTests}, ties included`, () => {
  test('a sample out of all', () => {
    for (const { ranks, second, sum, less, greater } of fixture.tied) {
      const { atMost, atLeast } = sumOfChosenRanks(ranks, second.length);
      expectRelative(atMost(sum), less, 1e-10);
      expectRelative(atLeast(sum), greater, 1e-10);
    }
  });

  test('each rank in or out', () => {
    for (const { ranks, v, less, greater } of fixture.signed) {
      const { atMost, atLeast } = sumOfSignedRanks(ranks);
      expectRelative(atMost(v), less, 1e-10);
      expectRelative(atLeast(v), greater, 1e-10);
    }
  });
});

const anyRanks = fc.array(
  fc.integer({ min: 2, max: 20 }).map((twice) => twice / 2),
  { minLength: 1, maxLength: 9 },
);

describe('properties', () => {
  test('every subset counted', () => {
    fc.assert(
      fc.property(anyRanks, fc.nat(), fc.integer({ min: 0, max: 90 }), (ranks, seed, at) => {
        const chosen = seed % (ranks.length + 1);
        const sums = Array.from({ length: 2 ** ranks.length }, (_, bits) =>
          ranks.reduce(([size, sum], rank, i) => [size! + ((bits >> i) & 1), sum! + ((bits >> i) & 1) * rank], [0, 0]),
        );
        const ofSize = sums.filter(([size]) => size === chosen).map(([, sum]) => sum!);
        const share = (all: number[], isIn: (sum: number) => boolean) => all.filter(isIn).length / all.length;
        const sampled = sumOfChosenRanks(ranks, chosen);
        expectRelative(
          sampled.atMost(at),
          share(ofSize, (sum) => sum <= at),
          1e-12,
        );
        expectRelative(
          sampled.atLeast(at),
          share(ofSize, (sum) => sum >= at),
          1e-12,
        );
        const signed = sumOfSignedRanks(ranks);
        const all = sums.map(([, sum]) => sum!);
        expectRelative(
          signed.atMost(at),
          share(all, (sum) => sum <= at),
          1e-12,
        );
        expectRelative(
          signed.atLeast(at),
          share(all, (sum) => sum >= at),
          1e-12,
        );
      }),
    );
  });
});

describe('degenerate', () => {
  test('no ranks, none chosen, all chosen', () => {
    expect(sumOfSignedRanks([]).atMost(0)).toBe(1);
    expect(sumOfChosenRanks([], 0).atLeast(0)).toBe(1);
    expect(sumOfChosenRanks([1, 2], 0).atLeast(0.5)).toBe(0);
    expect(sumOfChosenRanks([1, 2], 2).atMost(2.5)).toBe(0);
    expect(sumOfChosenRanks([1, 2], 2).atMost(3)).toBe(1);
    expect(sumOfChosenRanks([1, 2], 1).atMost(-4)).toBe(0);
    expect(sumOfChosenRanks([1, 2], 1).atLeast(-4)).toBe(1);
  });

  test('a number that cannot be chosen', () => {
    expect(() => sumOfChosenRanks([1, 2], 3)).toThrow(new RangeError('Unexpected number chosen: 3 of 2.'));
    expect(() => sumOfChosenRanks([1, 2], -1)).toThrow(RangeError);
    expect(() => sumOfChosenRanks([1, 2], 0.5)).toThrow(RangeError);
  });
});
