import type { CategoryCounts, CodeSums } from '@peerscale/core';
import type { AskedInstrument } from './asked-instrument.ts';
import type { CellTally, PeopleByScore } from './cell-tally.ts';
import { codesOf, emptyTally } from './empty-tally.ts';

const FAST_SECONDS = 2;

/**
 * A tally of what the database counted and added up.
 *
 * @param counts of the variables of `countedAnswers`
 * @param codeSums by scale; undefined where nobody answered all of its items
 */
export function tallyOfFigures(
  asked: AskedInstrument,
  [straight, sparse, seconds, ...rest]: readonly CategoryCounts[],
  codeSums: readonly (CodeSums | undefined)[],
): CellTally {
  const { instrument, items, scales, itemsOfForm } = asked;
  const empty = emptyTally(asked);
  const k = items.length;
  const durations = peopleBy(seconds!);
  const tenths = new Map<number, number>();
  let fast = 0;
  for (const [duration, people] of durations) {
    const each = duration / itemsOfForm;
    if (each < FAST_SECONDS) fast += people;
    const tenth = Math.round(10 * each);
    tenths.set(tenth, (tenths.get(tenth) ?? 0) + people);
  }
  const rows = sumOfCounts(seconds!);
  const scored = (counts: readonly CategoryCounts[]) => ({
    n: counts[0] === undefined ? 0 : sumOfCounts(counts[0]),
    scales: counts.map(peopleBy),
  });
  return {
    rows,
    complete: scored(rest.slice(k, k + scales.length)),
    prorated: scored(rest.slice(k + scales.length)),
    codes: items.map(({ responseScale }, i) => {
      const people = peopleBy(rest[i]!);
      return codesOf(instrument, responseScale).map((code) => people.get(code) ?? 0);
    }),
    reliability: {
      ...empty.reliability,
      rows,
      scales: empty.reliability.scales.map((scale, s) => {
        const sums = codeSums[s];
        return sums === undefined
          ? scale
          : { ...scale, complete: sums.n, statistics: { kind: 'code-sums', codeSums: sums } };
      }),
    },
    quality: { straight: sumOfCounts(straight!), fast, sparse: sumOfCounts(sparse!), tenths },
  };
}

const peopleBy = ({ codes, counts }: CategoryCounts): PeopleByScore =>
  new Map(Array.from(codes, (code, i) => [code, counts[i]!] as const));

const sumOfCounts = ({ counts }: CategoryCounts): number => counts.reduce((sum, count) => sum + count, 0);
