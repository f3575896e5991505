import type { CodingByScale } from '../instrument/instrument.ts';
import { MISSING_REASONS } from '../instrument/missing-reason.ts';
import type { ItemColumn, ResponseTable } from './response-table.ts';

/** One item's codes as read from a file: null, undefined and NaN are missing (`skipped`, or `not-asked` by option). */
export interface CodeColumn {
  readonly item: string;
  readonly codes: ArrayLike<number | null | undefined>;
  /** for rows without a code: 0, or 1 + the place of the reason in MISSING_REASONS; default all `skipped` */
  readonly missing?: ArrayLike<number>;
}

const SKIPPED = 1 + MISSING_REASONS.indexOf('skipped');

/**
 * Columns of codes as a response table.
 *
 * @param rows the number of respondents; every column has that many codes
 * @param coding coding of the answers by response-scale id, where it differs from the definition's
 * @throws RangeError for a column of another length, an item twice, or a code that is no 16-bit whole number
 * @example tableOfColumns(2, [{ item: 'A1', codes: [3, null] }]).columns.get('A1')?.missing // [0, 2]; 2 is "skipped"
 */
export function tableOfColumns(
  rows: number,
  columns: readonly CodeColumn[],
  { coding = {} }: { readonly coding?: CodingByScale } = {},
): ResponseTable {
  const table = new Map<string, ItemColumn>();
  for (const { item, codes: given, missing: reasons } of columns) {
    if (given.length !== rows)
      throw new RangeError(`Unexpected length of ${item}: ${given.length}, the table has ${rows}.`);
    if (table.has(item)) throw new RangeError(`Unexpected columns: ${item} is there twice.`);
    const codes = new Int16Array(rows);
    const missing = new Uint8Array(rows);
    for (let row = 0; row < rows; row++) {
      const code = given[row];
      const reason = reasons?.[row] ?? 0;
      if (reason !== 0 || code === null || code === undefined || Number.isNaN(code)) {
        missing[row] = reason === 0 ? SKIPPED : reason;
      } else if (Number.isInteger(code) && code >= -32768 && code <= 32767) {
        codes[row] = code;
      } else {
        throw new RangeError(`Unexpected code of ${item} in row ${row}: ${code}.`);
      }
    }
    table.set(item, { item, codes, missing });
  }
  return { rows, columns: table, coding };
}
