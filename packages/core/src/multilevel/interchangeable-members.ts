import type { MixedEquations } from './mixed-equations.ts';
import type { SymmetricProducts } from './symmetric-products.ts';

/**
 * For each node the first one that it could change places with and no product would change: of the same group, with the same
 * products with itself and with each other effect. Persons of one team with as many answers are such, and all persons with
 * as many answers where there are no teams: what is true of one is true of all, and worked out once.
 */
export function interchangeableMembers(
  { factors, nodeFactor, nodeMember }: MixedEquations,
  { starts, columns, values }: SymmetricProducts,
): Int32Array {
  const first = new Map<string, number>();
  return nodeFactor.map((f, node) => {
    const factor = factors[f]!;
    const start = factor.starts[nodeMember[node]!]!;
    const end = start + factor.columns;
    let key = `${f}`;
    for (let p = starts[start]!; p < starts[end]!; p++) {
      const other = columns[p]!;
      key += other >= start && other < end ? ` ${other - end}:${values[p]}` : ` ${other}:${values[p]}`;
    }
    const known = first.get(key);
    if (known !== undefined) return known;
    first.set(key, node);
    return node;
  });
}
