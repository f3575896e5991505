import { expectRelative, likertRows, loadFixture } from '@peerscale/test-utils';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeMoments, momentsOf } from '../moments/index.ts';
import { cronbachAlpha } from '../reliability/cronbach-alpha.ts';
import {
  groupIntraclassCorrelations,
  type IntraclassCorrelation,
  intraclassCorrelations,
  oneWayMeanSquaresOf,
  twoWayMeanSquaresOf,
} from './index.ts';

type Figures = Record<keyof IntraclassCorrelation, number[]>;
interface Fixture {
  r: string;
  psych: string;
  multilevel: string;
  icc: {
    name: string;
    rows: number[][];
    subjects: number;
    raters: number;
    residual: number;
    at95: Figures;
    at80: Figures;
  }[];
  groups: {
    team: number[];
    answers: number[];
    between: number;
    within: number;
    f: number;
    p: number;
    icc1OfMeanSize: number;
    icc2: number;
    icc1_by_hand: number;
  };
}
const fixture = loadFixture<Fixture>('../../fixtures/agreement/agreement.json', import.meta.url);
const FORMS = ['icc1', 'icc2', 'icc3', 'icc1k', 'icc2k', 'icc3k'] as const; // the order of psych
const FIGURES = ['icc', 'f', 'df1', 'df2', 'p', 'lower', 'upper'] as const;

const correlationsOfRatings = (rows: readonly (readonly number[])[], level?: number) =>
  intraclassCorrelations(twoWayMeanSquaresOf(momentsOf(rows)), level);

describe.each(fixture.icc)(`agrees with R ${fixture.r}, psych ${fixture.psych}: $name`, (set) => {
  test('mean squares', () => {
    const meanSquares = twoWayMeanSquaresOf(momentsOf(set.rows));
    for (const name of ['subjects', 'raters', 'residual'] as const) {
      expectRelative(meanSquares[name], set[name], 1e-12, 1e-14);
    }
  });

  test.each(FORMS.map((form, i) => [form, i] as const))('%s at 95 and 80 percent', (form, i) => {
    for (const [level, expected] of [
      [0.95, set.at95],
      [0.8, set.at80],
    ] as const) {
      const received = correlationsOfRatings(set.rows, level)[form];
      // both subtract mean squares: what is left of 1 has lost the digits of a figure near 0
      for (const figure of FIGURES) expectRelative(received[figure], expected[figure][i]!, 1e-10, 1e-13);
    }
  });
});

describe('intraclassCorrelations', () => {
  test('the table of Shrout and Fleiss: .17, .29, .71, .44, .62, .91', () => {
    const found = correlationsOfRatings(fixture.icc[0]!.rows);
    expect(FORMS.map((form) => found[form].icc.toFixed(2))).toEqual(['0.17', '0.29', '0.71', '0.44', '0.62', '0.91']);
  });

  test('the example of twoWayMeanSquaresOf, and 95 percent is the default level', () => {
    const rows = [
      [1, 2],
      [2, 4],
      [3, 3],
    ];
    expect(twoWayMeanSquaresOf(momentsOf(rows))).toEqual({ n: 3, k: 2, subjects: 1.5, raters: 1.5, residual: 0.5 });
    expect(correlationsOfRatings(rows)).toEqual(correlationsOfRatings(rows, 0.95));
  });

  test.each([
    ['nobody', []],
    ['one subject', [[1, 2, 3]]],
    ['one rater', [[1], [2], [3]]],
    [
      'no variation',
      [
        [2, 2],
        [2, 2],
        [2, 2],
      ],
    ],
    [
      'no variation, a value that rounds',
      [
        [0.1, 0.1, 0.1],
        [0.1, 0.1, 0.1],
        [0.1, 0.1, 0.1],
      ],
    ],
    [
      'one NaN',
      [
        [1, 2],
        [NaN, 3],
        [2, 2],
      ],
    ],
  ])('%s: no figures', (_, rows) => {
    const found = correlationsOfRatings(rows);
    for (const form of FORMS) {
      for (const figure of ['icc', 'f', 'p', 'lower', 'upper'] as const) expect(found[form][figure]).toBeNaN();
    }
  });

  test('two subjects are enough; of one there are no mean squares', () => {
    expect(
      twoWayMeanSquaresOf(
        momentsOf([
          [1, 2],
          [3, 5],
        ]),
      ),
    ).toEqual({ n: 2, k: 2, subjects: 6.25, raters: 2.25, residual: 0.25 });
    const absent = { subjects: NaN, raters: NaN, residual: NaN };
    expect(twoWayMeanSquaresOf(momentsOf([[1, 2, 3]]))).toEqual({ n: 1, k: 3, ...absent });
    expect(twoWayMeanSquaresOf(momentsOf([[1], [2]]))).toEqual({ n: 2, k: 1, ...absent });
  });

  test('raters who say the same: all is 1, limits included', () => {
    const found = correlationsOfRatings([
      [0.1, 0.1, 0.1],
      [0.3, 0.3, 0.3],
      [0.7, 0.7, 0.7],
      [0.2, 0.2, 0.2],
    ]);
    for (const form of FORMS) expect(found[form]).toMatchObject({ icc: 1, f: Infinity, p: 0, lower: 1, upper: 1 });
  });

  test('raters who differ by a constant: consistency is perfect, agreement is not', () => {
    const found = correlationsOfRatings([1, 2, 3.3, 4.1, 5.7].map((x) => [x, x + 0.7, x + 1.9]));
    for (const form of ['icc3', 'icc3k'] as const)
      expect(found[form]).toMatchObject({ icc: 1, lower: 1, upper: 1, p: 0 });
    expect(found.icc2.icc).toBeLessThan(0.9);
    expect(found.icc2.lower).toBeLessThan(found.icc2.icc);
    expect(found.icc2.upper).toBeGreaterThan(found.icc2.icc);
  });

  test('subjects who do not differ: the single forms are at their lowest, of a mean there is no reliability', () => {
    const found = correlationsOfRatings([
      [1, 2, 3],
      [2, 3, 1],
      [3, 1, 2],
      [2, 1, 3],
      [1, 3, 2],
    ]);
    expect(found.icc1.icc).toBeCloseTo(-0.5, 12);
    expect(found.icc3.icc).toBeCloseTo(-0.5, 12);
    for (const form of ['icc1k', 'icc2k', 'icc3k'] as const) {
      expect(found[form]).toMatchObject({ icc: NaN, lower: NaN, upper: NaN });
    }
    for (const form of FORMS) expect(found[form]).toMatchObject({ f: 0, p: 1 });
  });

  test.each([1e150, 1e-150])('ratings times %s give the same figures', (scale) => {
    const rows = fixture.icc[0]!.rows;
    const scaled = correlationsOfRatings(rows.map((row) => row.map((x) => x * scale)));
    const plain = correlationsOfRatings(rows);
    for (const form of FORMS) {
      for (const figure of FIGURES) expectRelative(scaled[form][figure], plain[form][figure], 1e-10);
    }
  });

  test.each([1, -1])('ratings whose squares overflow have no figures, the second rater turned by %i', (sign) => {
    const rows = [1, 2, 4].map((x) => [x * 1e200, sign * x * 1e200 + 1e199]);
    for (const { icc, lower } of Object.values(correlationsOfRatings(rows))) expect([icc, lower]).toEqual([NaN, NaN]);
  });

  test('a small spread around 1e9 keeps its digits', () => {
    const rows = fixture.icc[0]!.rows;
    const shifted = correlationsOfRatings(rows.map((row) => row.map((x) => x + 1e9)));
    for (const form of FORMS) expectRelative(shifted[form].icc, correlationsOfRatings(rows)[form].icc, 1e-10);
  });

  test('refuses a level that is none', () => {
    for (const level of [0, 1, NaN]) {
      expect(() =>
        correlationsOfRatings(
          [
            [1, 2],
            [2, 1],
          ],
          level,
        ),
      ).toThrow(`Unexpected level: ${level}.`);
    }
  });

  test('icc3k is Cronbach alpha of the raters', () => {
    fc.assert(
      fc.property(likertRows({ minimumRows: 3 }), (rows) => {
        const alpha = cronbachAlpha(momentsOf(rows));
        expectRelative(correlationsOfRatings(rows).icc3k.icc, alpha, 1e-9, 1e-12);
      }),
    );
  });

  test('limits hold the estimate, averages step up by Spearman-Brown, and merging changes nothing', () => {
    fc.assert(
      fc.property(likertRows({ minimumRows: 5 }), fc.nat(), (rows, pick) => {
        const k = rows[0]!.length;
        const cut = 1 + (pick % (rows.length - 1));
        const found = correlationsOfRatings(rows);
        const merged = intraclassCorrelations(
          twoWayMeanSquaresOf(mergeMoments(momentsOf(rows.slice(0, cut)), momentsOf(rows.slice(cut)))),
        );
        for (const form of ['icc1', 'icc3'] as const) {
          const { icc, lower, upper } = found[form];
          if (Number.isNaN(icc)) continue;
          expect(lower).toBeLessThanOrEqual(icc + 1e-12);
          expect(upper).toBeGreaterThanOrEqual(icc - 1e-12);
          const mean = found[`${form}k`].icc;
          if (!Number.isNaN(mean) && icc > -1 / k) expectRelative(mean, (k * icc) / (1 + (k - 1) * icc), 1e-9, 1e-9);
        }
        for (const form of FORMS) expectRelative(merged[form].icc, found[form].icc, 1e-9, 1e-9);
      }),
    );
  });

  test('a denominator of 0 gives NaN, whatever rounding leaves of it', () => {
    const rows = [
      [1, 1, 5],
      [3, 2, 2],
      [3, 1, 3],
      [1, 3, 2],
    ];
    for (const ratings of [rows, rows.map((row) => row.map((x) => 3 * x + 20))]) {
      const { icc2, icc2k, icc3 } = correlationsOfRatings(ratings);
      expect([icc2.icc, icc2k.icc].some(Number.isNaN)).toBe(true);
      expect(icc3.icc).toBeLessThan(0);
    }
  });

  test('shift of all ratings, order of subjects and order of raters do not matter', () => {
    fc.assert(
      fc.property(likertRows({ minimumRows: 4 }), (rows) => {
        const found = correlationsOfRatings(rows);
        const moved = correlationsOfRatings(rows.toReversed().map((row) => row.toReversed().map((x) => 3 * x + 20)));
        for (const form of FORMS) {
          expectRelative(moved[form].icc, found[form].icc, 1e-9, 1e-9);
          if (found.icc2.icc > 0) expectRelative(moved[form].lower, found[form].lower, 1e-8, 1e-8);
        }
      }),
    );
  });
});

describe('groupIntraclassCorrelations', () => {
  const { groups } = fixture;
  const momentsOfTeams = (answers: readonly number[], team: readonly number[]) =>
    [...new Set(team)].map((id) => momentsOf(answers.filter((_, i) => team[i] === id).map((x) => [x])));

  test(`agrees with R ${fixture.r}, multilevel ${fixture.multilevel}, on groups of 1 to 20`, () => {
    const meanSquares = oneWayMeanSquaresOf(momentsOfTeams(groups.answers, groups.team));
    expectRelative(meanSquares.between, groups.between, 1e-12);
    expectRelative(meanSquares.within, groups.within, 1e-12);
    const found = groupIntraclassCorrelations(meanSquares);
    expectRelative(found.icc1OfMeanSize, groups.icc1OfMeanSize, 1e-12);
    expectRelative(found.icc1, groups.icc1_by_hand, 1e-12);
    expectRelative(found.icc2, groups.icc2, 1e-12);
    expectRelative(found.f, groups.f, 1e-12);
    expectRelative(found.p, groups.p, 1e-10);
    expect([found.df1, found.df2]).toEqual([6, 44]);
  });

  test('groups of one size give ICC(1,1) and ICC(1,k) of their members', () => {
    fc.assert(
      fc.property(likertRows({ minimumRows: 3 }), (rows) => {
        const teams = rows.map((row) => momentsOf(row.map((x) => [x])));
        const found = groupIntraclassCorrelations(oneWayMeanSquaresOf(teams));
        const { icc1, icc1k } = correlationsOfRatings(rows);
        expectRelative(found.icc1, icc1.icc, 1e-9, 1e-9);
        expectRelative(found.icc1OfMeanSize, icc1.icc, 1e-9, 1e-9);
        if (icc1.f > 1e-9) expectRelative(found.icc2, icc1k.icc, 1e-9, 1e-9);
      }),
    );
  });

  test('the variable asked for is taken, and groups of nobody do not count', () => {
    const teams = [
      [
        [1, 5],
        [2, 7],
      ],
      [
        [4, 6],
        [5, 1],
      ],
    ].map((rows) => momentsOf(rows));
    const second = [
      [[5], [7]],
      [[6], [1]],
    ].map((rows) => momentsOf(rows));
    const withEmpty = [teams[0]!, momentsOf([]), teams[1]!];
    expect(oneWayMeanSquaresOf(withEmpty, 1)).toEqual(oneWayMeanSquaresOf(second));
    expect(oneWayMeanSquaresOf(teams).between).toBe(9);
    expect(() => oneWayMeanSquaresOf(teams, 2)).toThrow('Unexpected variable: 2 of 2.');
  });

  test.each([
    ['no group', []],
    ['one group', [[1, 2, 3]]],
    ['groups of one', [[1], [2], [3]]],
    [
      'nobody differs',
      [
        [2, 2],
        [2, 2, 2],
      ],
    ],
    [
      'one NaN',
      [
        [1, NaN],
        [2, 3],
      ],
    ],
  ])('%s: no figures', (_, teams) => {
    const found = groupIntraclassCorrelations(
      oneWayMeanSquaresOf(teams.map((team) => momentsOf(team.map((x) => [x])))),
    );
    for (const figure of ['icc1', 'icc1OfMeanSize', 'icc2', 'f', 'p'] as const) expect(found[figure]).toBeNaN();
  });

  test('groups within which nobody differs: 1; groups whose means do not differ: no ICC(2)', () => {
    const alike = groupIntraclassCorrelations(
      oneWayMeanSquaresOf(
        [
          [1, 1],
          [4, 4, 4],
        ].map((t) => momentsOf(t.map((x) => [x]))),
      ),
    );
    expect(alike).toMatchObject({ icc1: 1, icc1OfMeanSize: 1, icc2: 1, p: 0 });
    const level = groupIntraclassCorrelations(
      oneWayMeanSquaresOf(
        [
          [1, 3],
          [2, 2],
        ].map((t) => momentsOf(t.map((x) => [x]))),
      ),
    );
    expect(level).toMatchObject({ icc1: -1, icc2: NaN, f: 0, p: 1 });
  });
});
