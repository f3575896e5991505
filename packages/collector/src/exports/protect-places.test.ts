import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CountedCell, protectPlaces, type WrittenPlace } from './protect-places.ts';

const cell = (team: string, group: string, people: number, kind = '1'): CountedCell => ({ team, group, people, kind });
const words = (places: readonly (WrittenPlace | null)[]) =>
  places.map((place) => (place === null ? 'left out' : `${place.team ?? '·'} ${place.group ?? '·'}`));

test('cells with enough people keep team and group', () => {
  expect(words(protectPlaces([cell('red', 'staff', 5), cell('blue', 'staff', 9)], 5))).toEqual([
    'red staff',
    'blue staff',
  ]);
});

test('of a small cell the group goes first, then the team', () => {
  const cells = [
    cell('red', 'staff', 8),
    cell('red', 'managers', 2),
    cell('red', 'peers', 3),
    cell('blue', 'managers', 2),
    cell('green', 'managers', 3),
  ];
  expect(words(protectPlaces(cells, 5))).toEqual(['red staff', 'red ·', 'red ·', '· ·', '· ·']);
});

test('who is alone without a team gets company: the smallest others', () => {
  const cells = [cell('red', 'staff', 20), cell('blue', 'staff', 6), cell('green', 'staff', 3)];
  expect(words(protectPlaces(cells, 5))).toEqual(['red staff', '· staff', '· staff']);
  const managers = cell('blue', 'managers', 5);
  expect(words(protectPlaces([...cells, managers], 5))).toEqual(['red staff', 'blue staff', '· ·', '· ·']);
});

test('where only one group was asked so, its name says nothing, and is written', () => {
  const cells = [cell('red', 'managers', 2), cell('blue', 'managers', 4), cell('red', 'staff', 9, 'other items')];
  expect(words(protectPlaces(cells, 5))).toEqual(['· managers', '· managers', 'red staff']);
});

test('fewer people than the minimum in all, or of those who were asked the same, are not written', () => {
  expect(words(protectPlaces([cell('red', 'staff', 2), cell('blue', 'staff', 2)], 5))).toEqual([
    'left out',
    'left out',
  ]);
  // a manager is known by the items that only managers are not asked
  const cells = [cell('red', 'staff', 20), cell('red', 'managers', 3, 'fewer items')];
  expect(words(protectPlaces(cells, 5))).toEqual(['red staff', 'left out']);
});

const cells = fc.uniqueArray(
  fc.record({
    team: fc.constantFrom('red', 'blue', 'green', 'grey'),
    group: fc.constantFrom('staff', 'managers', 'peers'),
    kind: fc.constantFrom('1', '2'),
    people: fc.integer({ min: 1, max: 12 }),
  }),
  { selector: ({ team, group, kind }) => `${team} ${group} ${kind}`, maxLength: 24 },
);

test('every row that is written shares wave, items, team and group with at least the minimum; no more is lost than needed', () => {
  fc.assert(
    fc.property(cells, fc.integer({ min: 3, max: 8 }), (given, minimum) => {
      const places = protectPlaces(given, minimum);
      const classes = new Map<string, number>();
      for (const [at, { kind, people, team, group }] of given.entries()) {
        const place = places[at]!;
        const ofKind = given.filter((one) => one.kind === kind).reduce((sum, one) => sum + one.people, 0);
        // a row is left out only where nothing else would help
        expect(place === null).toBe(ofKind < minimum);
        if (place === null) continue;
        if (place.team !== null) expect(place.team).toBe(team);
        const groups = new Set(given.filter((one) => one.kind === kind).map((one) => one.group));
        if (place.group !== null) expect(place.group).toBe(group);
        // a group without a team would otherwise be told from those who have neither
        if (place.team === null) expect(place.group !== null).toBe(groups.size === 1);
        const name = `${kind} ${place.team} ${place.group}`;
        classes.set(name, (classes.get(name) ?? 0) + people);
      }
      for (const people of classes.values()) expect(people).toBeGreaterThanOrEqual(minimum);
      // where every cell is large enough nothing is blanked
      if (given.every(({ people }) => people >= minimum)) {
        expect(places.every((place) => place?.group !== null && place?.team !== null)).toBe(true);
      }
    }),
  );
});

test('the order in which cells are given changes nothing', () => {
  fc.assert(
    fc.property(cells, fc.integer({ min: 3, max: 8 }), (given, minimum) => {
      const there = protectPlaces(given, minimum);
      const back = protectPlaces([...given].reverse(), minimum).reverse();
      expect(back).toEqual(there);
    }),
  );
});
