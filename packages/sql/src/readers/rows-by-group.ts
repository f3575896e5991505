import { type SqlRow, textIn } from './sql-row.ts';

/** The rows of a statement by group, NULL for rows without one. */
export function rowsByGroup(rows: readonly SqlRow[]): Map<string | null, SqlRow[]> {
  const groups = new Map<string | null, SqlRow[]>();
  for (const row of rows) {
    const group = textIn(row, 'group_name');
    const known = groups.get(group);
    if (known === undefined) groups.set(group, [row]);
    else known.push(row);
  }
  return groups;
}
