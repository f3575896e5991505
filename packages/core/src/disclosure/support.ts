import type { DimensionTree } from './dimension-tree.ts';

// with very many leaves below a margin, moves of about this many of them are tried
const MOST_LEAVES_BELOW = 24;

/** The nodes of one dimension that change, with signs. */
export interface Support {
  count: number;
  readonly nodes: Int32Array;
  readonly signs: Int8Array;
}

/** Room for the longest change of one dimension. */
export function supportFor({ chain }: DimensionTree): Support {
  const most = 2 * Math.max(...chain.map((nodes) => nodes.length));
  return { count: 0, nodes: new Int32Array(most), signs: new Int8Array(most) };
}

/** A change of one node and nothing else. */
export function onlyNode(into: Support, node: number): void {
  into.count = 1;
  into.nodes[0] = node;
  into.signs[0] = 1;
}

/** The nodes that change when something moves from leaf `minus` to leaf `plus`; false where `through` does not rise. */
export function fillSupport(tree: DimensionTree, plus: number, minus: number, through: number, into: Support): boolean {
  into.count = 0;
  if (plus === minus) return false;
  const to = tree.chain[plus]!;
  const from = minus < 0 ? [] : tree.chain[minus]!;
  let common = 0;
  while (common < to.length && common < from.length && to[to.length - 1 - common] === from[from.length - 1 - common]) {
    common++;
  }
  let found = false;
  for (let i = 0; i < to.length - common; i++) {
    if (to[i] === through) found = true;
    into.nodes[into.count] = to[i]!;
    into.signs[into.count++] = 1;
  }
  for (let i = 0; i < from.length - common; i++) {
    into.nodes[into.count] = from[i]!;
    into.signs[into.count++] = -1;
  }
  return found;
}

/** 0 for a node that does not change. */
export function signOf({ count, nodes, signs }: Support, node: number): number {
  for (let i = 0; i < count; i++) if (nodes[i] === node) return signs[i]!;
  return 0;
}

/** The leaves of a node, or a sample of them. */
export function leavesBelow({ isLeaf, leaves, chain }: DimensionTree, node: number): readonly number[] {
  if (isLeaf[node] === 1) return [node];
  const below = leaves.filter((leaf) => chain[leaf]!.includes(node));
  const stride = Math.ceil(below.length / MOST_LEAVES_BELOW);
  return below.filter((_, place) => place % stride === 0);
}
