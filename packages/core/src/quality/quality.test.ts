import { expectRelative, likertRows, loadFixture } from '@peerscale/test-utils';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { momentsOfColumns } from '../moments/index.ts';
import { answerQuality, personsWithout } from './answer-quality.ts';
import { evenOddConsistency } from './even-odd-consistency.ts';
import { intraIndividualVariability } from './intra-individual-variability.ts';
import { mahalanobisDistances } from './mahalanobis-distances.ts';
import { missingShares } from './missing-shares.ts';
import { psychometricPairs } from './psychometric-pairs.ts';
import { runsOfAnswers } from './runs-of-answers.ts';
import { secondsPerItem } from './seconds-per-item.ts';

type Numbers = (number | null)[];
interface Fixture {
  rVersion: string;
  rows: Numbers[];
  keyed: Numbers[];
  perScale: number;
  synonyms: number[][];
  antonyms: number[][];
  longest: Numbers;
  average: Numbers;
  variability: Numbers;
  evenOdd: Numbers;
  synonymConsistency: Numbers;
  antonymConsistency: Numbers;
  distance: Numbers;
  p: Numbers;
  missing: Numbers;
}
const fixture = loadFixture<Fixture>('../../fixtures/quality/quality.json', import.meta.url);
const columnsOf = (rows: readonly Numbers[]) => (rows[0] ?? []).map((_, i) => rows.map((row) => row[i] ?? NaN));
const items = columnsOf(fixture.rows);
const keyed = columnsOf(fixture.keyed);
const scales = Array.from({ length: keyed.length / fixture.perScale }, (_, scale) =>
  keyed.slice(scale * fixture.perScale, (scale + 1) * fixture.perScale),
);
const complete = fixture.rows.filter((row) => row.every((answer) => answer !== null));
const moments = momentsOfColumns(columnsOf(complete));

describe(`agrees with ${fixture.rVersion}`, () => {
  const figures: [string, ArrayLike<number>, Numbers, number][] = [
    ['longest run', runsOfAnswers(items).longest, fixture.longest, 0],
    ['average run', runsOfAnswers(items).average, fixture.average, 1e-12],
    ['variability', intraIndividualVariability(items), fixture.variability, 1e-12],
    ['even-odd', evenOddConsistency(scales), fixture.evenOdd, 1e-10],
    ['synonyms', psychometricPairs(items).consistency, fixture.synonymConsistency, 1e-10],
    ['antonyms', psychometricPairs(items, { kind: 'antonyms' }).consistency, fixture.antonymConsistency, 1e-10],
    ['Mahalanobis', mahalanobisDistances(items, moments).squared, fixture.distance, 1e-9],
    ['its p', mahalanobisDistances(items, moments).p, fixture.p, 1e-8],
    ['missing share', missingShares(items), fixture.missing, 1e-12],
  ];
  test.each(figures)('%s', (_, own, expected, tolerance) => {
    expect(own).toHaveLength(expected.length);
    expected.forEach((value, person) => {
      // R gives a person without an answer p = 1 for a distance of NA: here both are NaN
      expectRelative(own[person]!, value ?? NaN, tolerance, 1e-12);
    });
  });

  test('pairs', () => {
    expect(psychometricPairs(items).pairs).toEqual(fixture.synonyms);
    expect(psychometricPairs(items, { kind: 'antonyms' }).pairs).toEqual(fixture.antonyms);
  });
});

describe('all indices together', () => {
  const seconds = fixture.rows.map((_, person) => (person === 2 ? 25 : 240));
  const quality = answerQuality({ items, scales, seconds, evenOdd: { scales: 5 } });

  test('who did not read is flagged, and who did is not', () => {
    const flagsOf = (person: number) =>
      quality.measures.filter(({ flags }) => flags[person] === 1).map(({ index }) => index);
    expect(flagsOf(0)).toEqual(['longest-run', 'intra-individual-variability']);
    expect(flagsOf(2)).toEqual(expect.arrayContaining(['even-odd-consistency', 'seconds-per-item']));
    expect(flagsOf(4)).toContain('missing-share');
    expect(flagsOf(5)).toEqual(['missing-share']);
    const honest = fixture.rows.map((_, person) => person).slice(7);
    const flagged = honest.filter((person) => quality.flagCounts[person]! >= 2);
    expect(flagged.length).toBeLessThan(honest.length * 0.05);
    expect(quality.measures.every(({ reference }) => reference.includes('doi:10.'))).toBe(true);
  });

  test('nobody is deleted: with and without', () => {
    expect(quality.persons).toBe(fixture.rows.length);
    const kept = personsWithout(quality);
    expect(kept).not.toContain(0);
    expect(kept.length).toBeGreaterThan(fixture.rows.length * 0.9);
    expect(personsWithout(quality, 1).every((person) => kept.includes(person))).toBe(true);
    expect(() => personsWithout(quality, 0)).toThrow(RangeError);
  });

  test('with one or two items a run says nothing, unless a cut is given', () => {
    const indices = (columns: number[][], cuts = {}) =>
      answerQuality({ items: columns, cuts }).measures.map(({ index }) => index);
    const two = [
      [3, 1],
      [3, 5],
    ];
    expect(indices(two)).not.toContain('longest-run');
    expect(indices([[3, 1]])).not.toContain('longest-run');
    expect(indices(two, { 'longest-run': 1 })).toContain('longest-run');
    expect(indices([...two, [2, 2]])).toContain('longest-run');
  });

  test.each([
    // scales, their items, what is needed, whether it is there
    [9, 4, undefined, false],
    [10, 4, undefined, true],
    [10, 3, undefined, false],
    [10, 3, { items: 3 }, true],
    [3, 4, { scales: 3 }, true],
    [2, 4, { scales: 2 }, false],
    [10, 1, { items: 1 }, false],
  ])('even-odd consistency over %i scales of %i items, %j: %s', (count, length, evenOdd, isThere) => {
    const scale = Array.from({ length }, (_, i) => [1 + i, 5 - i, 3]);
    const found = answerQuality({
      items,
      scales: Array.from({ length: count }, () => scale),
      ...(evenOdd === undefined ? {} : { evenOdd }),
    });
    expect(found.measures.some(({ index }) => index === 'even-odd-consistency')).toBe(isThere);
  });

  test('cuts can be moved', () => {
    const strict = answerQuality({ items, cuts: { 'longest-run': 0 } }).measures[0]!;
    expect(strict.flags.reduce((sum, flag) => sum + flag, 0)).toBe(fixture.rows.length - 1);
    expect(strict.cut).toBe(0);
  });

  test.each([
    [[]],
    [[[]]],
    [[[1]]],
    [[[NaN], [NaN]]],
    [
      [
        [2, 2],
        [2, 2],
      ],
    ],
  ])('%j breaks nothing', (columns) => {
    const found = answerQuality({ items: columns as number[][] });
    expect(found.flagCounts).toHaveLength((columns[0] as number[] | undefined)?.length ?? 0);
  });
});

describe('persons', () => {
  test('a person of one answer, of none, and of answers all alike', () => {
    const columns = [
      [3, NaN, 2],
      [NaN, NaN, 2],
      [NaN, NaN, 2],
    ];
    const { longest, average } = runsOfAnswers(columns);
    expect([...longest]).toEqual([1, NaN, 3]);
    expect([...average]).toEqual([1, NaN, 3]);
    expect([...intraIndividualVariability(columns)]).toEqual([NaN, NaN, 0]);
    expect([...missingShares(columns)]).toEqual([2 / 3, 1, 0]);
    expect([...evenOddConsistency([columns, columns, columns])]).toEqual([NaN, NaN, NaN]);
    expect([...secondsPerItem([10, 10, -1], columns)]).toEqual([10, NaN, NaN]);
  });

  test('items that are sums of others give no distance', () => {
    const columns = [
      [1, 2, 4, 3],
      [2, 4, 8, 6],
    ];
    const { squared, p } = mahalanobisDistances(columns, momentsOfColumns(columns));
    expect([...squared, ...p].every(Number.isNaN)).toBe(true);
  });

  test('columns of different lengths are a programming error', () => {
    for (const index of [runsOfAnswers, intraIndividualVariability, missingShares, psychometricPairs]) {
      expect(() => index([[1], [1, 2]])).toThrow(RangeError);
    }
    expect(() => secondsPerItem([1, 2], [[1]])).toThrow(RangeError);
    expect(() => mahalanobisDistances([[1]], momentsOfColumns([[1], [2]]))).toThrow(RangeError);
    expect(() => psychometricPairs([[1]], { cut: 2 })).toThrow(RangeError);
  });

  test('turning a response scale round changes no run, no variability and no distance', () => {
    fc.assert(
      fc.property(likertRows({ minimumRows: 12, maximumItems: 4 }), (rows) => {
        const columns = columnsOf(rows);
        const turned = columns.map((column) => column.map((x) => 6 - x));
        expect(runsOfAnswers(turned)).toEqual(runsOfAnswers(columns));
        const [a, b] = [intraIndividualVariability(columns), intraIndividualVariability(turned)];
        a.forEach((value, person) => expectRelative(b[person]!, value, 1e-10, 1e-12));
        const distances = mahalanobisDistances(columns, momentsOfColumns(columns)).squared;
        const others = mahalanobisDistances(turned, momentsOfColumns(turned)).squared;
        distances.forEach((value, person) => expectRelative(others[person]!, value, 1e-6, 1e-9));
        // the squared distances from the mean of all add up to (n - 1) k
        if (!distances.some(Number.isNaN)) {
          const sum = distances.reduce((total, value) => total + value, 0);
          expectRelative(sum, (rows.length - 1) * columns.length, 1e-8);
        }
      }),
    );
  });
});
