import { type SparseTriangle, sparseCholeskyPattern } from '../linalg/index.ts';
import { eliminationOrder } from './elimination-order.ts';
import { ownProducts, type PairProducts, pairProducts, type RandomFactor } from './group-products.ts';

/**
 * The random part of a mixed model as sums of products: all that the likelihood needs of the rows. Columns of effects
 * stand in the order of elimination; those of one member, intercept and slope, are neighbours.
 */
export interface MixedEquations {
  /** effects in all */
  readonly size: number;
  /** fixed columns, and the outcome as the last */
  readonly width: number;
  readonly factors: readonly EquationFactor[];
  readonly pairs: readonly (PairProducts & { readonly slots: Int32Array })[];
  /** group and member of each node, in the order of elimination */
  readonly nodeFactor: Int32Array;
  readonly nodeMember: Int32Array;
  /** blocks of columns that have to do with each other: first columns, and first nodes, each with the end */
  readonly blockColumns: Int32Array;
  readonly blockNodes: Int32Array;
  /** products of effects with fixed columns and outcome, a row an effect */
  readonly cross: Float64Array;
  readonly pattern: SparseTriangle;
}

/** A group of the equations. */
export interface EquationFactor {
  readonly count: number;
  /** 1, or 2 with a slope */
  readonly columns: 1 | 2;
  /** column of each member's intercept */
  readonly starts: Int32Array;
  /** of each member: 1, or 11, 1s, ss */
  readonly own: Float64Array;
  /** where its values stand in theta, which has 1 or 3 of each group */
  readonly parameter: number;
  /** places in theta that are estimated: all, but for the middle one of a slope without correlation, which is 0 */
  readonly free: readonly number[];
}

/** @param columns fixed columns and the outcome, orthonormal */
export function mixedEquations(factors: readonly RandomFactor[], columns: readonly Float64Array[]): MixedEquations {
  const pairs = pairProducts(factors);
  const { nodes, blocks } = eliminationOrder(factors, pairs);
  const offsets = factors.map((_, f) => factors.slice(0, f).reduce((sum, { count }) => sum + count, 0));
  const nodeFactor = new Int32Array(nodes.length);
  const nodeMember = new Int32Array(nodes.length);
  const startOfNode = new Int32Array(nodes.length);
  const blockColumns = new Int32Array(blocks.length);
  let size = 0;
  for (let i = 0, block = 0; i < nodes.length; i++) {
    while (blocks[block]! <= i) blockColumns[block++] = size;
    let f = factors.length - 1;
    while (offsets[f]! > nodes[i]!) f--;
    nodeFactor[i] = f;
    nodeMember[i] = nodes[i]! - offsets[f]!;
    startOfNode[nodes[i]!] = size;
    size += factors[f]!.slope ? 2 : 1;
  }
  blockColumns[blocks.length - 1] = size;
  let parameter = 0;
  const prepared = factors.map((factor, f): EquationFactor => {
    const own = parameter;
    parameter += factor.slope ? 3 : 1;
    const middle = factor.correlated ? [own + 1] : [];
    return {
      count: factor.count,
      columns: factor.slope ? 2 : 1,
      free: factor.slope ? [own, ...middle, own + 2] : [own],
      starts: startOfNode.slice(offsets[f]!, offsets[f]! + factor.count),
      own: ownProducts(factor),
      parameter: own,
    };
  });
  const pattern = sparseCholeskyPattern(triangleOf(size, prepared, pairs));
  return {
    size,
    width: columns.length,
    factors: prepared,
    pairs: pairs.map((pair) => ({ ...pair, slots: slotsOf(pair, prepared, pattern) })),
    nodeFactor,
    nodeMember,
    blockColumns,
    blockNodes: blocks,
    cross: crossProducts(size, factors, prepared, columns),
    pattern,
  };
}

function triangleOf(size: number, factors: readonly EquationFactor[], pairs: readonly PairProducts[]): SparseTriangle {
  const starts = new Int32Array(size + 1);
  const next = new Int32Array(size);
  let rows = new Int32Array(0);
  // first the columns are counted, then filled
  for (const fill of [false, true]) {
    const put = (column: number, row: number): void => {
      if (fill) rows[next[column]!++] = row;
      else starts[column + 1]!++;
    };
    for (const { count, columns, starts: own } of factors) {
      for (let m = 0; m < count; m++) {
        for (let c = 0; c < columns; c++) for (let r = c; r < columns; r++) put(own[m]! + c, own[m]! + r);
      }
    }
    for (const { first, second, firstMembers, secondMembers } of pairs) {
      const [a, b] = [factors[first]!, factors[second]!];
      for (let e = 0; e < firstMembers.length; e++) {
        const [x, y] = [a.starts[firstMembers[e]!]!, b.starts[secondMembers[e]!]!];
        for (let i = 0; i < a.columns; i++) {
          for (let j = 0; j < b.columns; j++) put(Math.min(x + i, y + j), Math.max(x + i, y + j));
        }
      }
    }
    if (!fill) {
      for (let j = 0; j < size; j++) starts[j + 1]! += starts[j]!;
      next.set(starts.subarray(0, size));
      rows = new Int32Array(starts[size]!);
    }
  }
  return { size, starts, rows };
}

/** Where in the factor each product of a pair stands. */
function slotsOf(
  { first, second, firstMembers, secondMembers, values }: PairProducts,
  factors: readonly EquationFactor[],
  pattern: SparseTriangle,
): Int32Array {
  const [a, b] = [factors[first]!, factors[second]!];
  const slots = new Int32Array(values.length);
  for (let e = 0, at = 0; e < firstMembers.length; e++) {
    const [x, y] = [a.starts[firstMembers[e]!]!, b.starts[secondMembers[e]!]!];
    for (let i = 0; i < a.columns; i++) {
      for (let j = 0; j < b.columns; j++) slots[at++] = slotOf(pattern, Math.min(x + i, y + j), Math.max(x + i, y + j));
    }
  }
  return slots;
}

function slotOf({ starts, rows }: SparseTriangle, column: number, row: number): number {
  let [low, high] = [starts[column]!, starts[column + 1]! - 1];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (rows[middle]! < row) low = middle + 1;
    else high = middle;
  }
  return low;
}

function crossProducts(
  size: number,
  factors: readonly RandomFactor[],
  prepared: readonly EquationFactor[],
  columns: readonly Float64Array[],
): Float64Array {
  const width = columns.length;
  const cross = new Float64Array(size * width);
  for (const [f, { members, slope }] of factors.entries()) {
    const { starts } = prepared[f]!;
    for (const [c, column] of columns.entries()) {
      for (let row = 0; row < members.length; row++) {
        const at = starts[members[row]!]! * width + c;
        cross[at]! += column[row]!;
        if (slope) cross[at + width]! += slope[row]! * column[row]!;
      }
    }
  }
  return cross;
}
