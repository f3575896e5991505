import { expectRelative } from '@peerscale/test-utils';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { symmetricEigen } from './index.ts';

const entry = fc.double({ min: -10, max: 10, noNaN: true });
const triangle = fc
  .integer({ min: 1, max: 7 })
  .chain((k) =>
    fc.tuple(fc.constant(k), fc.array(entry, { minLength: (k * (k + 1)) / 2, maxLength: (k * (k + 1)) / 2 })),
  );

describe('symmetricEigen', () => {
  test('the example, and nothing', () => {
    const eigen = symmetricEigen([2, 1, 2], 2)!;
    expectRelative(eigen.values[0]!, 3, 1e-14);
    expectRelative(eigen.values[1]!, 1, 1e-14);
    expectRelative(Math.abs(eigen.vectors[0]![1]!), Math.SQRT1_2, 1e-14);
    expect(symmetricEigen([], 0)).toEqual({ values: new Float64Array(0), vectors: [] });
  });

  test.each([
    ['subnormal beside the diagonal', [0, -5e-324, 0]],
    ['subnormal among ones', [1, 5e-324, 1, 1e-310, 1e-320, 1]],
    ['huge', [2e300, 1e300, 2e300]],
    ['tiny', [2e-300, 1e-300, 2e-300]],
    ['zero', [0, 0, 0, 0, 0, 0]],
  ])('entries that are %s leave the vectors of length 1', (_, packed) => {
    const size = packed.length === 3 ? 2 : 3;
    const { values, vectors } = symmetricEigen(packed, size)!;
    for (const vector of vectors) expectRelative(Math.hypot(...vector), 1, 1e-14);
    if (packed[1]! > 1e-320 && size === 2) expectRelative(values[0]! / packed[1]!, 3, 1e-14);
  });

  test.each([NaN, Infinity])('a matrix that holds %d has none', (value) => {
    expect(symmetricEigen([1, value, 1], 2)).toBeNull();
  });

  test('values descend, and with their unit vectors they give the matrix back', () => {
    fc.assert(
      fc.property(triangle, ([k, packed]) => {
        const { values, vectors } = symmetricEigen(packed, k)!;
        const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, x, i) => sum + x * b[i]!, 0);
        for (let m = 1; m < k; m++) expect(values[m]!).toBeLessThanOrEqual(values[m - 1]!);
        for (let i = 0, p = 0; i < k; i++) {
          for (let j = 0; j <= i; j++, p++) {
            const product = vectors.reduce((sum, vector, m) => sum + values[m]! * vector[i]! * vector[j]!, 0);
            expectRelative(product, packed[p]!, 1e-11, 1e-12);
            expectRelative(dot(vectors[i]!, vectors[j]!), i === j ? 1 : 0, 1e-12, 1e-12);
          }
        }
      }),
    );
  });
});
