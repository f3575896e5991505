import type { TableLattice } from './table-lattice.ts';

/**
 * The complement rule: where a whole is shown, its hidden parts along a dimension are a group that everybody can subtract
 * down to, and must be enough people together. Returns a further element to hide for each line in which they are not: the
 * cheapest part that is shown, or the whole; with the part it is hidden for.
 */
export function shortLines(
  { trees, elements, noData, people }: TableLattice,
  hidden: Uint8Array,
  minimum: number,
  price: (element: number) => number,
): Map<number, number> {
  const strides = [trees[1].size * trees[2].size, trees[2].size, 1];
  const more = new Map<number, number>();
  for (let whole = 0; whole < elements; whole++) {
    if (hidden[whole] === 1 || noData[whole] === 1) continue;
    trees.forEach((tree, d) => {
      const node = Math.floor(whole / strides[d]!) % tree.size;
      let [together, part, cheapest] = [0, -1, whole];
      for (const child of tree.children[node]!) {
        const element = whole + (child - node) * strides[d]!;
        if (noData[element] === 1) continue;
        if (hidden[element] === 1 || more.has(element)) {
          together += people[element]!;
          part = element;
        } else if (cheapest === whole || price(element) < price(cheapest)) cheapest = element;
      }
      if (part >= 0 && together < minimum) more.set(cheapest, part);
    });
  }
  return more;
}
