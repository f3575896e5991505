import type { Moments } from '@peerscale/core';
import type { PeopleByScore } from '../tally/cell-tally.ts';

/** Sum of the scores. In ascending order of scores: the same digits, however the people were added up. */
export function sumOf(people: PeopleByScore): number {
  let sum = 0;
  for (const [value, count] of sorted(people)) sum += value * count;
  return sum;
}

/** Moments of the scores, as the estimators take them. */
export function momentsOfPeople(people: PeopleByScore): Moments<'listwise'> {
  const entries = sorted(people);
  const n = entries.reduce((all, [, count]) => all + count, 0);
  const mean = n === 0 ? 0 : entries.reduce((sum, [value, count]) => sum + value * count, 0) / n;
  const squares = entries.reduce((sum, [value, count]) => sum + count * (value - mean) ** 2, 0);
  return { missing: 'listwise', n, means: Float64Array.of(mean), comoments: Float64Array.of(squares) };
}

/** A score a person. */
export function scoresOf(people: PeopleByScore): Float64Array {
  const entries = sorted(people);
  const scores = new Float64Array(entries.reduce((all, [, count]) => all + count, 0));
  let at = 0;
  for (const [value, count] of entries) {
    scores.fill(value, at, at + count);
    at += count;
  }
  return scores;
}

const sorted = (people: PeopleByScore) => [...people].sort(([a], [b]) => a - b);
