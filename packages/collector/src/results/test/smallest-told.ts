/**
 * The fewest people whose sum follows by adding and subtracting sums over sets of people, or `enough` where it is not fewer:
 * people who are in the same of the sets cannot be told apart, and weigh alike in whatever is made of these.
 */
export function smallestTold(sets: readonly ReadonlySet<string>[], enough: number): number {
  const kinds = new Map<string, { readonly vector: readonly number[]; size: number }>();
  for (const person of new Set(sets.flatMap((set) => [...set]))) {
    const vector = sets.map((set) => Number(set.has(person)));
    const known = kinds.get(vector.join(''));
    if (known === undefined) kinds.set(vector.join(''), { vector, size: 1 });
    else known.size++;
  }
  const all = [...kinds.values()];
  const few = all.filter(({ size }) => size < enough);
  const rank = (of: readonly { readonly vector: readonly number[] }[]) => rankOf(of.map(({ vector }) => vector));
  const full = rank(all);
  let smallest = enough;
  const search = (from: number, chosen: ReadonlySet<unknown>, size: number) => {
    // a combination of the sets that is zero for everybody else, and not for them
    if (chosen.size > 0 && rank(all.filter((kind) => !chosen.has(kind))) < full) smallest = Math.min(smallest, size);
    for (let at = from; at < few.length; at++) {
      const more = size + few[at]!.size;
      if (more < smallest) search(at + 1, new Set([...chosen, few[at]!]), more);
    }
  };
  search(0, new Set(), 0);
  return smallest;
}

function rankOf(rows: readonly (readonly number[])[]): number {
  const left = rows.map((row) => [...row]);
  let rank = 0;
  for (let column = 0; column < (left[0]?.length ?? 0); column++) {
    const at = left.findIndex((row, i) => i >= rank && Math.abs(row[column]!) > 1e-9);
    if (at < 0) continue;
    [left[rank], left[at]] = [left[at]!, left[rank]!];
    const pivot = left[rank]!;
    for (const row of left.slice(rank + 1)) {
      const factor = row[column]! / pivot[column]!;
      if (factor !== 0) for (let i = column; i < row.length; i++) row[i]! -= factor * pivot[i]!;
    }
    rank++;
  }
  return rank;
}
