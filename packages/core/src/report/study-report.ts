import { groupDisclosure } from '../disclosure/index.ts';
import type { Instrument, Scale } from '../instrument/instrument.ts';
import { scaleOf } from '../instrument/scale-key.ts';
import { momentsOfColumns } from '../moments/index.ts';
import type { ResponseTable } from '../responses/response-table.ts';
import {
  type CompleteKeyedColumns,
  completeKeyedColumns,
  possibleRange,
  type ScaleScores,
  scoreLattice,
  scoreResponses,
} from '../scoring/index.ts';
import type { StudyIssue } from './issue.ts';
import { alphaInterval } from './reliability-interval.ts';
import { reliabilityScale } from './reliability-scale.ts';
import type { ReliabilityScale, StudyReport, StudyScale } from './report-types.ts';
import { listwise } from './scale-moments.ts';
import { scoreDistribution } from './score-distribution.ts';
import { scoreSummary } from './score-summary.ts';

export interface StudyReportOptions {
  /** figures about fewer respondents are suppressed; default 5, never below 3 */
  readonly minimumGroupSize?: number;
  /** distributions of fewer respondents are suppressed; default twice the minimum group size */
  readonly distributionGroupSize?: number;
  /** coverage of the intervals; default 0.95 */
  readonly level?: number;
}

/**
 * The results of one group with one instrument, after the minimum-group-size rule.
 *
 * All figures of a scale are about the same people, those who answered every item of it: a mean over 24 and item means
 * over 23 of them would give the one away by subtraction.
 *
 * @throws RangeError for a minimum group size below 3, an item without a column, or an unknown code
 */
export function studyReport(
  instrument: Instrument,
  table: ResponseTable,
  { minimumGroupSize = 5, distributionGroupSize = 2 * minimumGroupSize, level = 0.95 }: StudyReportOptions = {},
): StudyReport {
  const disclosure = groupDisclosure(table.rows, minimumGroupSize);
  const issues: StudyIssue[] =
    disclosure === 'shown'
      ? []
      : [disclosure === 'empty' ? noRespondents : suppressed(`Fewer than ${minimumGroupSize} people have answered.`)];
  return {
    schema: 'peerscale/study-report@1',
    instrument: { id: instrument.id, version: instrument.version, name: instrument.name },
    validation: instrument.validation,
    respondents: disclosure === 'suppressed' ? null : table.rows,
    minimumGroupSize,
    distributionGroupSize,
    items: instrument.items.map(({ id, number, label }) => ({ id, number, label })),
    scales:
      disclosure === 'shown'
        ? scoreResponses(instrument, table).map((scores) =>
            shownScale(instrument, scores, completeKeyedColumns(instrument, table, scores.scale), {
              minimumGroupSize,
              distributionGroupSize,
              level,
            }),
          )
        : instrument.scales.map((scale) => ({
            ...scaleFrame(instrument, scale),
            score: null,
            distribution: null,
            reliability: null,
            issues,
          })),
    issues,
  };
}

const noRespondents: StudyIssue = { code: 'no-respondents', message: 'Nobody has answered yet.' };

function suppressed(why: string): StudyIssue {
  return { code: 'suppressed', message: `${why} What it would show is held back, so that nobody can be recognised.` };
}

function shownScale(
  instrument: Instrument,
  { scale: id, values }: ScaleScores,
  complete: CompleteKeyedColumns,
  { minimumGroupSize, distributionGroupSize, level }: Required<StudyReportOptions>,
): StudyScale {
  const scale = scaleOf(instrument, id);
  const frame = scaleFrame(instrument, scale);
  const disclosure = groupDisclosure(complete.n, minimumGroupSize);
  if (disclosure !== 'shown') {
    const issue = suppressed(`Fewer than ${minimumGroupSize} people answered every item of this scale.`);
    return { ...frame, score: null, distribution: null, reliability: null, issues: [issue] };
  }
  // complete answers have a score under every missing rule
  const scores = Float64Array.from(complete.rows, (row) => values[row]!);
  const { n, mean, sd } = scoreSummary({ scale: scale.id, values: scores });
  const showsDistribution = complete.n >= distributionGroupSize;
  return {
    ...frame,
    score: { n, mean, sd },
    distribution: showsDistribution ? scoreDistribution(scores, frame.possible, scoreLattice(instrument, scale)) : null,
    reliability: completeReliability(scale.id, complete, level),
    issues: showsDistribution
      ? []
      : [suppressed(`The distribution is shown from ${distributionGroupSize} respondents on.`)],
  };
}

function completeReliability(
  id: string,
  { items, reversed, n, nDropped, columns }: CompleteKeyedColumns,
  level: number,
): ReliabilityScale {
  const scale = { id, items, reversed, n, nDropped, ...listwise(momentsOfColumns(columns)) };
  const request = { method: 'feldt', level, seed: 1, draws: 1 } as const;
  return reliabilityScale(scale, (alpha) => alphaInterval(alpha, scale, request, undefined));
}

function scaleFrame(
  instrument: Instrument,
  scale: Scale,
): Pick<StudyScale, 'id' | 'name' | 'highMeans' | 'method' | 'possible'> {
  return {
    id: scale.id,
    name: scale.name,
    highMeans: scale.highMeans,
    method: scale.method,
    possible: possibleRange(instrument, scale.id),
  };
}
