import type { GroupTable, TableCell } from '../src/index.ts';

/** All cells that can have people, those that were not named included. */
export function leafCells({ dimensions, cells }: GroupTable): (TableCell & { readonly count: number })[] {
  const leaves = dimensions.map(({ categories }) =>
    categories.map(({ id }) => id).filter((id) => !categories.some(({ parent }) => parent === id)),
  );
  const addresses = leaves.reduce<string[][]>(
    (found, ids) => found.flatMap((at) => ids.map((id) => [...at, id])),
    [[]],
  );
  const given = new Map(cells.map((cell) => [cell.at.join('\n'), cell]));
  return addresses.flatMap((at) => {
    const cell = given.get(at.join('\n'));
    return cell?.count === null ? [] : [{ at, sums: [], ...cell, count: cell?.count ?? 0 }];
  });
}

/** Whether the cell is part of the group of a figure. */
export function isPart({ dimensions }: GroupTable, at: readonly string[], of: readonly (string | null)[]): boolean {
  return of.every((whole, d) => {
    if (whole === null) return true;
    const parents = new Map(dimensions[d]!.categories.map(({ id, parent }) => [id, parent]));
    for (let id: string | undefined = at[d]!; id !== undefined; id = parents.get(id)) if (id === whole) return true;
    return false;
  });
}
