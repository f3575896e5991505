import { expectRelative, likertRows, loadFixture } from '@peerscale/test-utils';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addToGroupedMoments,
  emptyGroupedMoments,
  type GroupedMoments,
  groupedMomentsOfColumns,
  levelCovariances,
  mergeGroupedMoments,
  momentsOf,
  withinAndBetween,
} from './index.ts';

interface Fixture {
  r: string;
  groups: (Record<'sizes' | 'within' | 'between' | 'levelWithin' | 'levelBetween', number[]> & {
    name: string;
    groups: number[];
    rows: number[][];
    effectiveSize: number;
    harmonicSize: number;
  })[];
}
const fixture = loadFixture<Fixture>('../../fixtures/moments/moments.json', import.meta.url);

const columnsOf = (rows: readonly (readonly number[])[], k = rows[0]!.length) =>
  Array.from({ length: k }, (_, i) => rows.map((row) => row[i]!));

/** Answers in two to four groups. */
const rowsInGroups = likertRows({ minimumRows: 4 }).chain((rows) =>
  fc
    .array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: rows.length, maxLength: rows.length })
    .map((groups) => ({ rows, groups })),
);

function expectSame(a: GroupedMoments, b: GroupedMoments): void {
  expect([...a.groups.keys()].sort()).toEqual([...b.groups.keys()].sort());
  for (const [name, moments] of a.groups) {
    const other = b.groups.get(name)!;
    expect(moments.n).toBe(other.n);
    moments.means.forEach((mean, i) => expectRelative(mean, other.means[i]!, 1e-12));
    moments.comoments.forEach((value, p) => expectRelative(value, other.comoments[p]!, 1e-12, 1e-12));
  }
}

describe.each(fixture.groups)(`agrees with R ${fixture.r}: $name`, (set) => {
  const grouped = groupedMomentsOfColumns(columnsOf(set.rows), set.groups.map(String));

  test('sums of squares and products of manova', () => {
    const { n, sizes, within, between } = withinAndBetween(grouped);
    expect({ n, sizes }).toEqual({ n: set.rows.length, sizes: set.sizes });
    within.forEach((value, p) => expectRelative(value, set.within[p]!, 1e-10));
    between.forEach((value, p) => expectRelative(value, set.between[p]!, 1e-10));
  });

  test('covariances of the two levels', () => {
    const levels = levelCovariances(grouped);
    expectRelative(levels.effectiveSize, set.effectiveSize, 1e-12);
    expectRelative(levels.harmonicSize, set.harmonicSize, 1e-12);
    levels.within.forEach((value, p) => expectRelative(value, set.levelWithin[p]!, 1e-10));
    levels.between.forEach((value, p) => expectRelative(value, set.levelBetween[p]!, 1e-10));
  });
});

describe('grouped moments', () => {
  test('any split merged equals the whole, and so do the rows added one by one', () => {
    fc.assert(
      fc.property(rowsInGroups, fc.nat(), ({ rows, groups }, at) => {
        const k = rows[0]!.length;
        const cut = at % rows.length;
        const whole = groupedMomentsOfColumns(columnsOf(rows), groups);
        const part = (start: number, end: number) =>
          groupedMomentsOfColumns(columnsOf(rows.slice(start, end), k), groups.slice(start, end));
        expectSame(mergeGroupedMoments(part(0, cut), part(cut, rows.length)), whole);
        expectSame(
          rows.reduce((grouped, row, r) => addToGroupedMoments(grouped, groups[r]!, row), emptyGroupedMoments(k)),
          whole,
        );
      }),
    );
  });

  test('within and between add up to the co-moments of all', () => {
    fc.assert(
      fc.property(rowsInGroups, ({ rows, groups }) => {
        const all = momentsOf(rows);
        const { n, means, within, between } = withinAndBetween(groupedMomentsOfColumns(columnsOf(rows), groups));
        expect(n).toBe(rows.length);
        means.forEach((mean, i) => expectRelative(mean, all.means[i]!, 1e-12));
        within.forEach((value, p) => expectRelative(value + between[p]!, all.comoments[p]!, 1e-12, 1e-11));
      }),
    );
  });

  test('groups of one size have that effective and harmonic size', () => {
    const { effectiveSize, harmonicSize } = levelCovariances(
      groupedMomentsOfColumns([[1, 2, 3, 4, 5, 6]], ['a', 'b', 'c', 'a', 'b', 'c']),
    );
    expect([effectiveSize, harmonicSize]).toEqual([2, 2]);
  });

  test.each([
    ['nobody', [[]], [], { within: NaN, between: NaN, harmonicSize: NaN }],
    ['one respondent', [[4]], ['a'], { within: NaN, between: NaN, harmonicSize: 1 }],
    ['one group', [[4, 6]], ['a', 'a'], { within: 2, between: NaN, harmonicSize: 2 }],
    ['groups of one', [[4, 6]], ['a', 'b'], { within: NaN, between: NaN, harmonicSize: 1 }],
    ['constant', [[4, 4, 4, 4]], ['a', 'a', 'b', 'b'], { within: 0, between: 0, harmonicSize: 2 }],
    ['same means', [[1, 3, 1, 3]], ['a', 'a', 'b', 'b'], { within: 2, between: -1, harmonicSize: 2 }],
    ['huge', [[1e150, 1e150, -1e150, -1e150]], ['a', 'a', 'b', 'b'], { within: 0, between: 2e300, harmonicSize: 2 }],
    [
      'tiny',
      [[1e-150, 1e-150, -1e-150, -1e-150]],
      ['a', 'a', 'b', 'b'],
      { within: 0, between: 2e-300, harmonicSize: 2 },
    ],
    ['one NaN', [[NaN, 1, 2, 3]], ['a', 'a', 'b', 'b'], { within: NaN, between: NaN, harmonicSize: 2 }],
  ])('%s', (_, columns, groups, expected) => {
    const { within, between, harmonicSize } = levelCovariances(groupedMomentsOfColumns(columns, groups));
    expectRelative(within[0]!, expected.within, 1e-14);
    expectRelative(between[0]!, expected.between, 1e-14);
    expect(harmonicSize).toBe(expected.harmonicSize);
  });

  test('without groups there are no means', () => {
    expect(withinAndBetween(emptyGroupedMoments(1))).toEqual({
      n: 0,
      sizes: [],
      means: Float64Array.of(NaN),
      within: Float64Array.of(0),
      between: Float64Array.of(0),
    });
  });

  test('refuses what does not fit, and says what came', () => {
    expect(() => groupedMomentsOfColumns([[1, 2]], ['a'])).toThrow('Unexpected column length: 2, expected 1.');
    expect(() => mergeGroupedMoments(emptyGroupedMoments(1), emptyGroupedMoments(2))).toThrow(RangeError);
    expect(() => addToGroupedMoments(emptyGroupedMoments(2), 'a', [1])).toThrow('Unexpected row length: 1');
    expect(() => emptyGroupedMoments(NaN)).toThrow('Unexpected number of variables: NaN.');
  });
});
