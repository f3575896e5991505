import { expectRelative, loadFixture } from '@peerscale/test-utils';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addToRatingPatterns,
  cohenKappa,
  coincidencesOf,
  emptyRatingPatterns,
  fleissKappa,
  type KrippendorffMetric,
  krippendorffAlpha,
  krippendorffBootstrap,
  mergeCoincidences,
  mergeRatingPatterns,
  ratingPatternsOf,
} from './index.ts';

type PerMetric<T> = Record<KrippendorffMetric, T>;
interface Fixture {
  r: string;
  fleiss: {
    name: string;
    rows: number[][];
    by_hand: Record<'observed' | 'expected' | 'kappa' | 'se' | 'nullSe' | 'lower' | 'upper', number>;
  }[];
  kripp: {
    name: string;
    rows: (number | null)[][];
    by_hand: PerMetric<number>;
    bootstrap_by_hand: PerMetric<{ lower: number; upper: number; usable: number }>;
  }[];
}
const fixture = loadFixture<Fixture>('../../fixtures/agreement/agreement.json', import.meta.url);
const METRICS = ['nominal', 'ordinal', 'interval', 'ratio'] as const;

const alphaOf = (rows: readonly (readonly number[])[], metric: KrippendorffMetric) =>
  krippendorffAlpha(coincidencesOf(ratingPatternsOf(rows)), metric);

/** Lehmer's generator, as the script of the fixture has it. */
function lehmer(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

const ratedUnits = fc.integer({ min: 2, max: 5 }).chain((raters) =>
  fc.array(
    fc.array(fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 1, max: 4 }) }, fc.constant(NaN)), {
      minLength: raters,
      maxLength: raters,
    }),
    { minLength: 1, maxLength: 25 },
  ),
);

describe.each(fixture.kripp)(`alpha agrees with plain R ${fixture.r}: $name`, (set) => {
  const patterns = ratingPatternsOf(set.rows.map((row) => row.map((x) => x ?? NaN)));

  test.each(METRICS)('%s', (metric) => {
    expectRelative(krippendorffAlpha(coincidencesOf(patterns), metric), set.by_hand[metric], 1e-11, 1e-14);
  });

  test.each(METRICS)('%s, the bootstrap interval', (metric) => {
    const expected = set.bootstrap_by_hand[metric];
    const interval = krippendorffBootstrap(patterns, metric, { random: lehmer(20261122), draws: 60, level: 0.9 });
    expectRelative(interval.lower, expected.lower, 1e-10, 1e-13);
    expectRelative(interval.upper, expected.upper, 1e-10, 1e-13);
    expect(interval.usable).toBe(expected.usable);
    expect(interval.draws).toBe(60);
  });
});

describe('krippendorffAlpha', () => {
  test('its example, and those of coincidencesOf and of the patterns', () => {
    expect(
      alphaOf(
        [
          [1, 1],
          [1, 2],
          [2, 2],
        ],
        'nominal',
      ).toFixed(4),
    ).toBe('0.4444');
    expect([
      ...coincidencesOf(
        ratingPatternsOf([
          [1, 1],
          [1, 2],
        ]),
      ).counts,
    ]).toEqual([2, 1, 1, 0]);
    const pair = ratingPatternsOf([[1, 1]]);
    expect(mergeRatingPatterns(pair, pair)).toEqual([{ ratings: [1, 1], units: 2 }]);
    expect(addToRatingPatterns(emptyRatingPatterns, [3, 1, NaN])).toEqual([{ ratings: [1, 3], units: 1 }]);
  });

  test('the published example: .743, .815, .849 and .797', () => {
    const { by_hand, rows } = fixture.kripp[0]!;
    const complete = rows.map((row) => row.map((x) => x ?? NaN));
    const found = METRICS.map((metric) => alphaOf(complete, metric).toFixed(3));
    expect(found).toEqual(['0.743', '0.815', '0.849', '0.797']);
    expect(Object.values(by_hand).map((x) => x.toFixed(3))).toEqual(found);
  });

  test('the fifteen subjects in the documentation of irrCAC: 0.4204384', () => {
    expect(alphaOf(fixture.fleiss[0]!.rows, 'nominal')).toBeCloseTo(0.4204384, 7);
  });

  test.each([
    ['nobody', []],
    ['one unit, its ratings alike', [[2, 2]]],
    [
      'units with one rating each',
      [
        [1, NaN],
        [NaN, 2],
        [3, NaN],
      ],
    ],
    [
      'all ratings alike',
      [
        [3, 3],
        [3, 3],
        [3, NaN],
      ],
    ],
    [
      'all ratings missing',
      [
        [NaN, NaN],
        [NaN, NaN],
      ],
    ],
  ])('%s: no alpha, no interval', (_, rows) => {
    for (const metric of METRICS) {
      expect(alphaOf(rows, metric)).toBeNaN();
      const interval = krippendorffBootstrap(ratingPatternsOf(rows), metric, { random: lehmer(1), draws: 5 });
      expect(interval).toEqual({ lower: NaN, upper: NaN, usable: 0, draws: 5 });
    }
  });

  test('the ratio of a negative value has no meaning; 0 has one', () => {
    expect(
      alphaOf(
        [
          [-1, 2],
          [2, 2],
        ],
        'ratio',
      ),
    ).toBeNaN();
    expect(
      alphaOf(
        [
          [-1, 2],
          [2, 2],
        ],
        'interval',
      ),
    ).toBe(0);
    expect(
      alphaOf(
        [
          [0, 0],
          [2, 2],
        ],
        'ratio',
      ),
    ).toBe(1);
  });

  test('values of 1e150, of 1e-150, and close together around 1e9 keep their alpha', () => {
    const rows = fixture.kripp[2]!.rows as number[][];
    for (const metric of METRICS) {
      for (const scale of [1e150, 1e-150]) {
        const scaled = rows.map((row) => row.map((x) => x * scale));
        expectRelative(alphaOf(scaled, metric), alphaOf(rows, metric), 1e-12);
      }
    }
    const shifted = rows.map((row) => row.map((x) => x + 1e9));
    expectRelative(alphaOf(shifted, 'interval'), alphaOf(rows, 'interval'), 1e-12);
  });

  test('is 1 where the raters of each unit agree, and at most 1', () => {
    fc.assert(
      fc.property(ratedUnits, (rows) => {
        for (const metric of METRICS) {
          const alpha = alphaOf(rows, metric);
          expect(Number.isNaN(alpha) || alpha <= 1).toBe(true);
          const agreed = alphaOf(
            rows.map((row, i) => row.map((x) => (Number.isNaN(x) ? x : (i % 3) + 1))),
            metric,
          );
          if (!Number.isNaN(agreed)) expect(agreed).toBe(1);
        }
      }),
    );
  });

  test('order of units and raters does not matter, nor a unit with one rating; ranks do for none but the ordinal', () => {
    fc.assert(
      fc.property(ratedUnits, (rows) => {
        const turned = [...rows.toReversed().map((row) => row.toReversed()), [4, NaN]];
        for (const metric of METRICS) expectRelative(alphaOf(turned, metric), alphaOf(rows, metric), 1e-12, 1e-12);
        const stretched = rows.map((row) => row.map((x) => x ** 3 - 50));
        expectRelative(alphaOf(stretched, 'ordinal'), alphaOf(rows, 'ordinal'), 1e-12, 1e-12);
        const shifted = rows.map((row) => row.map((x) => 10 - 2 * x));
        expectRelative(alphaOf(shifted, 'interval'), alphaOf(rows, 'interval'), 1e-9, 1e-12);
      }),
    );
  });

  test('any split merged equals the whole: exactly for patterns, to rounding for coincidences', () => {
    fc.assert(
      fc.property(ratedUnits, fc.nat(), (rows, pick) => {
        const cut = pick % (rows.length + 1);
        const whole = ratingPatternsOf(rows);
        const [a, b] = [ratingPatternsOf(rows.slice(0, cut)), ratingPatternsOf(rows.slice(cut))];
        expect(mergeRatingPatterns(b, a)).toEqual(whole);
        expect(rows.reduce(addToRatingPatterns, emptyRatingPatterns)).toEqual(whole);
        const merged = mergeCoincidences(coincidencesOf(a), coincidencesOf(b));
        const pooled = coincidencesOf(whole);
        expect(merged.values).toEqual(pooled.values);
        merged.counts.forEach((count, i) => expectRelative(count, pooled.counts[i]!, 1e-12, 1e-13));
      }),
    );
  });

  test('with two raters and no holes, nominal alpha is 1 - (1 - pi) (n - 1) / n of Scott pi', () => {
    const { rows } = fixture.fleiss[2]!;
    const scott = fleissKappa(ratingPatternsOf(rows)).kappa;
    const n = 2 * rows.length;
    expectRelative(alphaOf(rows, 'nominal'), 1 - ((1 - scott) * (n - 1)) / n, 1e-12);
  });
});

describe('small cases', () => {
  test('ratings that hardly differ have an alpha all the same', () => {
    for (const metric of METRICS) {
      const rows = [
        [1, 1],
        [1.001, 1.001],
      ];
      expect(alphaOf(rows, metric)).toBe(1);
    }
  });

  test('one draw is enough for an interval of a point', () => {
    const patterns = ratingPatternsOf([
      [1, 1],
      [1, 2],
      [2, 2],
      [2, 1],
    ]);
    const { lower, upper, draws } = krippendorffBootstrap(patterns, 'nominal', { random: lehmer(3), draws: 1 });
    expect([upper, draws]).toEqual([lower, 1]);
  });

  test("the lower limit of Fleiss' kappa is cut at -1", () => {
    const found = fleissKappa(
      ratingPatternsOf([
        [1, 2],
        [2, 1],
        [1, 1],
      ]),
    );
    expect(found.lower).toBe(-1);
    expect(found.kappa).toBeGreaterThan(-1);
  });

  test("the upper limit of Fleiss' kappa is cut at 1", () => {
    const found = fleissKappa(
      ratingPatternsOf([
        [1, 1],
        [2, 2],
        [1, 2],
        [1, 1],
        [2, 2],
        [2, 2],
      ]),
    );
    expect(found.upper).toBe(1);
    expect(found.kappa).toBeLessThan(1);
  });
});

describe('ratingPatternsOf', () => {
  test('puts units with the same ratings together, in order, and leaves those without any out', () => {
    const rows = Object.freeze([
      [2, 1],
      [1, 2],
      [1, NaN],
      [NaN, NaN],
      [10, 9],
      [-0, 0],
      [0, 0],
    ]);
    expect(ratingPatternsOf(rows)).toEqual([
      { ratings: [0, 0], units: 2 },
      { ratings: [1], units: 1 },
      { ratings: [1, 2], units: 2 },
      { ratings: [9, 10], units: 1 },
    ]);
  });

  test('refuses what is no rating', () => {
    expect(() => ratingPatternsOf([[1, Infinity]])).toThrow('Unexpected rating: Infinity.');
  });
});

describe('krippendorffBootstrap', () => {
  const rows = fixture.kripp[1]!.rows.map((row) => row.map((x) => x ?? NaN));
  const patterns = ratingPatternsOf(rows);

  test('the same seed gives the same interval however the units were split; another seed another', () => {
    const run = (source: typeof patterns, seed: number) =>
      krippendorffBootstrap(source, 'ordinal', { random: lehmer(seed), draws: 200 });
    const merged = mergeRatingPatterns(ratingPatternsOf(rows.slice(25)), ratingPatternsOf(rows.slice(0, 25)));
    expect(run(merged, 5)).toEqual(run(patterns, 5));
    expect(run(patterns, 6)).not.toEqual(run(patterns, 5));
  });

  test('holds the estimate; a higher level is wider; 1,000 draws at 95 percent are the default', () => {
    const alpha = krippendorffAlpha(coincidencesOf(patterns), 'nominal');
    const usual = krippendorffBootstrap(patterns, 'nominal', { random: lehmer(9) });
    expect(usual).toEqual(krippendorffBootstrap(patterns, 'nominal', { random: lehmer(9), draws: 1000, level: 0.95 }));
    const narrow = krippendorffBootstrap(patterns, 'nominal', { random: lehmer(9), level: 0.5 });
    expect(usual.lower).toBeLessThan(narrow.lower);
    expect(narrow.lower).toBeLessThan(alpha);
    expect(narrow.upper).toBeGreaterThan(alpha);
    expect(usual.upper).toBeGreaterThan(narrow.upper);
  });

  test('refuses what does not fit, and says what came', () => {
    const random = lehmer(1);
    for (const level of [0, 1]) {
      expect(() => krippendorffBootstrap(patterns, 'nominal', { random, level })).toThrow(
        `Unexpected level: ${level}.`,
      );
    }
    expect(() => krippendorffBootstrap(patterns, 'nominal', { random, draws: 0.5 })).toThrow('draws: 0.5.');
    for (const wrong of [1, -0.1, NaN]) {
      expect(() => krippendorffBootstrap(patterns, 'nominal', { random: () => wrong })).toThrow(RangeError);
    }
  });
});

describe.each(fixture.fleiss)(`Fleiss' kappa agrees with plain R ${fixture.r}: $name`, ({ rows, by_hand }) => {
  test('kappa, both standard errors and the interval', () => {
    const found = fleissKappa(ratingPatternsOf(rows));
    expect([found.n, found.raters]).toEqual([rows.length, rows[0]!.length]);
    for (const figure of ['observed', 'expected', 'kappa', 'lower', 'upper'] as const) {
      expectRelative(found[figure], by_hand[figure], 1e-11, 1e-14);
    }
    expectRelative(found.standardError, by_hand.se, 1e-11, 1e-14);
    expectRelative(found.nullStandardError, by_hand.nullSe, 1e-11);
  });
});

describe('fleissKappa', () => {
  test('the figures in the documentation of irrCAC: 0.4139265, standard error 0.08119291, interval 0.24 to 0.588', () => {
    const found = fleissKappa(ratingPatternsOf(fixture.fleiss[0]!.rows));
    expect(found.kappa).toBeCloseTo(0.4139265, 7);
    expect(found.standardError).toBeCloseTo(0.08119291, 8);
    expect(found.lower).toBeCloseTo(0.24, 3);
    expect(found.upper).toBeCloseTo(0.588, 3);
  });

  test('its example, and a higher level is wider', () => {
    const patterns = ratingPatternsOf([
      [1, 1, 1],
      [2, 2, 1],
      [2, 2, 2],
    ]);
    expect(fleissKappa(patterns).kappa).toBeCloseTo(0.55, 12);
    const six = ratingPatternsOf(fixture.fleiss[0]!.rows);
    expect(fleissKappa(six, 0.99).lower).toBeLessThan(fleissKappa(six).lower);
  });

  test.each([
    ['nobody', []],
    ['one rating a unit', [[1], [2]]],
    [
      'units with different numbers of ratings',
      [
        [1, 2, 1],
        [1, 2, NaN],
      ],
    ],
    [
      'all ratings alike',
      [
        [1, 1],
        [1, 1],
      ],
    ],
  ])('%s: no kappa', (_, rows) => {
    const found = fleissKappa(ratingPatternsOf(rows));
    for (const figure of ['kappa', 'standardError', 'nullStandardError', 'lower', 'upper'] as const) {
      expect(found[figure]).toBeNaN();
    }
  });

  test('one unit has a kappa but no interval; full agreement is 1', () => {
    expect(fleissKappa(ratingPatternsOf([[1, 1, 2]]))).toMatchObject({ standardError: NaN, lower: NaN, upper: NaN });
    expect(fleissKappa(ratingPatternsOf([[1, 1, 2]])).kappa).toBeCloseTo(-0.5, 12);
    expect(
      fleissKappa(
        ratingPatternsOf([
          [1, 1],
          [2, 2],
        ]),
      ),
    ).toMatchObject({ kappa: 1, standardError: 0, upper: 1 });
  });

  test('of two raters who use the codes alike it is their Cohen kappa', () => {
    const counts = Float64Array.of(8, 3, 3, 6);
    const rows = [
      [1, 1, 8],
      [1, 2, 3],
      [2, 1, 3],
      [2, 2, 6],
    ].flatMap(([a, b, times]) => new Array<number[]>(times!).fill([a!, b!]));
    const cohen = cohenKappa({ rowCodes: [1, 2], columnCodes: [1, 2], counts });
    expectRelative(fleissKappa(ratingPatternsOf(rows)).kappa, cohen.kappa, 1e-12);
  });

  test('refuses a level that is none', () => {
    for (const level of [0, 1]) expect(() => fleissKappa([], level)).toThrow(`Unexpected level: ${level}.`);
  });
});
