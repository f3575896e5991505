import type { GroupTable, TableFigure } from '../src/index.ts';
import { isPart, leafCells } from './leaf-cells.ts';

/** The naive rule: a figure about fewer people than the minimum is not shown, and every other one is. */
export function naiveFigures(table: GroupTable, minimum: number): TableFigure[] {
  const cells = leafCells(table);
  const scores = table.scores ?? [];
  const addresses = table.dimensions.reduce<(string | null)[][]>(
    (found, { categories, total = true }) =>
      found.flatMap((at) => [...categories.map(({ id }) => id), ...(total ? [null] : [])].map((id) => [...at, id])),
    [[]],
  );
  return addresses.map((at) => {
    const parts = cells.filter((cell) => isPart(table, cell.at, at));
    const none = scores.map(() => null);
    if (parts.length === 0) return { at, status: 'no-data', count: 0, means: none, reason: null };
    const count = parts.reduce((sum, cell) => sum + cell.count, 0);
    if (count < minimum) {
      return { at, status: 'suppressed', count: null, means: none, reason: { code: 'too-small', minimum } };
    }
    const means = scores.map((_, s) => parts.reduce((sum, { sums = [] }) => sum + (sums[s] ?? 0), 0) / count);
    return { at, status: 'shown', count, means, reason: null };
  });
}
