import { expectRelative } from '@peerscale/test-utils';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { adHocInstrument, type ScaleScores, scoreResponses, tableOfColumns } from '../index.ts';
import { scoreCounts, scoreSummary } from './score-summary.ts';
import { emptyValueTally, mergeScoreTallies, mergeValueTallies, scoreTally, summaryOfTally } from './score-tally.ts';

const instrument = adHocInstrument({ items: ['A', 'B'], minimum: 1, maximum: 5 });
const lenient = {
  ...instrument,
  scales: [{ ...instrument.scales[0]!, missing: { rule: 'minimum-answered' as const, minimum: 1 } }],
};

function scoresOf(answers: readonly (readonly [number | null, number | null])[], of = instrument): ScaleScores {
  const columns = ['A', 'B'].map((item, i) => ({ item, codes: answers.map((row) => row[i]!) }));
  return scoreResponses(of, tableOfColumns(answers.length, columns))[0]!;
}

const code = fc.option(fc.integer({ min: 1, max: 5 }));
const rows = fc.array(fc.tuple(code, code), { maxLength: 30 });

test('chunks that are merged say the same as all rows at once', () => {
  fc.assert(
    fc.property(rows, fc.nat(), fc.constantFrom(instrument, lenient), (all, cut, of) => {
      const at = cut % (all.length + 1);
      const merged = mergeScoreTallies(
        scoreTally(scoresOf(all.slice(0, at), of)),
        scoreTally(scoresOf(all.slice(at), of)),
      );
      const pooled = scoresOf(all, of);
      const [summary, expected] = [summaryOfTally('scale', merged.values), scoreSummary(pooled)];
      expect([summary.n, summary.min, summary.max, merged.rows]).toEqual([
        expected.n,
        expected.min,
        expected.max,
        all.length,
      ]);
      expectRelative(summary.mean ?? NaN, expected.mean ?? NaN, 1e-13);
      // the rounding of a sum of squares that is zero is not relative to anything
      expect(summary.sd ?? -1).toBeCloseTo(expected.sd ?? -1, 12);
      const counts = scoreCounts(pooled);
      expect(merged.prorated).toBe(counts.prorated);
      expect(Object.fromEntries(merged.notScored)).toEqual(Object.fromEntries(counts.notScored));
    }),
  );
});

test('no numbers are neutral, and their summary has no figure', () => {
  const { values } = scoreTally(scoresOf([[1, 2]]));
  expect(mergeValueTallies(emptyValueTally(), values)).toEqual(values);
  expect(summaryOfTally('x', emptyValueTally())).toEqual({ id: 'x', n: 0, mean: null, sd: null, min: null, max: null });
});

test('tallies of two scales are not one', () => {
  const tally = scoreTally(scoresOf([[1, 2]]));
  expect(() => mergeScoreTallies(tally, { ...tally, scale: 'other' })).toThrow(
    'Unexpected scale: other, expected scale.',
  );
});
