import type { PersonLink } from '@peerscale/core';
import { badInput } from '../failure.ts';
import { fileLabel, quoted } from '../print/safe-text.ts';

/** The ids of one wave and where they stand. */
export interface WaveIds {
  readonly file: string;
  readonly ids: readonly string[];
}

function rowsById({ file, ids }: WaveIds, column: string): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  ids.forEach((id, row) => {
    if (id === '') return;
    const before = rows.get(id);
    if (before !== undefined) {
      const place = `${fileLabel(file)}: row ${row + 1}, column ${quoted(column)}: ${quoted(id)}`;
      throw badInput(`${place} is there a second time (first in row ${before + 1})`);
    }
    rows.set(id, row);
  });
  return rows;
}

/**
 * The same persons of two waves by an identifier; an empty one is nobody's.
 *
 * @throws CommandFailure for an identifier that is there twice in a wave
 */
export function linksById(first: WaveIds, second: WaveIds, column: string): PersonLink[] {
  const [before, after] = [rowsById(first, column), rowsById(second, column)];
  return [...before].flatMap(([id, row]) => {
    const other = after.get(id);
    return other === undefined ? [] : [{ first: row, second: other }];
  });
}
