import { expectRelative, likertRows } from '@peerscale/test-utils';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { momentsOfColumns } from '../moments/index.ts';
import { cronbachAlpha, jackknifeReplicates } from './index.ts';
import { jackknifeAlphas } from './jackknife-alphas.ts';

/** Absolute too: an alpha near 0 is a difference of numbers near 1. */
function expectSameAlphas(columns: readonly ArrayLike<number>[]): void {
  const fast = jackknifeAlphas(columns);
  const slow = jackknifeReplicates(cronbachAlpha, columns);
  expect(fast.counts).toEqual(slow.counts);
  expect(fast.values).toHaveLength(slow.values.length);
  fast.values.forEach((value, i) => expectRelative(value, slow.values[i]!, 1e-11, 1e-11));
}

describe('jackknifeAlphas', () => {
  test('are the alphas of the moments without each respondent', () => {
    fc.assert(
      fc.property(likertRows({ maximumRows: 20 }), fc.constantFrom(1, 0.1, 1e9), (rows, unit) => {
        expectSameAlphas(rows[0]!.map((_, i) => rows.map((row) => unit * row[i]!)));
      }),
    );
  });

  test.each([1e8, 1e12])('an outlier of %d takes no digits from the others', (outlier) => {
    const others = [
      [1, 2, 3, 4],
      [2, 1, 4, 3],
      [1, 3, 3, 5],
    ];
    const columns = others.map((column, i) => [...column, (i + 1) * outlier]);
    expectSameAlphas(columns);
    expectRelative(jackknifeAlphas(columns).values.at(-1)!, cronbachAlpha(momentsOfColumns(others)), 1e-13);
  });

  test('nobody, one item, one respondent, answers that cannot be drawn from', () => {
    expect(jackknifeAlphas([]).values).toHaveLength(0);
    expect(jackknifeAlphas([[], []]).values).toHaveLength(0);
    expect(
      jackknifeAlphas([
        [1, NaN],
        [1, 2],
      ]).values,
    ).toHaveLength(0);
    expect([...jackknifeAlphas([[1, 2, 3]]).values]).toEqual([NaN, NaN, NaN]);
    expect([...jackknifeAlphas([[1], [2]]).values]).toEqual([NaN]);
  });
});
