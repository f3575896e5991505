import { expectRelative, likertRows, loadFixture } from '@peerscale/test-utils';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cronbachAlpha } from '../reliability/cronbach-alpha.ts';
import {
  addToResponsePatterns,
  emMoments,
  emptyResponsePatterns,
  mergeResponsePatterns,
  momentsOf,
  momentsOfPairs,
  packedIndex,
  pairwiseMomentsOfColumns,
  responsePatternsOfColumns,
} from './index.ts';
import { regressOnAnswered } from './regress-on-answered.ts';

interface Fixture {
  r: string;
  lavaan: string;
  holes: {
    name: string;
    answered: number;
    rows: (number | null)[][];
    ml: { means: number[]; covariances: number[] };
  }[];
}
const fixture = loadFixture<Fixture>('../../fixtures/moments/moments.json', import.meta.url);

type Rows = readonly (readonly (number | null)[])[];
const columnsOf = (rows: Rows, k = rows[0]!.length) =>
  Array.from({ length: k }, (_, i) => rows.map((row) => row[i] ?? NaN));

describe.each(fixture.holes)(`agrees with R ${fixture.r}, lavaan ${fixture.lavaan}: $name`, (set) => {
  const k = set.rows[0]!.length;
  const scale = (i: number) => Math.sqrt(set.ml.covariances[packedIndex(i, i)]!);

  test('means and covariances by maximum likelihood', () => {
    const { n, converged, means, covariances, comoments, missing } = emMoments(
      responsePatternsOfColumns(columnsOf(set.rows)),
    );
    expect({ n, converged, missing }).toEqual({ n: set.answered, converged: true, missing: 'em' });
    for (let i = 0, p = 0; i < k; i++) {
      expect(Math.abs(means[i]! - set.ml.means[i]!) / scale(i)).toBeLessThan(1e-7);
      for (let j = 0; j <= i; j++, p++) {
        expect(Math.abs(covariances[p]! - set.ml.covariances[p]!) / scale(i) / scale(j)).toBeLessThan(1e-7);
        expectRelative(comoments[p]!, n * covariances[p]!, 1e-15);
      }
    }
  });

  test('shards merged and rows added give the same as the whole', () => {
    const whole = responsePatternsOfColumns(columnsOf(set.rows));
    const cut = Math.floor(set.rows.length / 3);
    const shards = [set.rows.slice(0, cut), set.rows.slice(cut)].map((rows) =>
      responsePatternsOfColumns(columnsOf(rows)),
    );
    const added = set.rows.reduce(
      (patterns, row) =>
        addToResponsePatterns(
          patterns,
          row.map((value) => value ?? NaN),
        ),
      emptyResponsePatterns(k),
    );
    const expected = emMoments(whole);
    for (const patterns of [mergeResponsePatterns(shards[0]!, shards[1]!), added]) {
      expect(patterns.empty).toBe(whole.empty);
      emMoments(patterns).covariances.forEach((value, p) => expectRelative(value, expected.covariances[p]!, 1e-8));
    }
  });
});

describe('emMoments', () => {
  test('without holes they are the moments of the data, with divisor n', () => {
    fc.assert(
      fc.property(likertRows(), (rows) => {
        const complete = momentsOf(rows);
        const { means, covariances, converged } = emMoments(responsePatternsOfColumns(columnsOf(rows)));
        expect(converged).toBe(true);
        means.forEach((mean, i) => expectRelative(mean, complete.means[i]!, 1e-12));
        covariances.forEach((value, p) => expectRelative(value, complete.comoments[p]! / rows.length, 1e-12, 1e-12));
      }),
    );
  });

  test('a monotone pattern of two variables has the closed form of Anderson (1957)', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 })), {
          minLength: 8,
          maxLength: 30,
        }),
        (rows) => {
          const both = Math.ceil(rows.length / 2);
          const answered = momentsOf(rows.slice(0, both));
          fc.pre(answered.comoments[0]! > 1);
          const x = momentsOf(rows.map(([first]) => [first]));
          const slope = answered.comoments[1]! / answered.comoments[0]!;
          const variance = x.comoments[0]! / x.n;
          const residual = (answered.comoments[2]! - slope * answered.comoments[1]!) / both;
          const { means, covariances } = emMoments(
            responsePatternsOfColumns([
              rows.map(([first]) => first),
              rows.map(([, second], r) => (r < both ? second : NaN)),
            ]),
          );
          // EM stops by steps in standard deviations, of order 1 here: a mean of 0 has no relative accuracy
          expectRelative(means[1]!, answered.means[1]! + slope * (x.means[0]! - answered.means[0]!), 1e-7, 1e-7);
          expectRelative(covariances[1]!, slope * variance, 1e-7, 1e-7);
          expectRelative(covariances[2]!, residual + slope * slope * variance, 1e-7, 1e-7);
        },
      ),
    );
  });

  test('shift and unit do not matter', () => {
    const { rows } = fixture.holes[0]!;
    const plain = emMoments(responsePatternsOfColumns(columnsOf(rows)));
    for (const [unit, shift] of [
      [1e100, 0],
      [1e-100, 0],
      [1, 1e7],
    ] as const) {
      const moved = emMoments(
        responsePatternsOfColumns(columnsOf(rows).map((column) => column.map((value) => value * unit + shift))),
      );
      moved.covariances.forEach((value, p) => expectRelative(value, plain.covariances[p]! * unit * unit, 1e-7));
      moved.means.forEach((mean, i) => expectRelative(mean, plain.means[i]! * unit + shift, 1e-8));
    }
  });

  test.each([
    ['nobody', [[], []], [NaN, NaN], [NaN, NaN, NaN], 0],
    [
      'all missing',
      [
        [NaN, NaN],
        [NaN, NaN],
      ],
      [NaN, NaN],
      [NaN, NaN, NaN],
      0,
    ],
    ['one row', [[1], [2]], [1, 2], [0, 0, 0], 1],
    [
      'a variable nobody answered',
      [
        [1, 3],
        [NaN, NaN],
      ],
      [2, NaN],
      [1, NaN, NaN],
      2,
    ],
    [
      'never answered together',
      [
        [1, 3, NaN, NaN],
        [NaN, NaN, 2, 6],
      ],
      [2, 4],
      [1, NaN, 4],
      4,
    ],
    [
      'constant',
      [
        [2, 2, 2],
        [1, NaN, 5],
      ],
      [2, 3],
      [0, 0, 4],
      3,
    ],
    [
      'one NaN among constants',
      [
        [2, NaN, 2],
        [3, 3, 3],
      ],
      [2, 3],
      [0, 0, 0],
      3,
    ],
    [
      'huge',
      [
        [1e150, -1e150, NaN],
        [NaN, NaN, NaN],
      ],
      [0, NaN],
      [1e300, NaN, NaN],
      2,
    ],
  ])('%s', (_, columns, means, covariances, n) => {
    const found = emMoments(responsePatternsOfColumns(columns));
    expect(found.n).toBe(n);
    expect(found.converged).toBe(n > 0);
    found.means.forEach((mean, i) => expectRelative(mean, means[i]!, 1e-8, 1e-8));
    found.covariances.forEach((value, p) => expectRelative(value, covariances[p]!, 1e-8, 1e-8));
  });

  test('collinear variables: what one lacks is filled from the others', () => {
    const x = [1, 2, 4, 7, 3, 5];
    const { means, covariances, converged } = emMoments(
      responsePatternsOfColumns([x, x.map((value) => 2 * value), x.map((value, i) => (i < 4 ? 3 * value : NaN))]),
    );
    expect(converged).toBe(true);
    expectRelative(means[2]!, 3 * means[0]!, 1e-8);
    expectRelative(covariances[packedIndex(2, 2)]!, 9 * covariances[0]!, 1e-7);
  });

  test('a constant with a hole stays constant, and rows without answers are counted apart', () => {
    const patterns = responsePatternsOfColumns([
      [2, NaN, 2, NaN],
      [3, 4, 8, NaN],
    ]);
    expect([patterns.empty, [...patterns.patterns.keys()]]).toEqual([1, ['11', '01']]);
    expect(emMoments(patterns).covariances[0]).toBe(0);
  });

  test('the regression leaves out what is a sum of others', () => {
    const swept = regressOnAnswered(Float64Array.of(1, 1, 0.5, 1, 1 + 5e-11, 0.500001, 0.5, 0.500001, 1), [0, 1], 3);
    expect([swept[6], swept[7]]).toEqual([0.5, 0]);
    expect(swept[8]).toBe(0.75);
  });

  test('the example of the method page: two rules, two alphas', () => {
    const items = [
      [2, 4, 5, 3, 1, 4],
      [3, NaN, 5, 2, 2, NaN],
      [2, 5, NaN, 3, 1, 4],
    ];
    // R: psych::alpha 0.818181818181818; lavaan's saturated covariances 0.929785235414
    expectRelative(cronbachAlpha(momentsOfPairs(pairwiseMomentsOfColumns(items))), 0.818181818181818, 1e-12);
    expectRelative(cronbachAlpha(emMoments(responsePatternsOfColumns(items))), 0.929785235414, 1e-8);
  });

  test('says when it stopped too early', () => {
    const patterns = responsePatternsOfColumns(columnsOf(fixture.holes[2]!.rows));
    const { iterations, converged } = emMoments(patterns, { maximumIterations: 3 });
    expect({ iterations, converged }).toEqual({ iterations: 3, converged: false });
    expect(emMoments(patterns, { tolerance: 1e-2 }).iterations).toBeLessThan(emMoments(patterns).iterations);
  });

  test('refuses what does not fit, and says what came', () => {
    expect(() => emMoments(emptyResponsePatterns(2), { tolerance: 0 })).toThrow('Unexpected tolerance: 0.');
    expect(() => emMoments(emptyResponsePatterns(2), { maximumIterations: 0 })).toThrow(
      'Unexpected number of iterations',
    );
    expect(() => responsePatternsOfColumns([[1, 2], [1]])).toThrow('Unexpected column length: 1, expected 2.');
    expect(() => addToResponsePatterns(emptyResponsePatterns(2), [1])).toThrow('Unexpected row length: 1');
    expect(() => mergeResponsePatterns(emptyResponsePatterns(2), emptyResponsePatterns(3))).toThrow(RangeError);
    expect(() => emptyResponsePatterns(-1)).toThrow(RangeError);
  });
});
