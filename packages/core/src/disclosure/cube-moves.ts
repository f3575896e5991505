import type { DimensionTree } from './dimension-tree.ts';
import { keepMove, lacks, type Protection } from './protection.ts';

/**
 * A move of people's answers between the corners of a hypercube: in each dimension from one leaf to another, or to nowhere
 * (-1). Its signs multiply over the dimensions, so that every line of the table sums up to what it was. What is a sum over
 * only one of two leaves moves with it and must be hidden too.
 */
export interface Cube {
  readonly plus: readonly [number, number, number];
  readonly minus: readonly [number, number, number];
}

/** Elements a cube changes, with signs. */
interface Corners {
  count: number;
  readonly elements: Int32Array;
  readonly signs: Int8Array;
}

export interface CubeSearch {
  /**
   * The cheapest cube through an element that `accepts` it, at the price of what must be hidden in addition;
   * with `hiddenOnly` the first one at no price. Null where there is none.
   */
  find(element: number, hiddenOnly: boolean, accepts?: (corners: Corners) => boolean): Cube | null;
  /** What accepts a cube that changes a combination of atoms, with known counts and by the width of a score. */
  movesCombination(
    score: number,
    atoms: readonly number[],
    coefficients: ArrayLike<number>,
  ): (corners: Corners) => boolean;
  /** The move of one atom of an element to nowhere: free once all that it is part of is hidden. */
  everythingAbove(element: number): Cube;
  /** Takes a cube down as proven, and hides what it changes: the elements that were not hidden before. */
  apply(cube: Cube): number[];
}

// with very many leaves below a margin, moves of this many of them are tried
const MOST_LEAVES_BELOW = 24;

/** Price of hiding an element: how many people it would have told about, and more for margins, which many read. */
export type Price = (element: number) => number;

export function cubeSearch(protection: Protection, price: Price): CubeSearch {
  const { lattice, quantities, hidden, widths } = protection;
  const { trees, isAtom, noData, people } = lattice;
  const [, t1, t2] = trees;
  const most = trees.map((tree) => 2 * Math.max(...tree.chain.map((chain) => chain.length)));
  const corners: Corners = {
    count: 0,
    elements: new Int32Array(most[0]! * most[1]! * most[2]!),
    signs: new Int8Array(most[0]! * most[1]! * most[2]!),
  };
  const up = new Float64Array(quantities.length);
  const down = new Float64Array(quantities.length);
  const supports = most.map((size) => ({ count: 0, nodes: new Int32Array(size), signs: new Int8Array(size) }));
  const [s0, s1, s2] = supports as [Support, Support, Support];

  /** Fills the corners; false where one of them cannot move or the price is too high. */
  const costOf = (limit: number): number => {
    let cost = 0;
    corners.count = 0;
    for (let a = 0; a < s0.count; a++) {
      for (let b = 0; b < s1.count; b++) {
        const line = (s0.nodes[a]! * t1.size + s1.nodes[b]!) * t2.size;
        const sign = s0.signs[a]! * s1.signs[b]!;
        for (let c = 0; c < s2.count; c++) {
          const element = line + s2.nodes[c]!;
          if (noData[element] === 1) return Infinity;
          if (hidden[element] === 0) {
            cost += price(element);
            if (cost >= limit) return Infinity;
          }
          corners.elements[corners.count] = element;
          corners.signs[corners.count++] = sign * s2.signs[c]!;
        }
      }
    }
    return cost;
  };

  /** How far the corners can move, for each quantity. */
  const measure = (): void => {
    up.fill(Infinity);
    down.fill(Infinity);
    for (let c = 0; c < corners.count; c++) {
      const element = corners.elements[c]!;
      if (isAtom[element] === 0) continue;
      const forward = corners.signs[c]! > 0;
      const ahead = forward ? up : down;
      const back = forward ? down : up;
      for (let q = 0; q < quantities.length; q++) {
        const quantity = quantities[q]!;
        const fall = quantity.falls[element]!;
        if (fall < back[q]!) back[q] = fall;
        if (quantity.rises === null) continue;
        const rise = quantity.rises[element]!;
        if (rise < ahead[q]!) ahead[q] = rise;
      }
    }
  };

  const leavesBelow = (d: number, node: number): number[] => {
    const tree = trees[d]!;
    if (tree.isLeaf[node] === 1) return [node];
    const below = tree.leaves.filter((leaf) => tree.chain[leaf]!.includes(node));
    const stride = Math.ceil(below.length / MOST_LEAVES_BELOW);
    return below.filter((_, place) => place % stride === 0);
  };

  const find = (
    element: number,
    hiddenOnly: boolean,
    accepts: (corners: Corners) => boolean = () => !lacks(protection, element, up, down),
  ): Cube | null => {
    const [e0, e1, e2] = nodesOf(element, t1.size, t2.size);
    const others = trees.map((tree) => [...tree.leaves, -1]);
    let best: Cube | null = null;
    // a first cube at no price ends the search; otherwise the cheapest one wins
    let limit = hiddenOnly ? Number.MIN_VALUE : Infinity;
    for (const p1 of leavesBelow(1, e1)) {
      for (const m1 of others[1]!) {
        if (!support(t1, p1, m1, e1, s1)) continue;
        for (const p2 of leavesBelow(2, e2)) {
          for (const m2 of others[2]!) {
            if (!support(t2, p2, m2, e2, s2)) continue;
            s0.count = 1;
            s0.nodes[0] = e0;
            s0.signs[0] = 1;
            if (costOf(limit) === Infinity) continue;
            for (const p0 of leavesBelow(0, e0)) {
              for (const m0 of others[0]!) {
                if (!support(trees[0], p0, m0, e0, s0)) continue;
                const cost = costOf(limit);
                if (cost === Infinity) continue;
                measure();
                if (!accepts(corners)) continue;
                best = { plus: [p0, p1, p2], minus: [m0, m1, m2] };
                if (cost === 0) return best;
                limit = cost;
              }
            }
          }
        }
      }
    }
    return best;
  };

  const apply = ({ plus, minus }: Cube): number[] => {
    trees.forEach((tree, d) => {
      support(tree, plus[d]!, minus[d]!, plus[d]!, supports[d]!);
    });
    costOf(Infinity);
    measure();
    const added: number[] = [];
    for (let c = 0; c < corners.count; c++) {
      const element = corners.elements[c]!;
      if (hidden[element] === 0) added.push(element);
      hidden[element] = 1;
      const [ahead, back] = corners.signs[c]! > 0 ? [up, down] : [down, up];
      quantities.forEach((quantity, q) => {
        quantity.up[element] = Math.max(quantity.up[element]!, ahead[q]!);
        quantity.down[element] = Math.max(quantity.down[element]!, back[q]!);
      });
    }
    const atoms = [...corners.elements.subarray(0, corners.count).keys()].filter(
      (c) => isAtom[corners.elements[c]!] === 1 && people[corners.elements[c]!]! > 0,
    );
    widths.forEach((width, s) => {
      if (up[3 * s + 2]! + down[3 * s + 2]! < width / 2) return;
      keepMove(protection, s, {
        atoms: Int32Array.from(atoms, (c) => corners.elements[c]!),
        change: Float64Array.from(atoms, (c) => corners.signs[c]!),
      });
    });
    return added;
  };

  const movesCombination =
    (score: number, atoms: readonly number[], coefficients: ArrayLike<number>) =>
    ({ count, elements, signs }: Corners): boolean => {
      if (!(up[3 * score + 2]! + down[3 * score + 2]! >= widths[score]!)) return false;
      let change = 0;
      for (let c = 0; c < count; c++) {
        const place = atoms.indexOf(elements[c]!);
        if (place >= 0) change += coefficients[place]! * signs[c]!;
      }
      return Math.abs(change) > 1e-6;
    };

  const everythingAbove = (element: number): Cube => {
    const [i, j, k] = nodesOf(element, t1.size, t2.size);
    let [most, plus]: [number, Cube['plus']] = [-1, [i, j, k]];
    for (const a of trees[0].leaves.filter((leaf) => trees[0].chain[leaf]!.includes(i))) {
      for (const b of t1.leaves.filter((leaf) => t1.chain[leaf]!.includes(j))) {
        for (const c of t2.leaves.filter((leaf) => t2.chain[leaf]!.includes(k))) {
          const atom = (a * t1.size + b) * t2.size + c;
          if (noData[atom] === 0 && people[atom]! > most) [most, plus] = [people[atom]!, [a, b, c]];
        }
      }
    }
    return { plus, minus: [-1, -1, -1] };
  };

  return { find, movesCombination, everythingAbove, apply };
}

interface Support {
  count: number;
  readonly nodes: Int32Array;
  readonly signs: Int8Array;
}

/** The nodes that change when something moves from leaf `minus` to leaf `plus`; false where `through` is not one of them. */
function support(tree: DimensionTree, plus: number, minus: number, through: number, into: Support): boolean {
  into.count = 0;
  if (plus === minus) return false;
  const from = tree.chain[plus]!;
  const to = minus < 0 ? [] : tree.chain[minus]!;
  let common = 0;
  while (common < from.length && common < to.length && from[from.length - 1 - common] === to[to.length - 1 - common]) {
    common++;
  }
  let found = false;
  for (let i = 0; i < from.length - common; i++) {
    if (from[i] === through) found = true;
    into.nodes[into.count] = from[i]!;
    into.signs[into.count++] = 1;
  }
  for (let i = 0; i < to.length - common; i++) {
    into.nodes[into.count] = to[i]!;
    into.signs[into.count++] = -1;
  }
  return found;
}

function nodesOf(element: number, size1: number, size2: number): [number, number, number] {
  return [Math.floor(element / (size1 * size2)), Math.floor(element / size2) % size1, element % size2];
}
