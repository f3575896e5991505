import type { Instrument } from '@peerscale/core';
import { badInput } from '../failure.ts';
import { nearNames } from '../input/near-names.ts';
import { quoted } from '../print/safe-text.ts';
import { pairsOption } from './option-values.ts';

/**
 * `--map id=COLUMN,…`: the column of each item, by item id. An item that is not mapped is looked for under its own id.
 *
 * @param wanted which items: those that some scale needs (others may be mapped all the same), or all
 * @throws CommandFailure for an item that the instrument does not have, one mapped twice, or two items on one column
 */
export function mapOption(
  values: readonly string[] | undefined,
  instrument: Instrument,
  wanted: 'scored' | 'all' = 'scored',
): ReadonlyMap<string, string> {
  const scored = new Set(instrument.scales.flatMap(({ items }) => items));
  const ids = instrument.items.map(({ id }) => id);
  const mapped = new Map<string, string>();
  for (const [id, column] of pairsOption(values, 'map')) {
    if (!ids.includes(id)) {
      const near = nearNames(id, ids)[0];
      const hint = near === undefined ? '' : `; did you mean ${near}?`;
      throw badInput(`--map: there is no item ${quoted(id)}${hint}`);
    }
    if (mapped.has(id)) throw badInput(`--map: the item ${quoted(id)} is there twice`);
    mapped.set(id, column);
  }
  const columns = new Map(
    ids.filter((id) => wanted === 'all' || scored.has(id)).map((id) => [id, mapped.get(id) ?? id]),
  );
  const owner = new Map<string, string>();
  for (const [id, column] of columns) {
    const other = owner.get(column);
    if (other !== undefined) {
      throw badInput(
        `--map: the items ${quoted(other)} and ${quoted(id)} would both be read from column ${quoted(column)}`,
      );
    }
    owner.set(column, id);
  }
  return columns;
}
