import { expect, test } from 'vitest';
import { type CountedPerson, wouldTellOfFew } from './linked-few.ts';

const people = (cell: string, count: number, isLinked: boolean, wasLinked: boolean): CountedPerson[] =>
  Array.from({ length: count }, () => ({ cell, isLinked, wasLinked }));

test('linked sets of consecutive pairs that differ by few people are not both shown', () => {
  const shared = people('north', 30, true, true);
  const others = people('north', 10, false, false);
  expect(wouldTellOfFew([...shared, ...others], 5)).toBe(false);
  // nested, but for one person
  expect(wouldTellOfFew([...shared, ...others, ...people('north', 1, true, false)], 5)).toBe(true);
  expect(wouldTellOfFew([...shared, ...others, ...people('north', 5, true, false)], 5)).toBe(false);
  // each of the sets and the others are the whole but for two, who are in both
  const apart = [...people('north', 20, true, false), ...people('north', 20, false, true)];
  expect(wouldTellOfFew([...apart, ...people('north', 2, true, true)], 5)).toBe(true);
  expect(wouldTellOfFew(apart, 5)).toBe(false);
});

test('a linked set that is some teams but for few people is not shown beside them', () => {
  const north = people('north', 30, true, false);
  const south = people('south', 10, false, false);
  expect(wouldTellOfFew([...north, ...south, ...people('south', 1, true, false)], 5)).toBe(true);
  expect(wouldTellOfFew([...north, ...south], 5)).toBe(true);
  expect(wouldTellOfFew(north, 5)).toBe(false);
  expect(
    wouldTellOfFew(
      [
        ...north,
        ...people('north', 3, false, false),
        ...people('south', 4, true, false),
        ...people('south', 2, false, false),
      ],
      5,
    ),
  ).toBe(false);
});
