import { sampleMedian } from '../distributions/index.ts';
import type { Instrument, Scale } from '../instrument/instrument.ts';
import { momentsOfColumns } from '../moments/index.ts';
import { type AnswerQuality, personsWithout, type QualityIndex, type QualityMeasure } from '../quality/index.ts';
import { cronbachAlpha, feldtInterval } from '../reliability/index.ts';
import type { ResponseTable } from '../responses/response-table.ts';
import { completeKeyedColumns } from '../scoring/complete-keyed-columns.ts';
import { scoreResponses } from '../scoring/score-responses.ts';
import { estimateOf } from './estimate.ts';
import { meanEstimate } from './mean-estimate.ts';
import { orNull } from './or-null.ts';
import { qualityIssues } from './quality-report-issues.ts';
import type {
  QualityReport,
  QualityReportLeftOut,
  QualityReportMeasure,
  QualityReportScale,
  QualityScaleFigures,
} from './quality-report-types.ts';

export interface QualityReportOptions {
  /** from so many flags on a respondent is left out of "without", default 2 */
  readonly least?: number;
  /** coverage of the intervals, default 0.95 */
  readonly level?: number;
}

const NAMES: Readonly<Record<QualityIndex, string>> = {
  'longest-run': 'longest run of one answer',
  'intra-individual-variability': 'variability of the answers',
  'even-odd-consistency': 'even-odd consistency',
  'psychometric-synonyms': 'psychometric synonyms',
  'psychometric-antonyms': 'psychometric antonyms',
  mahalanobis: 'Mahalanobis distance, p',
  'seconds-per-item': 'seconds an item',
  'missing-share': 'share without an answer',
};

const REASONS: Partial<Record<QualityIndex, QualityReportLeftOut['reason']>> = {
  'longest-run': 'fewer-than-three-items',
  'seconds-per-item': 'no-times',
  'psychometric-synonyms': 'fewer-than-three-pairs',
  'psychometric-antonyms': 'fewer-than-three-pairs',
  'even-odd-consistency': 'too-few-long-scales',
};

/**
 * How carefully the answers were given: each index with its cut and how many it flags, how many are flagged by several, and
 * every scale with and without these. Nobody is deleted: a flag is a reason to look, and to report both.
 *
 * @param input where the answers came from: a file's name and its number of rows, echoed in the report
 * @param quality of the same answers (`answerQualityOf`)
 * @throws RangeError for another number of respondents, `least` that is no whole number from 1, or a level outside 0 to 1
 * @see docs/methods/quality.md for the indices, their sources and cuts
 * @example
 * const instrument = adHocInstrument({ items: ['A1', 'A2'], minimum: 1, maximum: 5 });
 * const table = tableOfColumns(2, [{ item: 'A1', codes: [3, 1] }, { item: 'A2', codes: [3, 5] }]);
 * const quality = answerQualityOf(instrument, table);
 * qualityReport({ file: 'answers', rows: 2 }, instrument, table, quality).measures[0].persons // 1
 */
export function qualityReport(
  input: QualityReport['input'],
  instrument: Instrument,
  table: ResponseTable,
  quality: AnswerQuality,
  { least = 2, level = 0.95 }: QualityReportOptions = {},
): QualityReport {
  if (!(level > 0 && level < 1)) throw new RangeError(`Unexpected level: ${level}.`);
  if (quality.persons !== table.rows && table.columns.size > 0) {
    throw new RangeError(`Unexpected number of respondents: ${quality.persons}, of ${table.rows}.`);
  }
  const keeps = new Uint8Array(table.rows);
  for (const person of personsWithout(quality, least)) keeps[person] = 1;
  const everybody = new Uint8Array(table.rows).fill(1);
  const scores = new Map(scoreResponses(instrument, table).map(({ scale, values }) => [scale, values]));
  const scales = instrument.scales.map((scale): QualityReportScale => {
    const figures = (among: Uint8Array) => scaleFigures(instrument, table, scale, scores.get(scale.id)!, among, level);
    return { id: scale.id, name: scale.name, all: figures(everybody), without: figures(keeps) };
  });
  const found = quality.measures.map(measureOf);
  const report: QualityReport = {
    schema: 'peerscale/quality@1',
    instrument: { id: instrument.id, version: instrument.version },
    input: { file: input.file, rows: input.rows },
    respondents: table.rows,
    items: table.columns.size,
    measures: found,
    leftOut: (Object.keys(NAMES) as QualityIndex[])
      .filter((index) => !found.some((measure) => measure.index === index))
      .map((index) => ({ index, name: NAMES[index], reason: REASONS[index]! })),
    flagCounts: Array.from({ length: found.length + 1 }, (_, flags) => ({
      flags,
      persons: quality.flagCounts.reduce((count, own) => count + Number(own === flags), 0),
    })),
    least,
    flagged: table.rows - keeps.reduce((sum, keep) => sum + keep, 0),
    scales,
    issues: [],
  };
  return { ...report, issues: qualityIssues(report, instrument, table) };
}

function measureOf({ index, values, cut, flagged, flags, reference }: QualityMeasure): QualityReportMeasure {
  const numbers = Array.from(values).filter((value) => !Number.isNaN(value));
  const persons = flags.reduce((sum, flag) => sum + flag, 0);
  return {
    index,
    name: NAMES[index],
    cut,
    flagged,
    n: numbers.length,
    persons,
    share: orNull(persons / numbers.length),
    median: orNull(sampleMedian(numbers)),
    reference,
  };
}

function scaleFigures(
  instrument: Instrument,
  table: ResponseTable,
  { id }: Scale,
  scores: Float64Array,
  among: Uint8Array,
  level: number,
): QualityScaleFigures {
  const complete = completeKeyedColumns(instrument, table, id);
  const places = complete.rows.flatMap((row, place) => (among[row] === 1 ? [place] : []));
  const columns = complete.columns.map((column) => Float64Array.from(places, (place) => column[place]!));
  const alpha = cronbachAlpha(momentsOfColumns(columns));
  const ends = feldtInterval(alpha, places.length, columns.length, level);
  return {
    ...meanEstimate(
      scores.filter((_, row) => among[row] === 1),
      level,
    ),
    alpha: estimateOf(alpha, places.length, "Cronbach's alpha, listwise", { ...ends, level, method: 'feldt' }),
  };
}
