import type { Coding, CodingByScale, Instrument } from '../instrument/instrument.ts';
import { MISSING_REASONS } from '../instrument/missing-reason.ts';
import { responseScaleOf } from '../instrument/scale-key.ts';
import type { ResponseRecord } from './response-record.ts';
import type { ItemColumn, ResponseTable } from './response-table.ts';

/** The parts of a record that a table is made of. */
export type RecordAnswers = Pick<ResponseRecord, 'answers' | 'coding'>;

/**
 * Response records as columns. Records whose text pack was coded the other way are mirrored into one coding: the one that
 * `options.coding` names, else the definition's. An item without an entry counts as `not-asked`.
 *
 * @param records checked records (`checkResponseRecord`) of this instrument
 * @throws RangeError for a code that the item's response scale does not have
 * @example
 * const instrument = adHocInstrument({ items: ['A1', 'A2'], reverse: ['A2'], minimum: 1, maximum: 6 });
 * const table = tableOfRecords(instrument, [{ answers: { A1: 5, A2: 3 } }, { answers: { A1: 2, A2: 'skipped' } }]);
 * table.columns.get('A2')?.codes[0] // 3
 */
export function tableOfRecords(
  instrument: Instrument,
  records: readonly RecordAnswers[],
  { coding = {} }: { readonly coding?: CodingByScale } = {},
): ResponseTable {
  const columns = new Map<string, ItemColumn>();
  for (const { id: item, responseScale } of instrument.items) {
    const { id: scaleId, codes: allowed, highCodeMeans } = responseScaleOf(instrument, responseScale);
    const low = Math.min(...allowed);
    const high = Math.max(...allowed);
    const wanted: Coding | undefined = coding[scaleId] ?? highCodeMeans;
    const codes = new Int16Array(records.length);
    const missing = new Uint8Array(records.length);
    records.forEach((record, row) => {
      const answer = Object.hasOwn(record.answers, item) ? record.answers[item] : 'not-asked';
      if (typeof answer === 'number') {
        if (!allowed.includes(answer)) throw new RangeError(`Unexpected code of ${item}: ${answer}.`);
        const given = record.coding?.[scaleId] ?? highCodeMeans;
        codes[row] = given === wanted ? answer : low + high - answer;
      } else {
        missing[row] = 1 + MISSING_REASONS.indexOf(answer ?? 'not-asked');
      }
    });
    columns.set(item, { item, codes, missing });
  }
  return { rows: records.length, columns, coding };
}
