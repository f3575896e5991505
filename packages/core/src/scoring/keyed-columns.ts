import type { Instrument } from '../instrument/instrument.ts';
import { MISSING_REASONS } from '../instrument/missing-reason.ts';
import { itemOf, type KeyedItem, responseScaleOf, scaleKey, scaleOf } from '../instrument/scale-key.ts';
import type { ItemColumn, ResponseTable } from '../responses/response-table.ts';
import { BLOCK_ROWS } from './block-totals.ts';

/** One item of one scale, ready to be read row by row: `keyed = offset + sign * code`. */
export interface KeyedColumn extends KeyedItem {
  readonly column: ItemColumn;
  readonly sign: 1 | -1;
  readonly offset: number;
  /** by the code of a reason for missing: the answer code that stands for it, or undefined; index 0 is "answered" */
  readonly substitutes: readonly (number | undefined)[];
}

/**
 * The columns of a scale's items with their key, in the order of the scale.
 *
 * @param checked items whose codes were checked already, to which those of this scale are added: an item may be in several
 *   scales, and reading all its codes once is enough
 * @throws RangeError for an item without a column, or a code that the item's response scale does not have: answers that
 *   nobody can interpret are never scored
 */
export function keyedColumns(
  instrument: Instrument,
  table: ResponseTable,
  scaleId: string,
  checked = new Set<string>(),
): KeyedColumn[] {
  const { substitutes } = scaleOf(instrument, scaleId);
  return scaleKey(instrument, scaleId, table.coding).map((key) => {
    const column = table.columns.get(key.item);
    if (column === undefined) throw new RangeError(`Unexpected table: it has no column for item ${key.item}.`);
    if (!checked.has(key.item)) refuseUnknownCodes(instrument, column);
    checked.add(key.item);
    return {
      ...key,
      column,
      sign: key.reversed ? -1 : 1,
      offset: key.reversed ? key.minimum + key.maximum : 0,
      substitutes: [undefined, ...MISSING_REASONS.map((reason) => substitutes?.[reason])],
    };
  });
}

function refuseUnknownCodes(instrument: Instrument, { item, codes, missing }: ItemColumn): void {
  const allowed = new Set(responseScaleOf(instrument, itemOf(instrument, item).responseScale).codes);
  const low = Math.min(...allowed);
  const high = Math.max(...allowed);
  const isGapless = high - low + 1 === allowed.size;
  // block by block, as short functions that are called often are what engines are quick with
  for (let start = 0; start < codes.length; start += BLOCK_ROWS) {
    const end = Math.min(codes.length, start + BLOCK_ROWS);
    if (isGapless && areWithin(codes, missing, low, high, start, end)) continue;
    for (let row = start; row < end; row++) {
      const code = codes[row]!;
      if (missing[row] === 0 && !allowed.has(code)) {
        throw new RangeError(`Unexpected code of ${item} in row ${row}: ${code}.`);
      }
    }
  }
}

/** Whether all answers are from `low` to `high`, without a branch a row: the sign says that one of them is outside. */
function areWithin(
  codes: Int16Array,
  missing: Uint8Array,
  low: number,
  high: number,
  start: number,
  end: number,
): boolean {
  let signs = 0;
  for (let row = start; row < end; row++) {
    const code = codes[row]!;
    // missing - 1 is -1 (all bits) for an answer, and has no sign otherwise
    signs |= ((code - low) | (high - code)) & (missing[row]! - 1);
  }
  return signs >= 0;
}
