import type { Instrument } from '../instrument/instrument.ts';
import type { ResponseTable } from '../responses/response-table.ts';
import { completeKeyedColumns } from '../scoring/complete-keyed-columns.ts';
import { scoreResponses } from '../scoring/score-responses.ts';

/**
 * Whose scores count: of everybody whom the missing rule gives one (`scored`), or of those who answered every item of the
 * scale (`complete`), who are behind its reliability. Where both are published, the few people between them are given away.
 */
export type ScoredRespondents = 'scored' | 'complete';

/**
 * The scores of every scale, a number a respondent; NaN where there is none.
 *
 * @throws RangeError where an item has no column, or a code that its response scale does not have
 * @example
 * const instrument = adHocInstrument({ items: ['A1', 'A2'], minimum: 1, maximum: 5 });
 * const table = tableOfColumns(2, [{ item: 'A1', codes: [3, 1] }, { item: 'A2', codes: [4, null] }]);
 * respondentScores(instrument, table, 'complete')[0] // Float64Array [3.5, NaN]
 */
export function respondentScores(
  instrument: Instrument,
  table: ResponseTable,
  respondents: ScoredRespondents = 'scored',
): Float64Array[] {
  return scoreResponses(instrument, table).map(({ scale, values }) => {
    if (respondents === 'scored') return values;
    const complete = new Float64Array(table.rows).fill(NaN);
    for (const row of completeKeyedColumns(instrument, table, scale).rows) complete[row] = values[row]!;
    return complete;
  });
}
