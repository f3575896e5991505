import { type DimensionTree, dimensionTree, type TableDimension } from './dimension-tree.ts';

/** A score whose means are published; the range is what one person's score can be. */
export interface TableScore {
  readonly name: string;
  readonly minimum: number;
  readonly maximum: number;
}

/** The people in one category of every dimension. */
export interface TableCell {
  /** a category without children for each dimension, in their order */
  readonly at: readonly string[];
  /** people who answered; null where it is publicly known that nobody could (a team that was not asked) */
  readonly count: number | null;
  /** sum of each score over these people, in the order of the scores */
  readonly sums?: readonly number[];
}

/** A table of groups, up to three dimensions, to be published with all its margins and subtotals. */
export interface GroupTable {
  readonly dimensions: readonly TableDimension[];
  /** cells that are not named have a count of 0 */
  readonly cells: readonly TableCell[];
  /** default none: a table of counts */
  readonly scores?: readonly TableScore[];
}

/**
 * All figures of a table as flat arrays: the elements are the combinations of nodes of three trees (dimensions that are not
 * there have one node), the largest dimension first. The atoms are the elements whose nodes are all leaves; every other
 * element is a sum of atoms.
 */
export interface TableLattice {
  readonly trees: readonly [DimensionTree, DimensionTree, DimensionTree];
  /** place of each tree among the dimensions of the table, -1 for one that was added */
  readonly dimensions: readonly [number, number, number];
  readonly elements: number;
  readonly isAtom: Uint8Array;
  /** 1 where all atoms below are publicly known to be empty */
  readonly noData: Uint8Array;
  readonly people: Float64Array;
  /** sums of each score */
  readonly sums: readonly Float64Array[];
  /** for each score the sum of what people are above its minimum, and of what they are below its maximum, over its range */
  readonly above: readonly Float64Array[];
  readonly below: readonly Float64Array[];
  readonly scores: readonly TableScore[];
}

const MOST_DIMENSIONS = 3;
const NOTHING: TableDimension = { name: '', categories: [{ id: '' }], total: false };

/**
 * @throws RangeError for a table without dimensions or with more than three, cells that are there twice or nowhere, counts
 *   that are not whole, and sums outside the range of the score
 */
export function tableLattice({ dimensions, cells, scores = [] }: GroupTable): TableLattice {
  if (dimensions.length === 0 || dimensions.length > MOST_DIMENSIONS) {
    throw new RangeError(`Unexpected number of dimensions: ${dimensions.length}.`);
  }
  for (const { name, minimum, maximum } of scores) {
    if (!(maximum > minimum && Number.isFinite(maximum - minimum))) {
      throw new RangeError(`Unexpected range of "${name}": ${minimum} to ${maximum}.`);
    }
  }
  const padded = [...dimensions, NOTHING, NOTHING].slice(0, MOST_DIMENSIONS);
  const unordered = padded.map(dimensionTree);
  const order = [0, 1, 2].sort((a, b) => unordered[b]!.size - unordered[a]!.size || a - b);
  const trees = order.map((place) => unordered[place]!) as [DimensionTree, DimensionTree, DimensionTree];
  const [t0, t1, t2] = trees;
  const elements = t0.size * t1.size * t2.size;
  const lattice = {
    trees,
    dimensions: order.map((place) => (place < dimensions.length ? place : -1)) as [number, number, number],
    elements,
    isAtom: new Uint8Array(elements),
    noData: new Uint8Array(elements).fill(1),
    people: new Float64Array(elements),
    sums: scores.map(() => new Float64Array(elements)),
    above: scores.map(() => new Float64Array(elements)),
    below: scores.map(() => new Float64Array(elements)),
    scores,
  };
  for (const i of t0.leaves)
    for (const j of t1.leaves) for (const k of t2.leaves) lattice.isAtom[(i * t1.size + j) * t2.size + k] = 1;

  const nodeOf = padded.map(
    (dimension, d) => new Map(dimension.categories.map(({ id }, node) => [id, [node, d] as const])),
  );
  const seen = new Uint8Array(elements);
  const add = ({ at, count, sums = [] }: TableCell): void => {
    const nodes = order.map((place) => {
      const id = place < dimensions.length ? at[place] : '';
      const node = id === undefined ? undefined : nodeOf[place]!.get(id)?.[0];
      if (node === undefined || unordered[place]!.isLeaf[node] === 0) throw new RangeError(`Unexpected cell: ${at}.`);
      return node;
    });
    const atom = (nodes[0]! * t1.size + nodes[1]!) * t2.size + nodes[2]!;
    if (at.length !== dimensions.length || seen[atom] === 1) throw new RangeError(`Unexpected cell: ${at}.`);
    seen[atom] = 1;
    if (count === null) return;
    refuseBadCell(at, count, sums, scores);
    for (const i of t0.chain[nodes[0]!]!) {
      for (const j of t1.chain[nodes[1]!]!) {
        for (const k of t2.chain[nodes[2]!]!) {
          const element = (i * t1.size + j) * t2.size + k;
          lattice.noData[element] = 0;
          lattice.people[element]! += count;
          scores.forEach(({ minimum, maximum }, s) => {
            const sum = sums[s] ?? 0;
            lattice.sums[s]![element]! += sum;
            lattice.above[s]![element]! += Math.max(sum - count * minimum, 0) / (maximum - minimum);
            lattice.below[s]![element]! += Math.max(count * maximum - sum, 0) / (maximum - minimum);
          });
        }
      }
    }
  };
  cells.forEach(add);
  // a cell that was not named is a count of nobody, not a lack of data
  for (let atom = 0; atom < elements; atom++) {
    if (lattice.isAtom[atom] === 1 && seen[atom] === 0) markAsked(lattice, atom);
  }
  return lattice;
}

function markAsked({ trees: [t0, t1, t2], noData }: TableLattice, atom: number): void {
  const [i, j, k] = [Math.floor(atom / (t1.size * t2.size)), Math.floor(atom / t2.size) % t1.size, atom % t2.size];
  for (const a of t0.chain[i]!)
    for (const b of t1.chain[j]!) for (const c of t2.chain[k]!) noData[(a * t1.size + b) * t2.size + c] = 0;
}

function refuseBadCell(
  at: readonly string[],
  count: number,
  sums: readonly number[],
  scores: readonly TableScore[],
): void {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`Unexpected count of ${at}: ${count}.`);
  scores.forEach(({ name, minimum, maximum }, s) => {
    const sum = sums[s] ?? (count === 0 ? 0 : NaN);
    const slack = 1e-9 * Math.max(1, count) * Math.max(Math.abs(minimum), Math.abs(maximum), 1);
    if (!(sum >= count * minimum - slack && sum <= count * maximum + slack)) {
      throw new RangeError(`Unexpected sum of "${name}" of ${at}: ${sums[s]} over ${count}.`);
    }
  });
}
