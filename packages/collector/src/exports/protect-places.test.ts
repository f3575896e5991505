import { suppressTable } from '@peerscale/core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CountedCell, type ProtectedPlaces, protectPlaces } from './protect-places.ts';
import type { ShownPlaces } from './shown-places.ts';

/** A cell where everybody has answered everything, and all but so many agreed. */
const cell = (team: string, group: string, people: number, absent = 0): CountedCell => ({
  team,
  group,
  people,
  absent,
  absentComplete: absent,
  complete: people + absent,
  scored: people + absent,
});
const words = ({ places }: ProtectedPlaces) =>
  places.map((place) => (place === null ? 'out' : `${place.team ?? '·'} ${place.group ?? '·'}`));

/** What results show, as `disclosure` decides it; `gone` are people whose answers were taken back after that. */
function shownOf(cells: readonly CountedCell[], minimum: number, gone: (cell: CountedCell) => number = () => 0) {
  const categories = (of: 'team' | 'group') => [...new Set(cells.map((one) => one[of]))].map((id) => ({ id }));
  const dimensions = [
    { name: 'team', categories: categories('team') },
    { name: 'group', categories: categories('group') },
  ];
  const counts = new Map(cells.map((one) => [`${one.team} ${one.group}`, one.scored + gone(one)]));
  const table = dimensions[0]!.categories.flatMap(({ id: team }) =>
    dimensions[1]!.categories.map(({ id: group }) => {
      const count = counts.get(`${team} ${group}`) ?? null;
      return { at: [team, group], count, sums: [2 * (count ?? 0)] };
    }),
  );
  const scores = [{ name: 'score', minimum: 1, maximum: 5 }];
  const { figures } = suppressTable({ dimensions, cells: table, scores }, { minimumGroupSize: minimum });
  const shown = new Map(
    figures.flatMap(({ at: [team, group], status, count }) =>
      status === 'shown' ? [[`${team ?? ''} ${group ?? ''}`, count!] as const] : [],
    ),
  );
  const places: ShownPlaces = {
    cell: (team, group) => shown.get(`${team} ${group}`),
    team: (team) => shown.get(`${team} `),
    group: (group) => shown.get(` ${group}`),
    whole: shown.get(' '),
  };
  return { places, shown };
}

const protect = (cells: readonly CountedCell[], minimum = 5) =>
  protectPlaces(cells, minimum, shownOf(cells, minimum).places);

test('cells with enough people keep team and group', () => {
  expect(words(protect([cell('red', 'staff', 5), cell('blue', 'staff', 9)]))).toEqual(['red staff', 'blue staff']);
});

test('of small cells the group goes first, then the team', () => {
  const cells = [
    cell('red', 'staff', 8),
    cell('red', 'managers', 2),
    cell('red', 'peers', 3),
    cell('blue', 'staff', 9),
    cell('blue', 'managers', 2),
    cell('blue', 'peers', 3),
    cell('green', 'managers', 2),
    cell('green', 'peers', 1),
    cell('grey', 'managers', 1),
    cell('grey', 'peers', 2),
  ];
  const open: ShownPlaces = {
    cell: (team, group) => (group === 'staff' ? { red: 8, blue: 9 }[team] : undefined),
    team: (team) => ({ red: 13, blue: 14 })[team],
    group: () => undefined,
    whole: 33,
  };
  expect(words(protectPlaces(cells, 5, open))).toEqual([
    'red staff',
    'red ·',
    'red ·',
    'blue staff',
    'blue ·',
    'blue ·',
    ...Array<string>(4).fill('· ·'),
  ]);
});

test('a cell that results hide to protect another one is not written either', () => {
  const cells = [cell('red', 'staff', 20), cell('blue', 'staff', 6), cell('green', 'staff', 3)];
  // results show everybody and one of the large teams: from both large ones the three would follow
  expect(words(protect(cells)).filter((place) => place === '· staff')).toHaveLength(2);
  const both: ShownPlaces = {
    cell: (team) => ({ red: 20, blue: 6 })[team],
    team: () => undefined,
    group: () => undefined,
    whole: 29,
  };
  expect(words(protectPlaces(cells, 5, both))).toEqual(['red staff', '· staff', '· staff']);
  const none: ShownPlaces = { cell: () => undefined, team: () => undefined, group: () => undefined, whole: 29 };
  expect(words(protectPlaces(cells, 5, none))).toEqual(['· staff', '· staff', '· staff']);
  // nor anybody at all where even their number is hidden
  expect(words(protectPlaces(cells, 5, { ...none, whole: undefined }))).toEqual(['out', 'out', 'out']);
});

test('without a team people keep their group where results show it', () => {
  const cells = ['red', 'blue', 'green'].flatMap((team) => [cell(team, 'staff', 9, 2), cell(team, 'peers', 6, 2)]);
  const places = words(protect(cells));
  expect(places).toEqual(['· staff', '· peers', '· staff', '· peers', '· staff', '· peers']);
});

test('a group is not written where others of it have only a team', () => {
  const cells = [
    cell('red', 'staff', 9, 5),
    cell('red', 'peers', 9, 5),
    cell('blue', 'staff', 9, 5),
    cell('blue', 'peers', 9, 5),
  ];
  const shown: ShownPlaces = {
    cell: () => undefined,
    team: (team) => (team === 'red' ? 28 : undefined),
    group: () => 28,
    whole: 56,
  };
  expect(words(protectPlaces(cells, 5, shown))).toEqual(['red ·', 'red ·', '· ·', '· ·']);
});

test('a team of whom all took their answers back is not what is left of everybody', () => {
  const cells = [cell('red', 'staff', 20), cell('green', 'staff', 11)];
  const shown: ShownPlaces = {
    cell: (team) => ({ red: 20, green: 11 })[team],
    team: () => undefined,
    group: () => 34,
    whole: 34,
  };
  expect(protectPlaces(cells, 5, shown)).toMatchObject({ dropped: 5, places: [{ team: null }, { team: null }] });
});

test('few who did not agree are not what is left of a figure', () => {
  const cells = [cell('red', 'staff', 20, 1), cell('blue', 'staff', 12, 5), cell('green', 'staff', 9)];
  expect(words(protect(cells))).toEqual(['· staff', '· staff', 'green staff']);
  // where all of them are few, others stay out with them
  const few = [cell('red', 'staff', 20, 2), cell('green', 'staff', 9)];
  expect(protect(few)).toMatchObject({ dropped: 3, places: [{ team: null }, { team: null }] });
  expect(words(protect([cell('red', 'staff', 7, 1)]))).toEqual(['out']);
});

test('who took answers back after the results were made is not what is left of a figure', () => {
  const cells = [cell('red', 'staff', 20), cell('green', 'staff', 9)];
  const { places } = shownOf(cells, 5, ({ team }) => (team === 'red' ? 1 : 0));
  expect(protectPlaces(cells, 5, places)).toMatchObject({ dropped: 5, places: [{ team: null }, { team: null }] });
});

test('fewer people than the minimum are not written; where results show nothing, places need only be shared', () => {
  expect(words(protect([cell('red', 'staff', 2), cell('blue', 'staff', 2)]))).toEqual(['out', 'out']);
  const cells = [cell('red', 'staff', 7, 1), cell('blue', 'staff', 2), cell('green', 'staff', 4)];
  expect(words(protectPlaces(cells, 5, undefined))).toEqual(['red staff', '· staff', '· staff']);
});

const count = fc.integer({ min: 0, max: 9 });
const counted = fc
  .uniqueArray(
    fc.record({
      team: fc.constantFrom('red', 'blue', 'green', 'grey'),
      group: fc.constantFrom('staff', 'managers', 'peers'),
      agreed: fc.tuple(count, count, fc.integer({ min: 0, max: 2 })),
      absent: fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 2 })),
      gone: fc.oneof(
        { weight: 4, arbitrary: fc.constant(0) },
        { weight: 1, arbitrary: fc.integer({ min: 1, max: 6 }) },
      ),
    }),
    { selector: ({ team, group }) => `${team} ${group}`, minLength: 1, maxLength: 12 },
  )
  // in some studies nobody is asked, and in some everybody has answered everything
  .chain((cells) =>
    fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()).map(([asked, prorated, withdrawn]) =>
      cells.map(({ team, group, agreed: [more, complete, partly], absent: [absentComplete, absentPartly], gone }) => {
        const out = asked ? absentComplete : 0;
        const part = prorated ? partly + (asked ? absentPartly : 0) : 0;
        const all = complete + more + out;
        const absent = out + (asked && prorated ? absentPartly : 0);
        const people = complete + more + (prorated ? partly : 0);
        const own = { team, group, people, absent, absentComplete: out, complete: all, scored: all + part };
        return { own: own satisfies CountedCell, gone: withdrawn ? gone : 0 };
      }),
    ),
  );

test('with all that results show, a file tells nothing of fewer people than the minimum', () => {
  let written = 0;
  fc.assert(
    fc.property(counted, fc.integer({ min: 3, max: 6 }), (given, minimum) => {
      const cells = given.map(({ own }) => own);
      const goneOf = new Map(given.map(({ own, gone }): [CountedCell, number] => [own, gone]));
      const { places: shownPlaces, shown } = shownOf(cells, minimum, (one) => goneOf.get(one)!);
      const { places, dropped } = protectPlaces(cells, minimum, shownPlaces);
      if (places.includes(null)) {
        expect(new Set(places)).toEqual(new Set([null]));
        return;
      }
      written++;
      const classes = new Map<string, CountedCell[]>();
      for (const [at, one] of cells.entries()) {
        const name = JSON.stringify(places[at]);
        classes.set(name, [...(classes.get(name) ?? []), one]);
      }
      const total = (of: readonly CountedCell[], number: (one: CountedCell) => number) =>
        of.reduce((sum, one) => sum + number(one), 0);
      const indicator = (holds: (one: CountedCell) => boolean) => cells.map((one) => (holds(one) ? 1 : 0));
      const figures = [...shown.keys()].map((name) => {
        const [team, group] = name.split(' ');
        return indicator((one) => (team === '' || one.team === team) && (group === '' || one.group === group));
      });
      for (const [name, members] of classes) {
        const lost = classes.size === 1 ? dropped : 0;
        if (dropped > 0) expect(JSON.parse(name).team).toBeNull();
        expect(total(members, ({ people }) => people) - lost).toBeGreaterThanOrEqual(minimum);
        // what is written of a place is told by figures anyway: whatever else would follow from it follows from them
        const place = indicator((one) => members.includes(one));
        expect(rankOf([...figures, place])).toBe(rankOf(figures));
        // and what is missing of it, of those whom figures are about
        const anybody = total(members, (one) => goneOf.get(one)! + one.absent) + lost;
        const complete = total(members, (one) => one.absentComplete) + lost;
        expect(anybody === 0 || complete >= minimum).toBe(true);
      }
    }),
  );
  expect(written).toBeGreaterThan(10);
});

/** Rank by elimination; the entries are small whole numbers. */
function rankOf(rows: readonly (readonly number[])[]): number {
  const left = rows.map((row) => [...row]);
  let rank = 0;
  for (let column = 0; column < (rows[0]?.length ?? 0); column++) {
    const pivot = left.findIndex((row, at) => at >= rank && Math.abs(row[column]!) > 1e-9);
    if (pivot < 0) continue;
    [left[rank], left[pivot]] = [left[pivot]!, left[rank]!];
    const first = left[rank]!;
    for (let at = rank + 1; at < left.length; at++) {
      const factor = left[at]![column]! / first[column]!;
      left[at] = left[at]!.map((value, i) => value - factor * first[i]!);
    }
    rank++;
  }
  return rank;
}
