import type { MixedModelData } from './mixed-model-types.ts';

/** The rows of a model that lack nothing, ids counted anew from 0 without gaps. */
export interface CompleteRows {
  readonly n: number;
  readonly excluded: number;
  readonly outcome: Float64Array;
  readonly fixed: readonly Float64Array[];
  readonly groups: readonly {
    readonly members: Int32Array;
    /** the id of each member, ascending */
    readonly ids: Int32Array;
    readonly slope: Float64Array | null;
    readonly correlated: boolean;
  }[];
}

/**
 * Leaves out rows in which outcome, a column or a slope is NaN, or a group unknown, as R's `na.omit`.
 *
 * @throws RangeError for columns of different lengths, an infinite value, an id that is no whole number below 2^31
 */
export function completeRows({ outcome, fixed, groups }: MixedModelData): CompleteRows {
  const total = outcome.length;
  const slopes = groups.map(({ slope }) => slope?.values ?? null);
  const columns: [string, ArrayLike<number>][] = [
    ['outcome', outcome],
    ...fixed.map(({ name, values }): [string, ArrayLike<number>] => [name, values]),
    ...groups.flatMap(({ slope }): [string, ArrayLike<number>][] => (slope ? [[slope.name, slope.values]] : [])),
  ];
  const keep = new Uint8Array(total).fill(1);
  for (const [name, values] of columns) {
    if (values.length !== total)
      throw new RangeError(`Unexpected rows of ${name}: ${values.length}, expected ${total}.`);
    for (let row = 0; row < total; row++) {
      const value = values[row]!;
      if (Number.isNaN(value)) keep[row] = 0;
      else if (!Number.isFinite(value)) throw new RangeError(`Unexpected value of ${name} in row ${row}: ${value}.`);
    }
  }
  for (const { name, ids } of groups) {
    if (ids.length !== total) throw new RangeError(`Unexpected rows of ${name}: ${ids.length}, expected ${total}.`);
    for (let row = 0; row < total; row++) {
      const id = ids[row]!;
      if (id !== (id | 0)) throw new RangeError(`Unexpected id of ${name} in row ${row}: ${id}.`);
      if (id < 0) keep[row] = 0;
    }
  }
  const rows = new Int32Array(total);
  let n = 0;
  for (let row = 0; row < total; row++) if (keep[row]) rows[n++] = row;
  const chosen = (values: ArrayLike<number>): Float64Array => {
    const column = new Float64Array(n);
    for (let i = 0; i < n; i++) column[i] = values[rows[i]!]!;
    return column;
  };
  return {
    n,
    excluded: total - n,
    outcome: chosen(outcome),
    fixed: fixed.map(({ values }) => chosen(values)),
    groups: groups.map(({ ids, slope }, g) => ({
      ...renumbered(Int32Array.from({ length: n }, (_, i) => ids[rows[i]!]!)),
      slope: slopes[g] ? chosen(slopes[g]) : null,
      correlated: slope?.correlated ?? true,
    })),
  };
}

function renumbered(ids: Int32Array): { members: Int32Array; ids: Int32Array } {
  const sorted = ids.slice().sort();
  let count = 0;
  for (let i = 0; i < sorted.length; i++) if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[count++] = sorted[i]!;
  const used = sorted.slice(0, count);
  const largest = count === 0 ? 0 : used[count - 1]!;
  const members = new Int32Array(ids.length);
  if (largest < 4 * ids.length + 1024) {
    const place = new Int32Array(largest + 1);
    for (let m = 0; m < count; m++) place[used[m]!] = m;
    for (let i = 0; i < ids.length; i++) members[i] = place[ids[i]!]!;
  } else {
    const place = new Map<number, number>();
    for (let m = 0; m < count; m++) place.set(used[m]!, m);
    for (let i = 0; i < ids.length; i++) members[i] = place.get(ids[i]!)!;
  }
  return { members, ids: used };
}
