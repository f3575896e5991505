import type { Instrument, Scale } from '../instrument/instrument.ts';
import { type AnswerQuality, answerQuality, type EvenOddNeeds, type QualityIndex } from '../quality/index.ts';
import type { ItemColumn, ResponseTable } from '../responses/response-table.ts';
import { keyedColumns } from '../scoring/keyed-columns.ts';
import { answeredColumn, keyedWithHoles } from './answered-columns.ts';

export interface AnswerQualityOptions {
  /** seconds from the first sight of the form to sending it, a number a respondent; NaN where unknown */
  readonly seconds?: ArrayLike<number>;
  /** other cuts than the defaults */
  readonly cuts?: Partial<Record<QualityIndex, number>>;
  /** what even-odd consistency needs, where not ten scales of four items */
  readonly evenOdd?: Partial<EvenOddNeeds>;
}

/**
 * The indices of careless answering of all respondents to an instrument: answers as they were given, in the order of its
 * items, and keyed by scale for even-odd consistency. Of scales that share items the smaller ones are taken.
 *
 * @throws RangeError for an item without a column, a code that its response scale does not have, or other than one time a
 *   respondent
 * @see `answerQuality` for the indices, their cuts and sources
 * @example
 * const instrument = adHocInstrument({ items: ['A1', 'A2'], minimum: 1, maximum: 5 });
 * const table = tableOfColumns(2, [{ item: 'A1', codes: [3, 1] }, { item: 'A2', codes: [3, 5] }]);
 * answerQualityOf(instrument, table).measures[0].flags // Uint8Array [1, 0]
 */
export function answerQualityOf(
  instrument: Instrument,
  table: ResponseTable,
  { seconds, cuts = {}, evenOdd = {} }: AnswerQualityOptions = {},
): AnswerQuality {
  const items = instrument.items.flatMap(({ id }) => {
    const column = table.columns.get(id);
    return column === undefined ? [] : [asGiven(column)];
  });
  const scales = scalesApart(instrument.scales).map(({ id }) =>
    keyedColumns(instrument, table, id).map((column) => keyedWithHoles(answeredColumn(column), 0, table.rows)),
  );
  return answerQuality({ items, scales, cuts, evenOdd, ...(seconds === undefined ? {} : { seconds }) });
}

const asGiven = ({ codes, missing }: ItemColumn): Float64Array =>
  Float64Array.from(codes, (code, row) => (missing[row] === 0 ? code : NaN));

/** Scales of at least two items, none of which shares an item with another; in the order of the instrument. */
function scalesApart(scales: readonly Scale[]): Scale[] {
  const taken = new Set<string>();
  const kept = new Set<Scale>();
  const bySize = [...scales].filter(({ items }) => items.length >= 2).sort((a, b) => a.items.length - b.items.length);
  for (const scale of bySize) {
    if (scale.items.some((item) => taken.has(item))) continue;
    kept.add(scale);
    for (const item of scale.items) taken.add(item);
  }
  return scales.filter((scale) => kept.has(scale));
}
