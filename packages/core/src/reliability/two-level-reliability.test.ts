import { expectRelative, likertRows, loadFixture } from '@peerscale/test-utils';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupedMomentsOfColumns, type LevelCovariances, levelCovariances, momentsOf } from '../moments/index.ts';
import { cronbachAlpha } from './cronbach-alpha.ts';
import { twoLevelAlpha } from './two-level-alpha.ts';
import { twoLevelOmega } from './two-level-omega.ts';

interface Fixture {
  r: string;
  semTools: string;
  groups: {
    name: string;
    groups: number[];
    rows: number[][];
    sizes: number[];
    harmonicSize: number;
    lavaan: Record<'within' | 'between' | 'loadingsWithin' | 'loadingsBetween', number[]> &
      Record<'alpha' | 'omega', Record<'within' | 'between' | 'total', number>>;
  }[];
}
const fixture = loadFixture<Fixture>('../../fixtures/moments/moments.json', import.meta.url);

const USES = ['within', 'between', 'total'] as const;
const columnsOf = (rows: readonly (readonly number[])[]) => rows[0]!.map((_, i) => rows.map((row) => row[i]!));

describe.each(fixture.groups)(`agrees with R ${fixture.r}, semTools ${fixture.semTools}: $name`, (set) => {
  const { lavaan } = set;
  const levels: LevelCovariances = {
    ...levelCovariances(groupedMomentsOfColumns(columnsOf(set.rows), set.groups.map(String))),
    within: Float64Array.from(lavaan.within),
    between: Float64Array.from(lavaan.between),
  };

  test.each(USES)('alpha and omega %s', (use) => {
    expectRelative(twoLevelAlpha(levels)[use], lavaan.alpha[use], 1e-10);
    const omega = twoLevelOmega(levels, lavaan.loadingsWithin, lavaan.loadingsBetween);
    expectRelative(omega[use], lavaan.omega[use], 1e-10);
  });

  test('alpha from the analysis of variance is near that of the likelihood', () => {
    const own = twoLevelAlpha(levelCovariances(groupedMomentsOfColumns(columnsOf(set.rows), set.groups.map(String))));
    for (const use of USES) expect(Math.abs(own[use] - lavaan.alpha[use])).toBeLessThan(0.02);
  });
});

describe('two-level alpha', () => {
  test('within groups it is the alpha of the answers less the means of their group', () => {
    fc.assert(
      fc.property(likertRows({ minimumRows: 6 }), (rows) => {
        const half = rows.length >> 1;
        const groups = rows.map((_, row) => (row < half ? 'a' : 'b'));
        const centred = [rows.slice(0, half), rows.slice(half)].flatMap((part) => {
          const means = part[0]!.map((_, i) => part.reduce((sum, row) => sum + row[i]!, 0) / part.length);
          return part.map((row) => row.map((value, i) => value - means[i]!));
        });
        const expected = cronbachAlpha(momentsOf(centred));
        fc.pre(!Number.isNaN(expected));
        const { within } = twoLevelAlpha(levelCovariances(groupedMomentsOfColumns(columnsOf(rows), groups)));
        expectRelative(within, expected, 1e-9, 1e-12);
      }),
    );
  });

  test('the shift and the unit of the answers do not matter', () => {
    const set = fixture.groups[0]!;
    const groups = set.groups.map(String);
    const alpha = (change: (x: number) => number) =>
      twoLevelAlpha(
        levelCovariances(groupedMomentsOfColumns(columnsOf(set.rows.map((row) => row.map(change))), groups)),
      );
    for (const change of [(x: number) => 3 * x - 200, (x: number) => x * 1e100, (x: number) => x * 1e-100]) {
      for (const use of USES) expectRelative(alpha(change)[use], alpha((x) => x)[use], 1e-9);
    }
  });

  test.each([
    ['nobody', [[], []], []],
    [
      'one group',
      [
        [1, 2, 4],
        [2, 2, 5],
      ],
      ['a', 'a', 'a'],
    ],
    [
      'groups of one',
      [
        [1, 2, 4],
        [2, 2, 5],
      ],
      ['a', 'b', 'c'],
    ],
    [
      'constant items',
      [
        [3, 3, 3, 3],
        [2, 2, 2, 2],
      ],
      ['a', 'a', 'b', 'b'],
    ],
    ['one item', [[1, 2, 4, 2]], ['a', 'a', 'b', 'b']],
    [
      'one NaN',
      [
        [1, 2, NaN, 2],
        [1, 3, 4, 4],
      ],
      ['a', 'a', 'b', 'b'],
    ],
  ])('%s: there is no figure', (name, columns, groups) => {
    const levels = levelCovariances(groupedMomentsOfColumns(columns, groups));
    const { within, between, total } = twoLevelAlpha(levels);
    expect([between, total]).toEqual([NaN, NaN]);
    if (name === 'one group')
      expect(within).toBeCloseTo(
        cronbachAlpha(
          momentsOf([
            [1, 2],
            [2, 2],
            [4, 5],
          ]),
        ),
        12,
      );
    else expect(within).toBeNaN();
    const loadings = columns.map(() => 0.5);
    if (name !== 'one item') expect(twoLevelOmega(levels, loadings, loadings).total).toBeNaN();
  });

  test('a sum that does not vary has no reliability, though its rounded variance is not 0', () => {
    const x = [0.1, 0.3, 0.2, 0.7, 0.4, 0.6];
    const levels = levelCovariances(groupedMomentsOfColumns([x, x.map((v) => 1 - v)], ['a', 'a', 'a', 'b', 'b', 'b']));
    expect(Object.values(twoLevelAlpha(levels))).toEqual([NaN, NaN, NaN]);
    expect(Object.values(twoLevelOmega(levels, [1, 1], [1, 1]))).toEqual([NaN, NaN, NaN]);
  });

  test('collinear items: perfectly reliable within', () => {
    const x = [1, 2, 4, 2, 7, 1];
    const levels = levelCovariances(groupedMomentsOfColumns([x, x, x], ['a', 'a', 'a', 'b', 'b', 'b']));
    expect(twoLevelAlpha(levels).within).toBeCloseTo(1, 12);
  });

  test('omega refuses loadings of another number of items', () => {
    const levels = levelCovariances(
      groupedMomentsOfColumns(
        [
          [1, 2],
          [2, 3],
        ],
        ['a', 'a'],
      ),
    );
    expect(() => twoLevelOmega(levels, [1], [1, 1])).toThrow('Unexpected number of loadings: 1, expected 2.');
    expect(() => twoLevelOmega(levels, [1, 1], [1])).toThrow(RangeError);
  });
});
