import type { CodingByScale, Instrument } from '../instrument/instrument.ts';
import type { ResponseRecord } from '../responses/response-record.ts';
import { tableOfRecords } from '../responses/table-of-records.ts';
import type { ScoreReceipt } from './score-receipt.ts';
import { scoreResponses } from './score-responses.ts';

/**
 * Scores one respondent: the same computation as `scoreResponses`, on a table of one row.
 *
 * @param answers a code or a reason for missing by item id; an item without an entry counts as `not-asked`
 * @param coding coding of these answers by response-scale id, where it differs from the definition's: it is kept, so that
 *   the receipt names the items that were reversed under it
 * @throws RangeError for a code that the item's response scale does not have
 * @example
 * const instrument = adHocInstrument({ items: ['A1', 'A2'], reverse: ['A2'], minimum: 1, maximum: 6 });
 * scoreResponse(instrument, { A1: 5, A2: 3 })[0]?.value // 4.5; A2 counts as 7 - 3
 */
export function scoreResponse(
  instrument: Instrument,
  answers: ResponseRecord['answers'],
  coding: CodingByScale = {},
): ScoreReceipt[] {
  const table = tableOfRecords(instrument, [{ answers, coding }], { coding });
  return scoreResponses(instrument, table).map(({ receipt }) => receipt(0));
}
