/** A category of a dimension; with `parent` it is part of a larger category, which is published as a subtotal. */
export interface TableCategory {
  readonly id: string;
  readonly parent?: string;
}

/** What a table is broken down by: teams (perhaps within departments), professional groups, waves. */
export interface TableDimension {
  readonly name: string;
  readonly categories: readonly TableCategory[];
  /** whether figures over all categories are published too, default true; often false for waves */
  readonly total?: boolean;
}

/** The categories as numbered nodes; the total is the last node. Every parent is the sum of its children. */
export interface DimensionTree {
  readonly size: number;
  /** null for the total */
  readonly ids: readonly (string | null)[];
  /** number of the parent, -1 for none */
  readonly parent: Int32Array;
  readonly children: readonly (readonly number[])[];
  /** nodes without children: the people themselves are there */
  readonly leaves: readonly number[];
  readonly isLeaf: Uint8Array;
  /** each node and what it is part of, upward */
  readonly chain: readonly (readonly number[])[];
}

/**
 * @throws RangeError for no category, one that is there twice, an unknown parent, or parents in a circle
 */
export function dimensionTree({ name, categories, total = true }: TableDimension): DimensionTree {
  const ids: (string | null)[] = categories.map(({ id }) => id);
  const numbers = new Map(categories.map(({ id }, node) => [id, node]));
  if (categories.length === 0) throw new RangeError(`Unexpected dimension: "${name}" has no categories.`);
  if (numbers.size < categories.length) throw new RangeError(`Unexpected dimension: "${name}" has a category twice.`);
  if (total) ids.push(null);
  const size = ids.length;
  const top = total ? size - 1 : -1;
  const parent = new Int32Array(size).fill(-1);
  const children: number[][] = Array.from({ length: size }, () => []);
  categories.forEach(({ parent: id }, node) => {
    const above = id === undefined ? top : numbers.get(id);
    if (above === undefined) throw new RangeError(`Unexpected parent in "${name}": ${id}.`);
    parent[node] = above;
    if (above >= 0) children[above]!.push(node);
  });
  const chain = ids.map((id, start) => {
    const nodes: number[] = [];
    for (let node = start; node >= 0; node = parent[node]!) {
      if (nodes.length > size) throw new RangeError(`Unexpected parent in "${name}": ${id} is part of itself.`);
      nodes.push(node);
    }
    return nodes;
  });
  const isLeaf = Uint8Array.from(children, (below, node) => (below.length === 0 && node !== top ? 1 : 0));
  const leaves = [...isLeaf.keys()].filter((node) => isLeaf[node] === 1);
  return { size, ids, parent, children, leaves, isLeaf, chain };
}
