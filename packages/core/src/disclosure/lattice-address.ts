import type { TableLattice } from './table-lattice.ts';

/** Nodes of an element, in the order of the trees. */
export function nodesOf({ trees: [, t1, t2] }: TableLattice, element: number): [number, number, number] {
  return [Math.floor(element / (t1.size * t2.size)), Math.floor(element / t2.size) % t1.size, element % t2.size];
}

/** Categories of an element, in the order of the table's dimensions; null for a total. */
export function addressOf(lattice: TableLattice, element: number): (string | null)[] {
  const nodes = nodesOf(lattice, element);
  const at: (string | null)[] = [];
  lattice.dimensions.forEach((dimension, place) => {
    if (dimension >= 0) at[dimension] = lattice.trees[place]!.ids[nodes[place]!]!;
  });
  return at;
}

/** All elements, the last of the table's dimensions running fastest. */
export function elementsInOrder({ trees, dimensions }: TableLattice): number[] {
  const strides = [trees[1].size * trees[2].size, trees[2].size, 1];
  let elements = [0];
  for (let dimension = 0; dimension < dimensions.length; dimension++) {
    const place = dimensions.indexOf(dimension);
    if (place < 0) break;
    elements = elements.flatMap((at) =>
      Array.from({ length: trees[place]!.size }, (_, node) => at + node * strides[place]!),
    );
  }
  return elements;
}
