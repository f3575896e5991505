import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type HistogramBin, type ReleasedHistogram, releaseHistogram } from './release-histogram.ts';

const codes = (...counts: number[]): HistogramBin[] =>
  counts.map((count, i) => ({ lower: i + 1, upper: i + 1, count }));
const meanOf = (bins: readonly HistogramBin[]) =>
  bins.reduce((sum, { lower, upper, count }) => sum + ((lower + upper) / 2) * count, 0) /
  bins.reduce((sum, { count }) => sum + count, 0);
const text = ({ status, bins }: ReleasedHistogram) =>
  status === 'shown' ? bins.map(({ lower, upper, count }) => `${lower}-${upper}:${count}`).join(' ') : status;

describe('releaseHistogram', () => {
  test.each<[string, number[], string, string]>([
    ['the example', [1, 6, 9, 4, 0], '1-2:7 3-5:13', '1-2:7 3-5:13'],
    ['bins that are large enough', [5, 5, 6], '1-1:5 2-2:5 3-3:6', '1-1:5 2-2:5 3-3:6'],
    ['a single person at the top', [8, 9, 1], '1-1:8 2-3:10', 'suppressed'],
    ['nobody at either end', [0, 0, 8, 9, 0], '1-3:8 4-5:9', '1-3:8 4-5:9'],
    ['nobody between', [6, 0, 7], '1-1:6 2-3:7', 'suppressed'],
    ['everybody agrees', [0, 0, 12, 0, 0], 'suppressed', 'suppressed'],
    ['all but a few agree', [1, 1, 1, 1, 20], 'suppressed', 'suppressed'],
    ['fewer than twice the minimum', [4, 5], 'suppressed', 'suppressed'],
    ['twice the minimum', [5, 5], '1-1:5 2-2:5', '1-1:5 2-2:5'],
    ['one bin', [30], 'suppressed', 'suppressed'],
    ['nobody', [0, 0, 0], 'empty', 'empty'],
    ['no bins', [], 'empty', 'empty'],
    // with a mean, 1 and 2 are two unknowns in two equations; three codes are enough for another histogram
    ['one pair of codes', [2, 3, 6, 7, 5], '1-2:5 3-3:6 4-4:7 5-5:5', '1-3:11 4-4:7 5-5:5'],
    ['two pairs of codes', [2, 3, 6, 3, 4], '1-2:5 3-3:6 4-5:7', '1-2:5 3-3:6 4-5:7'],
  ])('%s', (_, counts, without, withMean) => {
    const bins = codes(...counts);
    const before = structuredClone(bins);
    expect(text(releaseHistogram(bins))).toBe(without);
    const mean = bins.some(({ count }) => count > 0) ? meanOf(bins) : 0;
    expect(text(releaseHistogram(bins, { mean }))).toBe(withMean);
    expect(bins).toEqual(before);
  });

  test('another minimum', () => {
    expect(text(releaseHistogram(codes(3, 3, 4), { minimumGroupSize: 3 }))).toBe('1-1:3 2-2:3 3-3:4');
    expect(text(releaseHistogram(codes(3, 3, 4), { minimumGroupSize: 6 }))).toBe('suppressed');
  });

  test('bins with room in them need no joining for a mean, wherever it is', () => {
    const bins = [2, 3, 6, 7].map((count, i) => ({ lower: i, upper: i + 1, count }));
    const lowest = bins.reduce((sum, { lower, count }) => sum + lower * count, 0) / 18;
    for (const mean of [lowest, meanOf(bins), lowest + 1]) {
      expect(text(releaseHistogram(bins, { mean }))).toBe('0-2:5 2-3:6 3-4:7');
    }
  });

  test('many bins take no time, also where every way to join them is tried', () => {
    const bins = codes(...Array.from({ length: 24 }, (_, i) => (i <= 12 ? 5 : 0)));
    const start = performance.now();
    expect(releaseHistogram(bins, { mean: meanOf(bins) }).status).toBe('suppressed');
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  test('numbers of any size', () => {
    for (const size of [1e-150, 1e150]) {
      const bins = codes(2, 3, 6, 3, 4).map((bin) => ({ ...bin, lower: bin.lower * size, upper: bin.upper * size }));
      expect(releaseHistogram(bins, { mean: meanOf(bins) }).bins.map(({ count }) => count)).toEqual([5, 6, 7]);
    }
    expect(text(releaseHistogram(codes(1, 9e14, 8e14)))).toBe('1-2:900000000000001 3-3:800000000000000');
  });

  const range = (lower: number, upper: number, count = 6): HistogramBin[] => [{ lower, upper, count }];
  test.each<[string, HistogramBin[], object?]>([
    ['half a person', codes(2.5, 9)],
    ['fewer than nobody', codes(-1, 9)],
    ['a count that is no number', codes(NaN, 9)],
    ['a bin upside down', range(2, 1)],
    ['a bin without an end', range(1, Infinity)],
    ['a bin that is no number', range(NaN, 1)],
    ['bins out of order', [...range(2, 2), ...range(1, 1)]],
    ['bins that overlap', [...range(1, 3), ...range(2, 4)]],
    ['a mean outside the bins', codes(6, 6), { mean: 2.1 }],
    ['a mean that is no number', codes(6, 6), { mean: NaN }],
    ['a minimum of 2', codes(6, 6), { minimumGroupSize: 2 }],
  ])('refuses %s', (_, bins, options = {}) => {
    expect(() => releaseHistogram(bins, options)).toThrow(RangeError);
  });
});

/** All histograms with these counts in the joined bins, by trying every one. */
function* histograms(size: number, groups: readonly { first: number; last: number; count: number }[]) {
  const counts = new Array<number>(size).fill(0);
  function* fill(g: number, bin: number, left: number): Generator<readonly number[]> {
    const group = groups[g];
    if (group === undefined) {
      yield counts;
      return;
    }
    if (bin === group.last) {
      counts[bin] = left;
      const next = groups[g + 1];
      yield* fill(g + 1, next?.first ?? 0, next?.count ?? 0);
      return;
    }
    for (let people = 0; people <= left; people++) {
      counts[bin] = people;
      yield* fill(g, bin + 1, left - people);
    }
  }
  yield* fill(0, groups[0]!.first, groups[0]!.count);
}

describe('somebody who tries all histograms', () => {
  const attack = (counts: readonly number[], withMean: boolean): number => {
    const bins = codes(...counts);
    const options = withMean ? { mean: meanOf(bins) } : {};
    const shown = releaseHistogram(bins, options);
    if (shown.status !== 'shown') return 0;
    const groups = shown.bins.map(({ lower, upper, count }) => ({ first: lower - 1, last: upper - 1, count }));
    const possible = counts.map(() => new Set<number>());
    for (const other of histograms(counts.length, groups)) {
      const otherBins = codes(...other);
      if (withMean && Math.abs(meanOf(otherBins) - options.mean!) > 1e-9) continue;
      // who knows the rule too leaves out what it would have shown in another way
      if (text(releaseHistogram(otherBins, options)) !== text(shown)) continue;
      other.forEach((count, bin) => {
        possible[bin]!.add(count);
      });
    }
    const isJoined = (bin: number) => groups.some(({ first, last }) => first < last && first <= bin && bin <= last);
    return possible.filter((found, bin) => isJoined(bin) && found.size < 2).length;
  };
  const few = fc.array(fc.oneof(fc.nat(2), fc.nat(6)), { minLength: 2, maxLength: 5 });

  test('cannot tell the count of any bin that was joined, with or without the mean', () => {
    fc.assert(
      fc.property(few, fc.boolean(), (counts, withMean) => {
        fc.pre(counts.some((count) => count > 0));
        expect(attack(counts, withMean)).toBe(0);
      }),
      { numRuns: Math.min(fc.readConfigureGlobal().numRuns ?? 150, 1500) },
    );
  });
});
