import { nodesOf } from './lattice-address.ts';
import { keepMove } from './move.ts';
import { type Protection, type Shortfall, settleRoom } from './protection.ts';
import { fillSupport, leavesBelow, onlyNode, type Support, signOf, supportFor } from './support.ts';

/**
 * A move of people's answers between the corners of a hypercube: in each dimension from one leaf to another, or to nowhere
 * (-1). Its signs multiply over the dimensions, so that every line of the table sums up to what it was. What is a sum over
 * only one of two leaves moves with it and must be hidden too.
 */
export interface Cube {
  readonly plus: readonly [number, number, number];
  readonly minus: readonly [number, number, number];
}

export interface CubeSearch {
  /**
   * The cheapest cube through an element that makes up a shortfall, at the price of what must be hidden in addition; with
   * `free` the first one for which nothing must be. Null where there is none.
   */
  find(element: number, free: boolean, shortfall: Shortfall): Cube | null;
  /** The move of one atom of an element to nowhere: nothing holds it once all that it is part of is hidden. */
  everythingAbove(element: number): Cube;
  /** Takes a cube down as proven, and hides what it changes: the elements that were not hidden before. */
  apply(cube: Cube): number[];
}

/**
 * The hypercube method of cell suppression, with margins and subtotals as corners, and with the room of every cube measured.
 *
 * @param price of hiding an element
 * @see Hundepool et al. (2012), doi:10.1002/9781118348239, chapter 4
 */
export function cubeSearch(protection: Protection, price: (element: number) => number): CubeSearch {
  const { lattice, quantities, hidden, moves } = protection;
  const { trees, isAtom, noData, people } = lattice;
  const [t0, t1, t2] = trees;
  // what is known to be empty cannot move at any price
  const prices = Float64Array.from(noData, (is, e) => (is === 1 ? Infinity : price(e)));
  const [s0, s1, s2] = trees.map(supportFor) as [Support, Support, Support];
  const leaves = trees.map((tree) => [...tree.leaves, -1]) as [number[], number[], number[]];
  const up = new Float64Array(quantities.length);
  const down = new Float64Array(quantities.length);

  const cost = (limit: number): number => {
    let sum = 0;
    for (let a = 0; a < s0.count; a++) {
      for (let b = 0; b < s1.count; b++) {
        const line = (s0.nodes[a]! * t1.size + s1.nodes[b]!) * t2.size;
        for (let c = 0; c < s2.count; c++) {
          const element = line + s2.nodes[c]!;
          if (hidden[element] === 0) sum += prices[element]!;
        }
        if (sum >= limit) return Infinity;
      }
    }
    return sum;
  };

  /** How far the corners can move, for each quantity; stops with false once that cannot make up the shortfall. */
  const measure = (shortfall: Shortfall | null): boolean => {
    up.fill(Infinity);
    down.fill(Infinity);
    for (let a = 0; a < s0.count; a++) {
      for (let b = 0; b < s1.count; b++) {
        const line = (s0.nodes[a]! * t1.size + s1.nodes[b]!) * t2.size;
        for (let c = 0; c < s2.count; c++) {
          const element = line + s2.nodes[c]!;
          if (isAtom[element] === 0) continue;
          const forward = s0.signs[a]! * s1.signs[b]! * s2.signs[c]! > 0;
          const ahead = forward ? up : down;
          const back = forward ? down : up;
          for (let q = 0; q < quantities.length; q++) {
            const { falls, rises } = quantities[q]!;
            if (falls[element]! < back[q]!) back[q] = falls[element]!;
            if (rises !== null && rises[element]! < ahead[q]!) ahead[q] = rises[element]!;
          }
          if (shortfall?.remains(up, down)) return false;
        }
      }
    }
    settleRoom(up, down);
    return shortfall === null || !shortfall.remains(up, down);
  };

  const find = (element: number, free: boolean, shortfall: Shortfall): Cube | null => {
    const [e0, e1, e2] = nodesOf(lattice, element);
    const [plus0, plus1, plus2] = [leavesBelow(t0, e0), leavesBelow(t1, e1), leavesBelow(t2, e2)];
    let best: Cube | null = null;
    let limit = free ? Number.MIN_VALUE : Infinity;
    for (const p1 of plus1) {
      for (const m1 of leaves[1]) {
        if (!fillSupport(t1, p1, m1, e1, s1)) continue;
        for (const p2 of plus2) {
          for (const m2 of leaves[2]) {
            if (!fillSupport(t2, p2, m2, e2, s2)) continue;
            // the corners on this side of the first dimension are the same for everything on its other side
            onlyNode(s0, e0);
            if (cost(limit) === Infinity || !measure(shortfall)) continue;
            for (const p0 of plus0) {
              for (const m0 of leaves[0]) {
                if (!fillSupport(t0, p0, m0, e0, s0)) continue;
                const sum = cost(limit);
                if (sum === Infinity || !measure(shortfall) || shortfall.misses?.(changeOf, up, down)) continue;
                best = { plus: [p0, p1, p2], minus: [m0, m1, m2] };
                if (sum === 0) return best;
                limit = sum;
              }
            }
          }
        }
      }
    }
    return best;
  };

  /** Sign of an element in the cube at hand, 0 outside of it. */
  const changeOf = (element: number): number => {
    const [i, j, k] = nodesOf(lattice, element);
    return signOf(s0, i) * signOf(s1, j) * signOf(s2, k);
  };

  const everythingAbove = (element: number): Cube => {
    const [i, j, k] = nodesOf(lattice, element);
    let [most, plus]: [number, Cube['plus']] = [-1, [i, j, k]];
    for (const a of t0.leaves.filter((leaf) => t0.chain[leaf]!.includes(i))) {
      for (const b of t1.leaves.filter((leaf) => t1.chain[leaf]!.includes(j))) {
        for (const c of t2.leaves.filter((leaf) => t2.chain[leaf]!.includes(k))) {
          const atom = (a * t1.size + b) * t2.size + c;
          if (noData[atom] === 0 && people[atom]! > most) [most, plus] = [people[atom]!, [a, b, c]];
        }
      }
    }
    return { plus, minus: [-1, -1, -1] };
  };

  const apply = ({ plus, minus }: Cube): number[] => {
    [s0, s1, s2].forEach((support, d) => {
      fillSupport(trees[d]!, plus[d]!, minus[d]!, plus[d]!, support);
    });
    measure(null);
    const added: number[] = [];
    const atoms: number[] = [];
    const change: number[] = [];
    for (let a = 0; a < s0.count; a++) {
      for (let b = 0; b < s1.count; b++) {
        for (let c = 0; c < s2.count; c++) {
          const element = (s0.nodes[a]! * t1.size + s1.nodes[b]!) * t2.size + s2.nodes[c]!;
          const sign = s0.signs[a]! * s1.signs[b]! * s2.signs[c]!;
          if (hidden[element] === 0) added.push(element);
          hidden[element] = 1;
          quantities.forEach((quantity, q) => {
            quantity.up[element] = Math.max(quantity.up[element]!, sign > 0 ? up[q]! : down[q]!);
            quantity.down[element] = Math.max(quantity.down[element]!, sign > 0 ? down[q]! : up[q]!);
          });
          if (isAtom[element] === 0 || people[element] === 0) continue;
          atoms.push(element);
          change.push(sign);
        }
      }
    }
    moves.forEach((known, s) => {
      const length = up[3 * s + 2]! + down[3 * s + 2]!;
      if (length > 0) keepMove(known, { atoms, change: change.map((sign) => sign * length) });
    });
    return added;
  };

  return { find, everythingAbove, apply };
}
