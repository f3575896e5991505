import { loadFixture } from '@peerscale/test-utils';
import { describe, expect, test } from 'vitest';
import { addToMoments, emptyMoments, type Moments, mergeMoments, momentsOfColumns } from './index.ts';

type Figures<T> = Record<'mean' | 'sd' | 'r1', T>;
interface Fixture {
  sets: { name: string; certified: Figures<string>; digitsOfR: Figures<number>; values: number[] }[];
}
const fixture = loadFixture<Fixture>('../../fixtures/moments/nist-strd.json', import.meta.url);

/** Log relative error: the number of correct digits, 15 at most (as many as NIST certifies). */
function digits(value: number, certified: string): number {
  return Math.min(15, -Math.log10(Math.abs(value - Number(certified)) / Math.abs(Number(certified))));
}

/** What is computed of a series and of its pairs of neighbours is all that the three figures need. */
function figures(series: Moments, neighbours: Moments): Figures<number> {
  const mean = series.means[0]!;
  const gap = (i: number) => neighbours.means[i]! - mean + (neighbours.meanTails?.[i] ?? 0);
  // about the mean as a double, as R's acf does
  const squares = series.comoments[0]! + series.n * (series.meanTails?.[0] ?? 0) ** 2;
  return {
    mean,
    sd: Math.sqrt(series.comoments[0]! / (series.n - 1)),
    r1: (neighbours.comoments[1]! + neighbours.n * gap(0) * gap(1)) / squares,
  };
}

const pairs = (values: readonly number[], start: number, end: number) => [
  values.slice(start, end),
  values.slice(start + 1, end + 1),
];

const ways: Record<string, (values: readonly number[]) => Figures<number>> = {
  'in one pass': (values) => figures(momentsOfColumns([values]), momentsOfColumns(pairs(values, 0, values.length - 1))),
  'after merging three parts': (values) => {
    const n = values.length;
    const cuts = [0, Math.floor(n / 3), Math.floor((2 * n) / 3), n];
    const merged = (columns: (start: number, end: number) => readonly number[][], last: number) =>
      [0, 1, 2]
        .map((part) => momentsOfColumns(columns(cuts[part]!, Math.min(last, cuts[part + 1]!))))
        .reduce(mergeMoments);
    return figures(
      merged((start, end) => [values.slice(start, end)], n),
      merged((start, end) => pairs(values, start, end), n - 1),
    );
  },
  'row by row': (values) => {
    const series = values.reduce((moments, x) => addToMoments(moments, [x]), emptyMoments(1));
    let neighbours = emptyMoments(2);
    for (let i = 1; i < values.length; i++) neighbours = addToMoments(neighbours, [values[i - 1]!, values[i]!]);
    return figures(series, neighbours);
  },
};

test('all nine sets are there, with their number of values', () => {
  const sizes = { PiDigits: 5000, Lottery: 218, Lew: 200, Mavro: 50, Michelso: 100, NumAcc1: 3 };
  const constructed = { NumAcc2: 1001, NumAcc3: 1001, NumAcc4: 1001 };
  expect(Object.fromEntries(fixture.sets.map(({ name, values }) => [name, values.length]))).toEqual({
    ...sizes,
    ...constructed,
  });
});

describe.each(fixture.sets)('NIST StRD $name', ({ certified, digitsOfR, values }) => {
  test.each(Object.entries(ways))('%s', (_, way) => {
    const found = way(values);
    expect(digits(found.mean, certified.mean)).toBeGreaterThanOrEqual(14);
    for (const figure of ['sd', 'r1'] as const) {
      // where the values as doubles do not hold 13 digits of the figure, as many as R reaches
      const wanted = Math.min(13, digitsOfR[figure] - 0.01);
      expect(digits(found[figure], certified[figure]), figure).toBeGreaterThanOrEqual(wanted);
    }
  });
});
