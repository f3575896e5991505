import { groupDisclosure } from '../disclosure/index.ts';
import type { Instrument, Scale } from '../instrument/instrument.ts';
import { describeCounts } from '../items/index.ts';
import type { ResponseTable } from '../responses/response-table.ts';
import { possibleRange, scoreLattice } from '../scoring/index.ts';
import type { StudyIssue } from './issue.ts';
import { orNull } from './or-null.ts';
import { alphaInterval } from './reliability-interval.ts';
import { reliabilityScale } from './reliability-scale.ts';
import { reliabilityTally } from './reliability-tally.ts';
import type { ReliabilityTally } from './reliability-tally-types.ts';
import type { StudyReport, StudyScale } from './report-types.ts';
import { scaleMoments } from './scale-moments.ts';
import { scoreDistribution } from './score-distribution.ts';

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
  options: StudyReportOptions = {},
): StudyReport {
  return studyReportOfTally(instrument, reliabilityTally(instrument, table, { details: true }), options);
}

/**
 * The report that a tally amounts to: `studyReport` for answers that came in parts, or that a database counted.
 *
 * @param tally listwise, of all scales of the instrument, with score groups (`details`)
 * @throws RangeError for a minimum group size below 3, or a tally that lacks something
 * @example
 * const tally = chunks.map((chunk) => reliabilityTally(instrument, chunk, { details: true })).reduce(mergeReliabilityTallies);
 * studyReportOfTally(instrument, tally).scales[0].score.mean
 */
export function studyReportOfTally(
  instrument: Instrument,
  tally: ReliabilityTally,
  { minimumGroupSize = 5, distributionGroupSize = 2 * minimumGroupSize, level = 0.95 }: StudyReportOptions = {},
): StudyReport {
  const disclosure = groupDisclosure(tally.rows, minimumGroupSize);
  const issues: StudyIssue[] =
    disclosure === 'shown'
      ? []
      : [disclosure === 'empty' ? noRespondents : suppressed(`Fewer than ${minimumGroupSize} people have answered.`)];
  const options = { minimumGroupSize, distributionGroupSize, level };
  return {
    schema: 'peerscale/study-report@1',
    instrument: { id: instrument.id, version: instrument.version, name: instrument.name },
    validation: instrument.validation,
    respondents: disclosure === 'suppressed' ? null : tally.rows,
    minimumGroupSize,
    distributionGroupSize,
    items: instrument.items.map(({ id, number, label }) => ({ id, number, label })),
    scales: instrument.scales.map((scale) =>
      disclosure === 'shown'
        ? shownScale(instrument, scale, tally, options)
        : { ...scaleFrame(instrument, scale), score: null, distribution: null, reliability: null, issues },
    ),
    issues,
  };
}

const noRespondents: StudyIssue = { code: 'no-respondents', message: 'Nobody has answered yet.' };

function suppressed(why: string): StudyIssue {
  return { code: 'suppressed', message: `${why} What it would show is held back, so that nobody can be recognised.` };
}

function shownScale(
  instrument: Instrument,
  scale: Scale,
  { scales, rows }: ReliabilityTally,
  { minimumGroupSize, distributionGroupSize, level }: Required<StudyReportOptions>,
): StudyScale {
  const own = scales.find((one) => one.scale === scale.id);
  if (own?.groups === undefined) throw new RangeError(`Unexpected tally: it has no score groups of ${scale.id}.`);
  const frame = scaleFrame(instrument, scale);
  if (groupDisclosure(own.complete, minimumGroupSize) !== 'shown') {
    const issue = suppressed(`Fewer than ${minimumGroupSize} people answered every item of this scale.`);
    return { ...frame, score: null, distribution: null, reliability: null, issues: [issue] };
  }
  const { scores, counts } = own.groups;
  const { mean, standardDeviation } = describeCounts({ codes: scores, counts, missing: 0 });
  const showsDistribution = own.complete >= distributionGroupSize;
  const moments = scaleMoments(instrument, own, rows);
  const request = { method: 'feldt', level, seed: 1, draws: 1 } as const;
  return {
    ...frame,
    score: { n: own.complete, mean: orNull(mean), sd: orNull(standardDeviation) },
    distribution: showsDistribution
      ? scoreDistribution(scores, frame.possible, scoreLattice(instrument, scale), counts)
      : null,
    reliability: reliabilityScale(moments, (alpha) => alphaInterval(alpha, moments, request, undefined)),
    issues: showsDistribution
      ? []
      : [suppressed(`The distribution is shown from ${distributionGroupSize} respondents on.`)],
  };
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
