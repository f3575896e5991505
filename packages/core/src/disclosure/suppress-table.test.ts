import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { attackTable, type Leak } from '../../slow/attack-table.ts';
import { feasibleIntervals } from '../../slow/feasible-interval.ts';
import { naiveFigures } from '../../slow/naive-figures.ts';
import { polarizedTable } from '../../slow/polarized-table.ts';
import { randomTable } from '../../slow/random-table.ts';
import { componentProgram } from './component-ranges.ts';
import { disclosureRules } from './disclosure-rules.ts';
import { hiddenComponent } from './hidden-component.ts';
import { hiddenRanges } from './hidden-ranges.ts';
import { suppressLattice } from './suppress-lattice.ts';
import { suppressTable } from './suppress-table.ts';
import { SUPPRESSION_TEXTS, suppressionSentence } from './suppression-reason.ts';
import { type GroupTable, type TableCell, tableLattice } from './table-lattice.ts';

const ids = (...names: string[]) => names.map((id) => ({ id }));
const teams = { name: 'team', categories: ids('north', 'south', 'west') };
const groups = { name: 'group', categories: ids('nurse', 'peer') };
const score = { name: 'load', minimum: 1, maximum: 5 };
/** Counts of a table of two dimensions, rows by the first; everybody scores 3. */
const cross = (...rows: (number | null)[][]): GroupTable => ({
  dimensions: [teams, groups],
  scores: [score],
  cells: rows.flatMap((row, i) =>
    row.map((count, j) => ({
      at: [teams.categories[i]!.id, groups.categories[j]!.id],
      count,
      ...(count === null ? {} : { sums: [3 * count] }),
    })),
  ),
});
const line = (counts: (number | null)[], total = true): GroupTable => ({
  dimensions: [{ name: 'team', categories: ids(...counts.map((_, i) => `t${i}`)), total }],
  cells: counts.map((count, i) => ({ at: [`t${i}`], count })),
});
const statuses = (table: GroupTable, rules = {}) =>
  suppressTable(table, rules)
    .figures.map(({ status }) => ({ shown: '+', suppressed: '-', 'no-data': '0' })[status])
    .join('');

describe('what is hidden', () => {
  test.each<[string, GroupTable, string]>([
    ['nothing where all are large enough', line([8, 9, 10]), '++++'],
    ['a second one, so that the first is not the rest of the total', line([2, 8, 9]), '--++'],
    ['nothing else where there is no total', line([2, 8, 9], false), '-++'],
    ['two small ones hide each other only if together they are enough', line([3, 3, 8]), '--++'],
    ['another one where they are not', line([2, 2, 8, 9]), '---++'],
    ['nobody is few', line([0, 8, 9]), '--++'],
    ['no data is not nobody', line([null, 8, 9]), '0+++'],
    ['nothing at all of a table with nobody', line([0, 0]), '---'],
    ['a table without any data', line([null, null]), '000'],
    ['everything of one small team', line([3]), '--'],
    ['one large team', line([7]), '++'],
    ['everything where all are small', line([1, 2, 1]), '----'],
    ['the parts where all are small, and enough together', line([3, 3, 3]), '---+'],
    ['both of two, which leaves their total', line([2, 9]), '--+'],
    ['a rectangle', cross([2, 20], [30, 6], [9, 40]), '--+--+++++++'],
  ])('%s', (_, table, expected) => {
    expect(statuses(table)).toBe(expected);
  });

  test('a cell that is not named has nobody in it', () => {
    const table = line([0, 8, 9]);
    expect(statuses({ ...table, cells: table.cells.slice(1) })).toBe(statuses(table));
  });

  test('the example', () => {
    const dimensions = [{ name: 'team', categories: ids('north', 'south', 'west') }];
    const cells = [
      { at: ['north'], count: 2 },
      { at: ['south'], count: 8 },
      { at: ['west'], count: 9 },
    ];
    const found = suppressTable({ dimensions, cells });
    expect(found.figures.map(({ status }) => status)).toEqual(['suppressed', 'suppressed', 'shown', 'shown']);
    expect(found.figures[1]!.reason).toEqual({ code: 'protects', minimum: 5, protects: ['north'] });
    expect([found.shown, found.tooSmall, found.unanimous, found.protecting, found.noData]).toEqual([2, 1, 0, 1, 0]);
  });

  test('figures are in the order of the dimensions, with counts and means', () => {
    const { figures, dimensions, scores } = suppressTable(cross([10, 20], [30, 40], [50, 60]));
    expect([dimensions, scores]).toEqual([['team', 'group'], ['load']]);
    expect(figures.map(({ at, count }) => [...at, count])).toEqual([
      ['north', 'nurse', 10],
      ['north', 'peer', 20],
      ['north', null, 30],
      ['south', 'nurse', 30],
      ['south', 'peer', 40],
      ['south', null, 70],
      ['west', 'nurse', 50],
      ['west', 'peer', 60],
      ['west', null, 110],
      [null, 'nurse', 90],
      [null, 'peer', 120],
      [null, null, 210],
    ]);
    expect(figures.every(({ means }) => means[0] === 3)).toBe(true);
  });

  test('subtotals are figures like others', () => {
    const department = {
      name: 'team',
      categories: [
        ...ids('upper'),
        { id: 'a', parent: 'upper' },
        { id: 'b', parent: 'upper' },
        { id: 'c' },
        { id: 'd' },
      ],
    };
    const cells = [3, 30, 20, 25].map((count, i) => ({ at: ['abcd'[i]!], count }));
    // a is hidden, and b for it; the subtotal and the total can stay
    expect(statuses({ dimensions: [department], cells })).toBe('+--+++');
    const alone = { name: 'team', categories: [...ids('upper'), { id: 'a', parent: 'upper' }, ...ids('c', 'd')] };
    const fewer = [3, 20, 25].map((count, i) => ({ at: ['acd'[i]!], count }));
    // a subtotal of one team is that team
    expect(statuses({ dimensions: [alone], cells: fewer })).toBe('---++');
  });

  test('where all are at one end of the scale, the mean would tell what each of them answered', () => {
    const at = (mean: number, count: number, id: string): TableCell => ({ at: [id], count, sums: [mean * count] });
    const table = {
      dimensions: [teams],
      scores: [score],
      cells: [at(5, 12, 'north'), at(3, 20, 'south'), at(2.5, 20, 'west')],
    };
    const { figures, unanimous } = suppressTable(table);
    expect(figures.map(({ status }) => status)).toEqual(['suppressed', 'suppressed', 'shown', 'shown']);
    expect([figures[0]!.reason!.code, unanimous]).toEqual(['unanimous', 1]);
    // 4.8 of 12 people is 2.4 points away from the end, more than half of what one person can differ by
    expect(statuses({ ...table, cells: [at(4.8, 12, 'north'), ...table.cells.slice(1)] })).toBe('++++');
  });

  test('small cells that protect each other around a corner need no further one', () => {
    const third = { name: 'group', categories: ids('nurse', 'peer', 'other') };
    const counts = [
      [3, 3, 20],
      [20, 3, 3],
      [3, 20, 3],
    ];
    const cells = counts.flatMap((row, i) =>
      row.map((count, j) => ({ at: [teams.categories[i]!.id, third.categories[j]!.id], count, sums: [3 * count] })),
    );
    // no four of the small ones make a rectangle, but all six make a ring
    expect(statuses({ dimensions: [teams, third], scores: [score], cells })).toBe('--+++--+-+-+++++');
  });

  test('one team with data among many without', () => {
    expect(statuses(line(Array.from({ length: 60 }, (_, i) => (i === 1 ? 3 : null))))).toBe(`0-${'0'.repeat(58)}-`);
  });

  test('a higher minimum and wider protection hide no less', () => {
    const table = randomTable(4).table;
    const hidden = (rules: object) =>
      suppressTable(table, rules).figures.filter(({ status }) => status === 'suppressed').length;
    expect(hidden({ minimumGroupSize: 8 })).toBeGreaterThanOrEqual(hidden({}));
    expect(hidden({ answerWidth: 1 })).toBeGreaterThanOrEqual(hidden({}));
  });

  test('numbers of any size', () => {
    for (const size of [1e-150, 1e-6, 1e6, 1e150]) {
      const table: GroupTable = {
        dimensions: [teams],
        scores: [{ name: 'x', minimum: 0, maximum: size }],
        cells: [2, 8, 9].map((count, i) => ({ at: [teams.categories[i]!.id], count, sums: [(count * size) / 2] })),
      };
      expect(statuses(table)).toBe('--++');
    }
    expect(statuses(line([2, 8e14, 9e14]))).toBe('--++');
  });
});

describe('what is refused', () => {
  const table = cross([2, 20], [30, 6], [9, 40]);
  const first = table.cells[0]!;
  test.each<[string, GroupTable, object?]>([
    ['no dimension', { ...table, dimensions: [] }],
    ['four dimensions', { ...table, dimensions: [teams, groups, teams, groups] }],
    ['a dimension without categories', { ...table, dimensions: [teams, { name: 'group', categories: [] }] }],
    ['a category twice', { ...table, dimensions: [teams, { name: 'group', categories: ids('nurse', 'nurse') }] }],
    [
      'an unknown parent',
      { ...table, dimensions: [teams, { name: 'group', categories: [{ id: 'nurse', parent: 'x' }] }] },
    ],
    [
      'a circle of parents',
      {
        ...table,
        dimensions: [
          teams,
          {
            name: 'group',
            categories: [
              { id: 'a', parent: 'b' },
              { id: 'b', parent: 'a' },
            ],
          },
        ],
      },
    ],
    ['an unknown cell', { ...table, cells: [{ at: ['east', 'nurse'], count: 3 }] }],
    ['a cell of too few dimensions', { ...table, cells: [{ at: ['north'], count: 3, sums: [9] }] }],
    ['a cell of too many dimensions', { ...table, cells: [{ ...first, at: [...first.at, 'x'] }] }],
    ['a cell twice', { ...table, cells: [first, first] }],
    ['half a person', { ...table, cells: [{ ...first, count: 2.5 }] }],
    ['a count that is no number', { ...table, cells: [{ ...first, count: NaN }] }],
    ['people without end', { ...table, cells: [{ ...first, count: Infinity }] }],
    ['fewer than nobody', { ...table, cells: [{ ...first, count: -1 }] }],
    ['no sum', { ...table, cells: [{ at: first.at, count: 2 }] }],
    ['a sum that is no number', { ...table, cells: [{ ...first, sums: [NaN] }] }],
    ['a sum below the range', { ...table, cells: [{ ...first, sums: [1.9] }] }],
    ['a sum above the range', { ...table, cells: [{ ...first, sums: [10.1] }] }],
    ['a score without a range', { ...table, scores: [{ ...score, maximum: 1 }] }],
    ['a minimum of 2', table, { minimumGroupSize: 2 }],
    ['comments below the minimum', table, { minimumComments: 4 }],
    ['no width', table, { answerWidth: 0 }],
    ['more width than one person has', table, { answerWidth: 1.01 }],
    ['no width of counts', table, { countWidth: 0 }],
  ])('%s', (_, bad, rules = {}) => {
    expect(() => suppressTable(bad, rules)).toThrow(RangeError);
  });
});

describe('attacks', () => {
  let solve: Awaited<ReturnType<typeof feasibleIntervals>>;
  beforeAll(async () => {
    solve = await feasibleIntervals();
  });

  test('nothing hidden in any table can be told more closely than the protection width', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0x7fffffff }), (seed) => {
        const { table, rules } = randomTable(seed);
        expect(attackTable(table, suppressTable(table, rules).figures, disclosureRules(rules), solve)).toEqual([]);
      }),
    );
  });

  test('tables on which hiding a little less would be told', () => {
    const widely = [0, 8, 11, 15].map((seed) => [seed, { countWidth: 12 }] as const);
    const closely = [181, 218, 792].map((seed) => [seed, {}] as const);
    for (const [seed, more] of [...widely, ...closely]) {
      const { table, rules } = randomTable(seed);
      const all = { ...rules, ...more };
      expect(attackTable(table, suppressTable(table, all).figures, disclosureRules(all), solve)).toEqual([]);
    }
  });

  test('nothing hidden where hardly anything has room to move, for several scores at once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0x7fffffff }), (seed) => {
        const { table, rules } = polarizedTable(seed);
        expect(attackTable(table, suppressTable(table, rules).figures, disclosureRules(rules), solve)).toEqual([]);
      }),
      { numRuns: Math.min(fc.readConfigureGlobal().numRuns ?? 20, 1000) },
    );
    // where half a person would have had room, and no whole one
    const { table, rules } = polarizedTable(332);
    expect(attackTable(table, suppressTable(table, rules).figures, disclosureRules(rules), solve)).toEqual([]);
  });

  test('people are whole: half a person up and half a person down is no room for a number of people', () => {
    // each cell is at one end of the scale, so that a quarter of a person's range is all the room of every score
    const counts = [
      [1, 4, 20],
      [4, 4, 20],
      [20, 20, 20],
    ];
    const sums = [
      [4, 5, 60],
      [19, 5, 60],
      [60, 60, 60],
    ];
    const third = { name: 'group', categories: ids('nurse', 'peer', 'other') };
    const cells = counts.flatMap((row, i) =>
      row.map((count, j) => ({
        at: [teams.categories[i]!.id, third.categories[j]!.id],
        count,
        sums: [sums[i]![j]!],
      })),
    );
    const table = { dimensions: [teams, third], scores: [score], cells };
    const small = ['north nurse', 'north peer', 'south nurse', 'south peer'];
    const rectangle = suppressTable(table).figures.map(({ at }) =>
      small.includes(at.join(' ')) ? 'suppressed' : 'shown',
    );
    expect(hiddenRanges(table, rectangle).map((range) => range!.count)).toEqual(
      [1, 4, 4, 4].map((count) => ({ lower: count, upper: count })),
    );
    const { figures } = suppressTable(table);
    const ranges = hiddenRanges(
      table,
      figures.map(({ status }) => status),
    );
    for (const range of ranges) expect(range!.count.upper - range!.count.lower).toBeGreaterThanOrEqual(1);
    expect(attackTable(table, figures, disclosureRules(), solve)).toEqual([]);
  });

  test('a group that agrees, beside a cell that is known to be empty', () => {
    for (const end of [1, 5]) {
      const table: GroupTable = {
        ...cross([12, 20], [20, 0], [40, 60]),
        cells: cross([12, 20], [20, 0], [40, 60]).cells.map((cell, i) =>
          i === 0 ? { ...cell, sums: [12 * end] } : cell,
        ),
      };
      expect(attackTable(table, suppressTable(table).figures, disclosureRules(), solve)).toEqual([]);
    }
  });

  test('nothing is taken for proven that linear programs over all that is hidden do not confirm', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const { table, rules } = randomTable(seed);
      const lattice = tableLattice(table);
      const { protection } = suppressLattice(lattice, disclosureRules(rules));
      const start = protection.hidden.indexOf(1);
      const component = start < 0 ? null : hiddenComponent(lattice, protection.hidden, start, 500);
      if (component === null) continue;
      for (const quantity of protection.quantities) {
        const program = componentProgram(lattice, component, quantity);
        component.elements.forEach((element, place) => {
          const up = program.maximize({ variables: [place] }).value;
          const down = program.maximize({ variables: [place], coefficients: [-1] }).value;
          expect(quantity.up[element]).toBeLessThanOrEqual(up + 1e-9);
          expect(quantity.down[element]).toBeLessThanOrEqual(down + 1e-9);
        });
      }
    }
  });

  test('every group of too few people is moved by something that was found, enough for its sum', () => {
    // the first one needs more than single cells and determined combinations
    const tables = [polarizedTable(34), polarizedTable(731), randomTable(1102), ...[1, 2, 3, 4, 5, 6].map(randomTable)];
    for (const { table, rules } of tables) {
      const { minimumGroupSize, answerWidth } = disclosureRules(rules);
      const lattice = tableLattice(table);
      const { protection } = suppressLattice(lattice, disclosureRules(rules));
      const small = [...protection.hidden.keys()].filter(
        (e) => lattice.isAtom[e] === 1 && lattice.people[e]! > 0 && lattice.people[e]! < minimumGroupSize,
      );
      const unions = (from: number, people: number): number[][] =>
        small.slice(from).flatMap((atom, i) => {
          const together = people + lattice.people[atom]!;
          if (together >= minimumGroupSize) return [];
          return [[atom], ...unions(from + i + 1, together).map((rest) => [atom, ...rest])];
        });
      const all = unions(0, 0);
      for (const { moves } of protection.moves) {
        const changes = moves.map(
          ({ atoms, change }) => new Map(Array.from(atoms, (atom, place) => [atom, change[place]!] as const)),
        );
        for (const union of all) {
          const widths = changes.map((of) => Math.abs(union.reduce((sum, atom) => sum + (of.get(atom) ?? 0), 0)));
          expect(Math.max(...widths)).toBeGreaterThanOrEqual(answerWidth * (1 - 1e-5));
        }
      }
    }
  });

  test('linear programs whose bounds are whole people save figures', () => {
    const { table, rules } = randomTable(442);
    expect(suppressTable(table, rules).protecting).toBe(1);
  });

  test('numbers of people are proven by whole people', () => {
    // a table of three dimensions for which linear programming finds halves of people
    const { table, rules } = randomTable(40);
    for (const countWidth of [1, 2]) {
      const { protection } = suppressLattice(tableLattice(table), disclosureRules({ ...rules, countWidth }));
      const { up, down } = protection.quantities.at(-1)!;
      for (const change of [...up, ...down]) {
        if (change !== Infinity) expect(Math.abs(change - Math.round(change))).toBeLessThan(1e-9);
      }
    }
  });

  test('hiding small cells alone loses most of the attacks', () => {
    const found = new Set<Leak['kind']>();
    let [lost, tables] = [0, 0];
    for (let seed = 1; seed <= 60; seed++) {
      const { table, rules } = randomTable(seed);
      const checked = disclosureRules(rules);
      const figures = naiveFigures(table, checked.minimumGroupSize);
      if (figures.every(({ status }) => status !== 'suppressed')) continue;
      tables++;
      const leaks = attackTable(table, figures, checked, solve);
      if (leaks.length > 0) lost++;
      for (const { kind } of leaks) found.add(kind);
    }
    expect(lost).toBeGreaterThan(tables / 2);
    expect(found.size).toBe(5);
  });

  test('the ranges of hidden figures are those another solver finds', () => {
    const table = cross([2, 20], [30, 6], [9, 40]);
    const { figures } = suppressTable(table);
    const ranges = hiddenRanges(
      table,
      figures.map(({ status }) => status),
    );
    expect(ranges.map((range) => range!.at.join(' '))).toEqual([
      'north nurse',
      'north peer',
      'south nurse',
      'south peer',
    ]);
    // north has 22 people, south 36; 32 are nurses and not in the west, 26 peers
    const [north] = ranges;
    expect(north!.count).toEqual({ lower: 0, upper: 22 });
    expect(north!.sumsOfKnownCounts).toEqual([{ lower: 2, upper: 10 }]);
    const rows = [
      [[0, 1], 22],
      [[2, 3], 36],
      [[0, 2], 32],
      [[1, 3], 26],
    ] as const;
    const variables = [...Array(4).fill([0, Infinity]), ...Array(4).fill([-Infinity, Infinity])] as [number, number][];
    const people = rows.map(([indices, n]) => ({ lower: n, upper: n, indices, values: [1, 1] }));
    const sums = people.map(({ lower, indices, values }) => ({
      lower: 3 * lower,
      upper: 3 * lower,
      indices: indices.map((i) => i + 4),
      values,
    }));
    const inRange = [0, 1, 2, 3].flatMap((c) => [
      { lower: 0, upper: Infinity, indices: [c + 4, c], values: [1, -1] },
      { lower: -Infinity, upper: 0, indices: [c + 4, c], values: [1, -5] },
    ]);
    solve({ variables, rows: [...people, ...sums, ...inRange] }, (interval) => {
      ranges.forEach((range, c) => {
        for (const [own, theirs] of [
          [range!.count, interval([c])],
          [range!.sums[0]!, interval([c + 4])],
        ] as const) {
          expect(own.lower).toBeCloseTo(theirs.lower, 6);
          expect(own.upper).toBeCloseTo(theirs.upper, 6);
        }
      });
    });
  });

  test('ranges tell what a naive table tells, and keep quiet about what hangs together too much', () => {
    const table = line([2, 8, 9]);
    expect(hiddenRanges(table, ['suppressed', 'shown', 'shown', 'shown'])[0]!.count).toEqual({ lower: 2, upper: 2 });
    expect(hiddenRanges(table, ['suppressed', 'suppressed', 'shown', 'suppressed'], 2)).toEqual([null, null, null]);
    expect(hiddenRanges(table, ['suppressed', 'shown', 'shown', 'suppressed'])[0]!.count.upper).toBe(Infinity);
    expect(() => hiddenRanges(table, ['suppressed'])).toThrow(RangeError);
  });
});

describe('why', () => {
  test('whoever sees the table reads one sentence, whatever the reason', () => {
    const { figures } = suppressTable(line([2, 8, 9]));
    const reasons = figures.flatMap(({ reason }) => (reason === null ? [] : [reason]));
    expect(new Set(reasons.map((reason) => suppressionSentence(reason))).size).toBe(1);
    expect(suppressionSentence(reasons[0]!)).toContain('fewer than 5 people');
    expect(reasons.map((reason) => suppressionSentence(reason, 'administrator'))).toEqual([
      'Fewer than 5 people answered here.',
      'Enough people answered here, but with this figure one could work out another one that is about too few: t0.',
    ]);
  });

  test('sentences can be replaced, and names are taken as they are', () => {
    const texts = { ...SUPPRESSION_TEXTS, protects: '{protects}!', total: 'everybody' };
    const reason = { code: 'protects', minimum: 5, protects: ['$& team', null] } as const;
    expect(suppressionSentence(reason, 'administrator', texts)).toBe('$& team, everybody!');
  });
});

test('where one team alone has answered, the figure of everybody is kept rather than that of its setting', () => {
  const dimensions = [
    {
      name: 'team',
      categories: [
        { id: 'community' },
        { id: 'inpatient' },
        { id: 'birch', parent: 'community' },
        { id: 'maple', parent: 'community' },
        { id: 'ward', parent: 'inpatient' },
      ],
    },
  ];
  const cells = [
    { at: ['birch'], count: 9 },
    { at: ['maple'], count: 0 },
    { at: ['ward'], count: 0 },
  ];
  const { figures } = suppressTable({ dimensions, cells });
  expect(figures.filter(({ status }) => status === 'shown').map(({ at, count }) => [at[0], count])).toEqual([
    [null, 9],
  ]);
});
