import type { Instrument } from '../instrument/instrument.ts';
import type { ResponseTable } from '../responses/response-table.ts';
import { completeKeyedColumns } from '../scoring/index.ts';
import { reliabilityScale } from './reliability-scale.ts';
import type { ReliabilityReport } from './report-types.ts';

export interface ReliabilityReportOptions {
  /** coverage of the intervals; default 0.95 */
  readonly level?: number;
  /** ids of the scales wanted; default all, in the order of the definition */
  readonly scales?: readonly string[];
}

/**
 * Reliability and item analysis of an instrument's scales on one table of answers, listwise per scale.
 *
 * @param input where the answers came from: a file's name and its number of rows, echoed in the report
 * @returns plain data; a figure that does not exist is null, and an issue says why
 * @throws RangeError for a scale that the instrument does not have, an item without a column, a code that its response
 *   scale does not have, or a level outside 0 to 1
 */
export function reliabilityReport(
  input: ReliabilityReport['input'],
  instrument: Instrument,
  table: ResponseTable,
  { level = 0.95, scales = instrument.scales.map(({ id }) => id) }: ReliabilityReportOptions = {},
): ReliabilityReport {
  return {
    schema: 'peerscale/reliability@1',
    instrument: { id: instrument.id, version: instrument.version, validation: instrument.validation },
    input: { file: input.file, rows: input.rows },
    scales: scales.map((id) => reliabilityScale(id, completeKeyedColumns(instrument, table, id), level)),
  };
}
