import { expectRelative, likertRows, loadFixture } from '@peerscale/test-utils';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alphaStandardError, cronbachAlpha, guttmanLambda6, standardizedAlpha } from '../reliability/index.ts';
import {
  addToPairwiseMoments,
  correlationsOf,
  emptyPairwiseMoments,
  mergePairwiseMoments,
  momentsOf,
  momentsOfPairs,
  type PairwiseMoments,
  pairwiseCorrelations,
  pairwiseCovariances,
  pairwiseMomentsOfColumns,
} from './index.ts';

interface Fixture {
  r: string;
  psych: string;
  holes: (Record<'counts' | 'means' | 'covariances' | 'correlations' | 'correlationsOfCovariances', number[]> & {
    name: string;
    n: number;
    rows: (number | null)[][];
    alpha: Record<'raw' | 'standardized' | 'lambda6' | 'standardError', number>;
  })[];
}
const fixture = loadFixture<Fixture>('../../fixtures/moments/moments.json', import.meta.url);

type Rows = readonly (readonly (number | null)[])[];
const columnsOf = (rows: Rows, k = rows[0]!.length) =>
  Array.from({ length: k }, (_, i) => rows.map((row) => row[i] ?? NaN));

/** Answers with about every fourth one missing. */
const rowsWithHoles = likertRows({ minimumRows: 3 }).chain((rows) =>
  fc
    .array(fc.nat({ max: 3 }), { minLength: rows.length * rows[0]!.length, maxLength: rows.length * rows[0]!.length })
    .map((draws) => rows.map((row, r) => row.map((value, i) => (draws[r * row.length + i] === 0 ? null : value)))),
);

function expectSame(a: PairwiseMoments, b: PairwiseMoments): void {
  expect(a.n).toBe(b.n);
  expect([...a.counts]).toEqual([...b.counts]);
  for (const part of ['means', 'variations', 'comoments'] as const) {
    a[part].forEach((value, i) => expectRelative(value, b[part][i]!, 1e-12, 1e-12));
  }
}

describe.each(fixture.holes)(`agrees with R ${fixture.r}, psych ${fixture.psych}: $name`, (set) => {
  const pairs = pairwiseMomentsOfColumns(columnsOf(set.rows));
  const moments = momentsOfPairs(pairs);

  test('counts, means, cov(use = "pairwise"), cor(use = "pairwise") and cov2cor', () => {
    expect(pairs.n).toBe(set.n);
    expect([...pairs.counts]).toEqual(set.counts);
    moments.means.forEach((mean, i) => expectRelative(mean, set.means[i]!, 1e-12, 1e-14));
    pairwiseCovariances(pairs).forEach((value, p) => expectRelative(value, set.covariances[p]!, 1e-10, 1e-12));
    pairwiseCorrelations(pairs).forEach((value, p) => expectRelative(value, set.correlations[p]!, 1e-10));
    correlationsOf(moments).forEach((value, p) => expectRelative(value, set.correlationsOfCovariances[p]!, 1e-10));
  });

  test('the estimators read them as psych::alpha does', () => {
    expectRelative(cronbachAlpha(moments), set.alpha.raw, 1e-10);
    expectRelative(standardizedAlpha(moments), set.alpha.standardized, 1e-10);
    expectRelative(guttmanLambda6(moments), set.alpha.lambda6, 1e-10);
    expectRelative(alphaStandardError(moments), set.alpha.standardError, 1e-10);
  });
});

describe('pairwise moments', () => {
  test('any split merged equals the whole, and so do the rows added one by one', () => {
    fc.assert(
      fc.property(rowsWithHoles, fc.nat(), fc.nat(), (rows, a, b) => {
        const k = rows[0]!.length;
        const [first, second] = [a % rows.length, b % rows.length].sort((x, y) => x - y) as [number, number];
        const parts = [rows.slice(0, first), rows.slice(first, second), rows.slice(second)];
        const whole = pairwiseMomentsOfColumns(columnsOf(rows));
        expectSame(
          parts.map((part) => pairwiseMomentsOfColumns(columnsOf(part, k))).reduce(mergePairwiseMoments),
          whole,
        );
        const added = columnsOf(rows)[0]!.reduce(
          (moments, _, r) =>
            addToPairwiseMoments(
              moments,
              rows[r]!.map((value) => value ?? NaN),
            ),
          emptyPairwiseMoments(k),
        );
        expectSame(added, whole);
      }),
    );
  });

  test('without holes they are the listwise moments', () => {
    fc.assert(
      fc.property(likertRows(), (rows) => {
        const [pairs, complete] = [momentsOfPairs(pairwiseMomentsOfColumns(columnsOf(rows))), momentsOf(rows)];
        pairs.means.forEach((mean, i) => expectRelative(mean, complete.means[i]!, 1e-12));
        pairs.comoments.forEach((value, p) => expectRelative(value, complete.comoments[p]!, 1e-12, 1e-12));
      }),
      { numRuns: 50 },
    );
  });

  test('blocks do not show, and a large mean keeps the digits of a small spread', () => {
    const column = (j: number, offset: number) =>
      Array.from({ length: 5000 }, (_, i) => ((i * (j + 3)) % 13 === 0 ? NaN : offset + ((i * (j + 7)) % 11)));
    const small = pairwiseCovariances(pairwiseMomentsOfColumns([column(0, 0), column(1, 0)]));
    const shifted = pairwiseCovariances(pairwiseMomentsOfColumns([column(0, 1e9), column(1, 1e9)]));
    shifted.forEach((value, p) => expectRelative(value, small[p]!, 1e-12));
  });

  test('a variable that does not vary has variance exactly 0, and what rounding leaves counts as none', () => {
    for (const value of [3, 0.1, 1e9 + 0.1]) {
      const column = Array.from({ length: 5000 }, (_, i) => (i % 7 === 0 ? NaN : value));
      expect(pairwiseCovariances(pairwiseMomentsOfColumns([column]))).toEqual(Float64Array.of(0));
    }
    const pairs = pairwiseMomentsOfColumns([
      [1e9, 1e9],
      [1, 2],
    ]);
    const rounded = { ...pairs, variations: pairs.variations.map((value) => value + 1e-6) };
    expect(pairwiseCorrelations(rounded)[1]).toBeNaN();
    for (let x = 3; x < 40; x++) expect(pairwiseCorrelations(pairwiseMomentsOfColumns([[1, 2, x]]))[0]).toBe(1);
  });

  test.each([
    ['nobody', [[], []], [NaN, NaN, NaN]],
    ['one row', [[1], [2]], [NaN, NaN, NaN]],
    [
      'a variable nobody answered',
      [
        [1, 2],
        [NaN, NaN],
      ],
      [0.5, NaN, NaN],
    ],
    [
      'never answered together',
      [
        [1, 3, NaN, NaN],
        [NaN, NaN, 2, 6],
      ],
      [2, NaN, 8],
    ],
    [
      'constant',
      [
        [2, 2, NaN],
        [1, 3, 5],
      ],
      [0, 0, 4],
    ],
    [
      'huge',
      [
        [1e150, -1e150],
        [1e150, NaN],
      ],
      [2e300, NaN, NaN],
    ],
    [
      'tiny',
      [
        [1e-150, -1e-150],
        [NaN, 1e-150],
      ],
      [2e-300, NaN, NaN],
    ],
  ])('%s', (_, columns, expected) => {
    const pairs = pairwiseMomentsOfColumns(columns);
    pairwiseCovariances(pairs).forEach((value, p) => expectRelative(value, expected[p]!, 1e-14));
    momentsOfPairs(pairs).comoments.forEach((value, p) => expectRelative(value, expected[p]! * (pairs.n - 1), 1e-14));
    expect(pairwiseCorrelations(pairs)[1]).toBeNaN();
  });

  test('a variable without answers has no mean, and collinear variables correlate by exactly 1', () => {
    expect(
      momentsOfPairs(
        pairwiseMomentsOfColumns([
          [1, 2],
          [NaN, NaN],
        ]),
      ).means,
    ).toEqual(Float64Array.of(1.5, NaN));
    const [, r] = pairwiseCorrelations(
      pairwiseMomentsOfColumns([
        [1, 2, 4, NaN],
        [3, 5, 9, 2],
      ]),
    );
    expectRelative(r!, 1, 1e-14);
  });

  test('refuses columns and rows that do not fit, and says what came', () => {
    expect(() => pairwiseMomentsOfColumns([[1, 2], [1]])).toThrow('Unexpected column length: 1, expected 2.');
    expect(() => addToPairwiseMoments(emptyPairwiseMoments(2), [1])).toThrow('Unexpected row length: 1');
    expect(() => mergePairwiseMoments(emptyPairwiseMoments(2), emptyPairwiseMoments(3))).toThrow(RangeError);
    expect(() => emptyPairwiseMoments(1.5)).toThrow('Unexpected number of variables: 1.5.');
  });
});
