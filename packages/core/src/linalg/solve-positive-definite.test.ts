import { expectRelative } from '@peerscale/test-utils';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { solvePositiveDefinite } from './index.ts';

describe('solvePositiveDefinite', () => {
  test('the example, and nothing', () => {
    const x = solvePositiveDefinite([4, 1, 3], [1, 2])!;
    expectRelative(x[0]!, 1 / 11, 1e-14);
    expectRelative(x[1]!, 7 / 11, 1e-14);
    expect(solvePositiveDefinite([], [])).toEqual(new Float64Array(0));
  });

  test.each([
    ['indefinite', [1, 2, 1]],
    ['singular', [1, 1, 1]],
    ['singular up to rounding', [1, 1, 1 + 1e-14]],
    ['negative', [-1, 0, 1]],
    ['with NaN beside the diagonal', [1, NaN, 1]],
    ['with NaN on the diagonal', [1, 0, NaN]],
  ])('no solution for a matrix that is %s', (_, packed) => {
    expect(solvePositiveDefinite(packed, [1, 1])).toBeNull();
  });

  test('the size of the entries does not matter, the given ones stay as they are', () => {
    const packed = Object.freeze([4e-200, 1e-200, 3e-200]);
    const x = solvePositiveDefinite(packed, Object.freeze([1e-200, 2e-200]))!;
    expectRelative(x[1]!, 7 / 11, 1e-14);
  });

  test('the matrix times the solution is the right side', () => {
    const entry = fc.double({ min: -3, max: 3, noNaN: true });
    const square = fc.integer({ min: 1, max: 6 }).chain((k) => {
      const row = fc.array(entry, { minLength: k, maxLength: k });
      return fc.tuple(fc.array(row, { minLength: k, maxLength: k }), row);
    });
    fc.assert(
      fc.property(square, ([b, right]) => {
        const k = right.length;
        const at = (i: number, j: number) => b[i]!.reduce((sum, x, m) => sum + x * b[j]![m]!, i === j ? 1 : 0); // B B' + I
        const packed = b.flatMap((_, i) => Array.from({ length: i + 1 }, (__, j) => at(i, j)));
        const x = solvePositiveDefinite(packed, right)!;
        for (let i = 0; i < k; i++) {
          const product = x.reduce((sum, value, j) => sum + at(i, j) * value, 0);
          expectRelative(product, right[i]!, 1e-9, 1e-9);
        }
      }),
    );
  });
});
