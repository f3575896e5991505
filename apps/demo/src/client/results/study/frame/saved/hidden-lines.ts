import type { TableData } from '../table-data.ts';

/** What a table has no figures for and why: a line for each reason, with the rows that it keeps back. */
export function hiddenLines({ rows }: TableData): string[] {
  const names = new Map<string, Set<string>>();
  for (const row of rows) {
    for (const cell of row) {
      if (cell === null || typeof cell === 'string' || !('hidden' in cell)) continue;
      names.set(cell.hidden, (names.get(cell.hidden) ?? new Set()).add(String(row[0])));
    }
  }
  return [...names].map(([reason, of]) => `${[...of].join('; ')}: ${reason}`);
}
