import { badInput } from '../failure.ts';
import { quoted } from '../print/safe-text.ts';
import { nearNames } from './near-names.ts';

/** Where an item's answers stand in every row. */
export interface FoundColumn {
  readonly item: string;
  readonly column: string;
  readonly index: number;
}

function missingColumns(missing: readonly string[], header: readonly string[], name: string): Error {
  const shown = missing.slice(0, 5).map((column) => quoted(column));
  const more = missing.length > shown.length ? ` and ${missing.length - shown.length} more` : '';
  const near = nearNames(missing[0]!, header).map((column) => quoted(column));
  const hint = near.length === 0 ? '' : `; near ${shown[0]} there is ${near.join(', ')}`;
  return badInput(`${name}: has no column ${shown.join(', ')}${more}${hint}`);
}

/**
 * Finds each item's column in the header.
 *
 * @param columns the column's name by item id
 * @param name how messages name the file
 * @throws CommandFailure naming the columns that are not there, or one that is there twice
 */
export function findColumns(
  header: readonly string[],
  columns: ReadonlyMap<string, string>,
  name: string,
): FoundColumn[] {
  const places = new Map<string, number[]>();
  header.forEach((cell, index) => {
    const column = cell.trim();
    const known = places.get(column);
    if (known === undefined) places.set(column, [index]);
    else known.push(index);
  });
  const missing = [...columns.values()].filter((column) => !places.has(column));
  if (missing.length > 0) throw missingColumns(missing, [...places.keys()], name);
  return [...columns].map(([item, column]) => {
    const [index, ...others] = places.get(column)!;
    if (others.length > 0) {
      throw badInput(`${name}: has the column ${quoted(column)} ${others.length + 1} times; which one is meant?`);
    }
    return { item, column, index: index! };
  });
}
