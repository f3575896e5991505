import type { Instrument } from '../instrument/instrument.ts';
import type { ResponseTable } from '../responses/response-table.ts';
import { keyedColumns } from './keyed-columns.ts';

/** The keyed answers of those respondents who answered every item of a scale. */
export interface CompleteKeyedColumns {
  readonly items: readonly string[];
  readonly reversed: readonly boolean[];
  /** a column an item, `n` long, keyed: what the estimators' moments are made of */
  readonly columns: readonly Float64Array[];
  readonly n: number;
  /** their rows in the table */
  readonly rows: readonly number[];
  /** respondents left out because an answer was missing */
  readonly nDropped: number;
}

/**
 * The listwise rule: keeps the respondents with an answer to every item of the scale, and counts the others.
 *
 * @throws RangeError where an item has no column, or a code that its response scale does not have
 * @example
 * const instrument = adHocInstrument({ items: ['A1', 'A2'], reverse: ['A2'], minimum: 1, maximum: 6 });
 * const table = tableOfColumns(2, [{ item: 'A1', codes: [5, 2] }, { item: 'A2', codes: [3, null] }]);
 * completeKeyedColumns(instrument, table, 'scale').columns // [[5], [4]]; nDropped 1
 */
export function completeKeyedColumns(
  instrument: Instrument,
  table: ResponseTable,
  scaleId: string,
): CompleteKeyedColumns {
  const keyed = keyedColumns(instrument, table, scaleId);
  const complete: number[] = [];
  for (let row = 0; row < table.rows; row++) {
    if (keyed.every(({ column, substitutes }) => hasAnswer(column.missing[row]!, substitutes))) complete.push(row);
  }
  return {
    items: keyed.map(({ item }) => item),
    reversed: keyed.map(({ reversed }) => reversed),
    columns: keyed.map(({ column, sign, offset, substitutes }) =>
      Float64Array.from(complete, (row) => offset + sign * (substitutes[column.missing[row]!] ?? column.codes[row]!)),
    ),
    n: complete.length,
    rows: complete,
    nDropped: table.rows - complete.length,
  };
}

/** An answer, or a reason for missing that the authors of the scale count as one. */
function hasAnswer(missing: number, substitutes: readonly (number | undefined)[]): boolean {
  return missing === 0 || substitutes[missing] !== undefined;
}
