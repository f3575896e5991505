import { solveSparseLower, solveSparseUpper } from '../linalg/index.ts';
import type { MixedEquations } from './mixed-equations.ts';
import { scaleEffects, scaleTransposed } from './scale-effects.ts';
import { addProducts, type SymmetricProducts } from './symmetric-products.ts';

/** Effects that have to do with each other: first column, end, first node, end. */
export type EffectBlock = readonly [from: number, to: number, firstNode: number, lastNode: number];

export const wholeBlock = ({ size, nodeFactor }: MixedEquations): EffectBlock => [0, size, 0, nodeFactor.length];

export const effectBlock = ({ blockColumns, blockNodes }: MixedEquations, block: number): EffectBlock => [
  blockColumns[block]!,
  blockColumns[block + 1]!,
  blockNodes[block]!,
  blockNodes[block + 1]!,
];

/**
 * C = Z'V^-1 Z times vectors, V the covariance of the rows over the residual variance: C = S - S Lambda (L L')^-1 Lambda'S,
 * S = Z'Z. Takes S v in `vectors`, `columns` numbers an effect, and leaves C v in its place.
 *
 * @param columns at most `widest`
 */
export function covarianceProducts(
  equations: MixedEquations,
  theta: Float64Array,
  factor: Float64Array,
  products: SymmetricProducts,
  widest: number,
): (vectors: Float64Array, columns: number, block: EffectBlock) => void {
  const { size, pattern } = equations;
  const scratch = new Float64Array(size * Math.max(widest, 1));
  return (vectors, columns, [from, to, firstNode, lastNode]) => {
    scratch.set(vectors.subarray(from * columns, to * columns), from * columns);
    scaleTransposed(equations, theta, scratch, columns, firstNode, lastNode);
    solveSparseLower(pattern, factor, scratch, columns, from, to);
    solveSparseUpper(pattern, factor, scratch, columns, from, to);
    scaleEffects(equations, theta, scratch, columns, firstNode, lastNode);
    addProducts(products, -1, scratch, vectors, columns, from, to);
  };
}
