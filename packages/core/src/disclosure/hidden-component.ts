import type { LinearForm } from '../optimize/index.ts';
import type { TableLattice } from './table-lattice.ts';

/** Hidden elements that hang together by the lines of the table, and the equations between them. */
export interface HiddenComponent {
  readonly elements: readonly number[];
  /** place of an element among the elements */
  readonly placeOf: ReadonlyMap<number, number>;
  /** one for each line with hidden elements in it: parts less whole is what the shown figures say it is */
  readonly rows: readonly LinearForm[];
}

/**
 * The hidden elements that are connected with `element` by lines (a whole and its parts along one dimension). Only they
 * can move together with it; null where there are more than `most`.
 */
export function hiddenComponent(
  { trees }: TableLattice,
  hidden: Uint8Array,
  element: number,
  most: number,
): HiddenComponent | null {
  const strides = [trees[1].size * trees[2].size, trees[2].size, 1];
  const placeOf = new Map([[element, 0]]);
  const elements = [element];
  const rows: LinearForm[] = [];
  const seen = new Set<number>();
  const visit = (e: number): number => {
    const known = placeOf.get(e);
    if (known !== undefined) return known;
    placeOf.set(e, elements.length);
    return elements.push(e) - 1;
  };
  for (let next = 0; next < elements.length; next++) {
    if (elements.length > most) return null;
    const e = elements[next]!;
    trees.forEach((tree, d) => {
      const node = Math.floor(e / strides[d]!) % tree.size;
      for (const whole of [node, tree.parent[node]!]) {
        if (whole < 0 || tree.children[whole]!.length === 0) continue;
        const at = e + (whole - node) * strides[d]!;
        if (seen.has(3 * at + d)) continue;
        seen.add(3 * at + d);
        const variables: number[] = [];
        const coefficients: number[] = [];
        for (const part of [whole, ...tree.children[whole]!]) {
          const other = at + (part - whole) * strides[d]!;
          if (hidden[other] === 0) continue;
          variables.push(visit(other));
          coefficients.push(part === whole ? -1 : 1);
        }
        rows.push({ variables, coefficients });
      }
    });
  }
  return { elements, placeOf, rows };
}
