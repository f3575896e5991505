import { expectRelative } from '@peerscale/test-utils';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  factorSparse,
  minimumDegreeOrder,
  type SparseTriangle,
  solveSparseLower,
  solveSparseUpper,
  sparseCholeskyPattern,
} from './index.ts';

/** the places of a lower triangle that has the diagonal and the given edges */
function triangleOf(size: number, edges: readonly (readonly [number, number])[]): SparseTriangle {
  const columns = Array.from({ length: size }, (_, j) => new Set([j]));
  for (const [a, b] of edges) columns[Math.min(a, b)]!.add(Math.max(a, b));
  const rows = columns.flatMap((column) => [...column]);
  const starts = new Int32Array(size + 1);
  columns.forEach((column, j) => (starts[j + 1] = starts[j]! + column.size));
  return { size, starts, rows: Int32Array.from(rows) };
}
const graph = fc.integer({ min: 2, max: 12 }).chain((size) => {
  const edge = fc.tuple(fc.nat(size - 1), fc.integer({ min: 1, max: size - 1 }));
  return fc.record({
    size: fc.constant(size),
    edges: fc.array(
      edge.map(([a, further]): [number, number] => [a, (a + further) % size]),
      { maxLength: 20 },
    ),
    values: fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 20, maxLength: 20 }),
  });
});

describe('sparse Cholesky', () => {
  test('an arrow that points down fills nothing, one that points up everything', () => {
    const arrow = (tip: number) =>
      sparseCholeskyPattern(
        triangleOf(
          5,
          [0, 1, 2, 3, 4].filter((i) => i !== tip).map((i) => [i, tip] as const),
        ),
      );
    expect(arrow(4).rows).toHaveLength(9);
    expect(arrow(0).rows).toHaveLength(15);
    expect(Array.from(arrow(4).rows.subarray(0, 4))).toEqual([0, 4, 1, 4]);
  });

  test('the factor times its transpose is the matrix, and the solutions solve it', () => {
    fc.assert(
      fc.property(graph, ({ size, edges, values }) => {
        const dense = Array.from({ length: size }, (_, i) =>
          Float64Array.from({ length: size }, (__, j) => (i === j ? 9 : 0)),
        );
        edges.forEach(([a, b], e) => {
          dense[a]![b] = dense[b]![a] = values[e]! / 2;
        });
        const pattern = sparseCholeskyPattern(triangleOf(size, edges));
        const factor = new Float64Array(pattern.rows.length);
        for (let j = 0; j < size; j++) {
          for (let p = pattern.starts[j]!; p < pattern.starts[j + 1]!; p++) factor[p] = dense[pattern.rows[p]!]![j]!;
        }
        expect(factorSparse(pattern, factor)).toBe(true);
        const lower = dense.map(() => new Float64Array(size));
        for (let j = 0; j < size; j++) {
          for (let p = pattern.starts[j]!; p < pattern.starts[j + 1]!; p++) lower[pattern.rows[p]!]![j] = factor[p]!;
        }
        for (let i = 0; i < size; i++) {
          for (let j = 0; j <= i; j++) {
            const product = lower[i]!.reduce((sum, value, m) => sum + value * lower[j]![m]!, 0);
            expectRelative(product, dense[i]![j]!, 1e-12, 1e-12);
          }
        }
        const right = Float64Array.from({ length: 2 * size }, (_, i) => Math.sin(i + 1));
        const x = right.slice();
        solveSparseLower(pattern, factor, x, 2);
        solveSparseUpper(pattern, factor, x, 2);
        const alone = Float64Array.from({ length: size }, (_, i) => right[2 * i]!);
        solveSparseLower(pattern, factor, alone);
        solveSparseUpper(pattern, factor, alone);
        for (let i = 0; i < size; i++) {
          for (const c of [0, 1]) {
            const product = dense[i]!.reduce((sum, value, j) => sum + value * x[2 * j + c]!, 0);
            expectRelative(product, right[2 * i + c]!, 1e-11, 1e-11);
          }
          expectRelative(alone[i]!, x[2 * i]!, 1e-12, 1e-14);
        }
      }),
    );
  });

  test('a matrix that is not positive definite, and nothing', () => {
    const pattern = sparseCholeskyPattern(triangleOf(2, [[0, 1]]));
    expect(factorSparse(pattern, Float64Array.of(1, 2, 1))).toBe(false);
    expect(factorSparse(pattern, Float64Array.of(1, NaN, 1))).toBe(false);
    expect(factorSparse(sparseCholeskyPattern(triangleOf(0, [])), new Float64Array(0))).toBe(true);
  });
});

describe('minimumDegreeOrder', () => {
  test('the example, and nothing', () => {
    const chain = [
      [0, 1],
      [0, 2],
    ];
    expect(Array.from(minimumDegreeOrder(3, chain))).toEqual([1, 0, 2]);
    expect(minimumDegreeOrder(0, [])).toHaveLength(0);
  });

  test('the middle of a star goes last but for ties, whatever its number', () => {
    const star = Array.from({ length: 40 }, (_, i) => [7, i]).filter(([, i]) => i !== 7);
    const order = Array.from(minimumDegreeOrder(40, star));
    expect(order.indexOf(7)).toBeGreaterThan(35);
    expect(order.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, i) => i));
  });

  test('a grid fills less than row by row', () => {
    const [side, size] = [12, 144];
    const edges: [number, number][] = [];
    for (let i = 0; i < size; i++) {
      if (i % side < side - 1) edges.push([i, i + 1]);
      if (i + side < size) edges.push([i, i + side]);
    }
    const order = minimumDegreeOrder(size, edges);
    const place = Array.from({ length: size }, (_, node) => order.indexOf(node));
    const moved = edges.map(([a, b]) => [place[a]!, place[b]!] as const);
    const fill = (some: readonly (readonly [number, number])[]) =>
      sparseCholeskyPattern(triangleOf(size, some)).rows.length;
    expect(new Set(order).size).toBe(size);
    expect(fill(moved)).toBeLessThan(0.75 * fill(edges));
  });
});
