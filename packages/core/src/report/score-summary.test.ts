import { expect, test } from 'vitest';
import { adHocInstrument, scoreResponses, tableOfColumns } from '../index.ts';
import { scoreCounts, scoreSummary } from './score-summary.ts';

const instrument = adHocInstrument({ items: ['A', 'B'], minimum: 1, maximum: 5 });
const scoresOf = (a: (number | null)[], b: (number | null)[]) =>
  scoreResponses(
    instrument,
    tableOfColumns(a.length, [
      { item: 'A', codes: a },
      { item: 'B', codes: b },
    ]),
  )[0]!;

test('describes the scores that exist, and counts the others by reason', () => {
  const scores = scoresOf([1, 2, 3, null, null], [1, 4, 5, 4, null]);
  expect(scoreSummary(scores)).toEqual({ id: 'scale', n: 3, mean: 8 / 3, sd: Math.sqrt(7 / 3), min: 1, max: 4 });
  expect([...scoreCounts(scores).notScored]).toEqual([
    ['incomplete', 1],
    ['no-answers', 1],
  ]);
});

test('one score has no sd, and no scores have nothing', () => {
  expect(scoreSummary(scoresOf([1], [2]))).toMatchObject({ n: 1, mean: 1.5, sd: null });
  expect(scoreSummary(scoresOf([null], [2]))).toEqual({
    id: 'scale',
    n: 0,
    mean: null,
    sd: null,
    min: null,
    max: null,
  });
  expect(scoreSummary(scoresOf([], []))).toMatchObject({ n: 0, mean: null });
});
