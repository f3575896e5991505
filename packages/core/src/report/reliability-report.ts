import type { Instrument } from '../instrument/instrument.ts';
import type { ResponseTable } from '../responses/response-table.ts';
import { isBootstrap } from './reliability-interval.ts';
import { type ReliabilityReportOptions, reliabilityReportOfTally } from './reliability-report-of-tally.ts';
import { type ReliabilityTallyOptions, reliabilityTally } from './reliability-tally.ts';
import type { ReliabilityReport } from './report-types.ts';

/** What a tally has to keep for a report with these options. */
export function tallyOptionsOf({
  scales,
  missing = 'listwise',
  interval = 'feldt',
  all = false,
}: ReliabilityReportOptions): ReliabilityTallyOptions {
  return { ...(scales && { scales }), missing, details: all, respondents: isBootstrap(interval) };
}

/**
 * Reliability and item analysis of an instrument's scales on one table of answers. By default listwise per scale, with
 * Feldt's interval. For answers that do not fit in memory, or come from several places, merge tallies
 * (`reliabilityTally`, `mergeReliabilityTallies`) and take `reliabilityReportOfTally`: the report is the same.
 *
 * @param input where the answers came from: a file's name and its number of rows, echoed in the report
 * @returns plain data; a figure that does not exist is null, and an issue says why
 * @throws RangeError for a scale that the instrument does not have, an item without a column, a code that its response
 *   scale does not have, or an option out of its bounds
 * @example reliabilityReport({ file: 'answers.csv', rows: table.rows }, instrument, table).scales[0].alpha.value
 */
export function reliabilityReport(
  input: ReliabilityReport['input'],
  instrument: Instrument,
  table: ResponseTable,
  options: ReliabilityReportOptions = {},
): ReliabilityReport {
  const tally = reliabilityTally(instrument, table, tallyOptionsOf(options));
  return reliabilityReportOfTally(input, instrument, tally, options);
}
