import { describe, expect, test } from 'vitest';
import { seededRandom } from './index.ts';

const WORD = 0xffffffffn;
const rotate = (x: bigint, by: bigint) => ((x << by) | (x >> (32n - by))) & WORD;

/** xoshiro128** written over big integers, word for word as published. */
function* published(state: readonly bigint[]): Generator<number> {
  const s = [...state] as [bigint, bigint, bigint, bigint];
  for (;;) {
    yield Number((rotate((s[1] * 5n) & WORD, 7n) * 9n) & WORD);
    const t = (s[1] << 9n) & WORD;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= t;
    s[3] = rotate(s[3], 11n);
  }
}

/** splitmix32 with the finalizer constants 0x21f0aaad and 0x735a2d97. */
function stateOf(seed: bigint): bigint[] {
  return [1n, 2n, 3n, 4n].map((step) => {
    let x = (seed + step * 0x9e3779b9n) & WORD;
    x = ((x ^ (x >> 16n)) * 0x21f0aaadn) & WORD;
    x = ((x ^ (x >> 15n)) * 0x735a2d97n) & WORD;
    return x ^ (x >> 15n);
  });
}

describe('seededRandom', () => {
  test('the published generator gives its known first words from the state 1, 2, 3, 4', () => {
    const words = published([1n, 2n, 3n, 4n]);
    expect(Array.from({ length: 4 }, () => words.next().value)).toEqual([11520, 0, 5927040, 70819200]);
  });

  test.each([0, 1, 20261121, 0x7fffffff, 0x80000000, 0xffffffff])('gives those words for seed %i', (seed) => {
    const random = seededRandom(seed);
    const words = published(stateOf(BigInt(seed)));
    for (let i = 0; i < 2000; i++) expect(random()).toBe((words.next().value as number) / 2 ** 32);
  });

  test('the example, and the same sequence from the same seed only', () => {
    expect(seededRandom(1)()).toBe(0.09156953264027834);
    const sequence = (seed: number) => Array.from({ length: 20 }, seededRandom(seed));
    expect(sequence(7)).toEqual(sequence(7));
    expect(sequence(7)).not.toEqual(sequence(8));
  });

  test('fills [0, 1) evenly: 100,000 numbers in ten classes, chi-squared below its 99.9 percent point', () => {
    const random = seededRandom(3);
    const counts = new Array<number>(10).fill(0);
    for (let i = 0; i < 100_000; i++) counts[Math.floor(10 * random())]!++;
    expect(counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0)).toBeLessThan(27.9);
  });

  test.each([-1, 0.5, NaN, 2 ** 32])('refuses seed %s', (seed) => {
    expect(() => seededRandom(seed)).toThrow(`Unexpected seed: ${seed}.`);
  });
});
