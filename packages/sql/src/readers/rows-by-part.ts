import { numberIn, type SqlRow } from './sql-row.ts';

/**
 * Puts the rows of a statement in the order of its parts.
 *
 * @throws RangeError unless every part from 0 to before `parts` is there once
 */
export function rowsByPart(rows: readonly SqlRow[], parts: number): SqlRow[] {
  const ordered: SqlRow[] = new Array(parts);
  for (const row of rows) {
    const part = numberIn(row, 'part');
    if (!Number.isInteger(part) || part < 0 || part >= parts || ordered[part] !== undefined) {
      throw new RangeError(`Unexpected part: ${part}, the statement has each of 0 to ${parts - 1} once.`);
    }
    ordered[part] = row;
  }
  if (rows.length !== parts) throw new RangeError(`Unexpected number of rows: ${rows.length}, expected ${parts}.`);
  return ordered;
}
