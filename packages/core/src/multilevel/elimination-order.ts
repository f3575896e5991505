import { minimumDegreeOrder } from '../linalg/index.ts';
import type { PairProducts, RandomFactor } from './group-products.ts';

// above this many members of the smaller groups the order by size stands, which for nested groups is the best one
const MOST_ORDERED = 8192;

/** In which order members of all groups are eliminated. A member's node is its number, after those of earlier groups. */
export interface EliminationOrder {
  /** nodes in their order; those of a block stand together */
  readonly nodes: Int32Array;
  /** where each block of nodes that have to do with each other begins, and the end */
  readonly blocks: Int32Array;
}

/**
 * Members of the largest group first: they never meet each other, and nested in one team each leaves no trace but on its
 * team. The rest, and what persons who move tie together, by minimum degree.
 */
export function eliminationOrder(factors: readonly RandomFactor[], pairs: readonly PairProducts[]): EliminationOrder {
  const offsets = factors.map((_, f) => factors.slice(0, f).reduce((sum, { count }) => sum + count, 0));
  const total = factors.reduce((sum, { count }) => sum + count, 0);
  const bySize = factors.map((_, f) => f).sort((a, b) => factors[b]!.count - factors[a]!.count);
  const order = new Int32Array(total);
  let at = 0;
  for (const f of bySize) for (let m = 0; m < factors[f]!.count; m++) order[at++] = offsets[f]! + m;

  const largest = factors[bySize[0]!]!.count;
  const rest = total - largest;
  if (rest > 1 && rest <= MOST_ORDERED) {
    const number = new Int32Array(total).fill(-1);
    for (let i = 0; i < rest; i++) number[order[largest + i]!] = i;
    const touched: number[][] = Array.from({ length: largest }, () => []);
    const cliques: ArrayLike<number>[] = [];
    for (const { first, second, firstMembers, secondMembers } of pairs) {
      for (let e = 0; e < firstMembers.length; e++) {
        const a = number[offsets[first]! + firstMembers[e]!]!;
        const b = number[offsets[second]! + secondMembers[e]!]!;
        if (a < 0) touched[firstMembers[e]!]!.push(b);
        else if (b < 0) touched[secondMembers[e]!]!.push(a);
        else cliques.push([a, b]);
      }
    }
    for (const clique of touched) if (clique.length > 1) cliques.push(clique);
    const smaller = order.slice(largest);
    minimumDegreeOrder(rest, cliques).forEach((node, i) => (order[largest + i] = smaller[node]!));
  }
  return byBlocks(order, offsets, pairs);
}

/** Sorts nodes by the block they belong to, within it as they stand. */
function byBlocks(order: Int32Array, offsets: readonly number[], pairs: readonly PairProducts[]): EliminationOrder {
  const parent = order.map((_, node) => node);
  const rootOf = (node: number): number => {
    let root = node;
    while (parent[root] !== root) root = parent[root] = parent[parent[root]!]!;
    return root;
  };
  for (const { first, second, firstMembers, secondMembers } of pairs) {
    for (let e = 0; e < firstMembers.length; e++) {
      const a = rootOf(offsets[first]! + firstMembers[e]!);
      const b = rootOf(offsets[second]! + secondMembers[e]!);
      if (a !== b) parent[Math.max(a, b)] = Math.min(a, b);
    }
  }
  const blockOf = new Int32Array(order.length).fill(-1);
  const sizes: number[] = [];
  for (const node of order) {
    const root = rootOf(node);
    if (blockOf[root]! < 0) blockOf[root] = sizes.push(0) - 1;
    sizes[blockOf[root]!]!++;
  }
  const blocks = new Int32Array(sizes.length + 1);
  for (let b = 0; b < sizes.length; b++) blocks[b + 1] = blocks[b]! + sizes[b]!;
  const next = blocks.slice();
  const nodes = new Int32Array(order.length);
  for (const node of order) nodes[next[blockOf[rootOf(node)]!]!++] = node;
  return { nodes, blocks };
}
