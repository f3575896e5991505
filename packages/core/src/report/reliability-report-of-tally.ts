import { oneFactorModel } from '../factor/index.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { scaleOf } from '../instrument/scale-key.ts';
import type { MissingTreatment } from '../moments/index.ts';
import { reliabilityCautions } from './reliability-cautions.ts';
import { reliabilityCoefficients } from './reliability-coefficients.ts';
import { reliabilityDetails } from './reliability-details.ts';
import { alphaInterval, type IntervalRequest, isBootstrap } from './reliability-interval.ts';
import { estimableMoments, reliabilityScale } from './reliability-scale.ts';
import type { ReliabilityTally, ScaleTally } from './reliability-tally-types.ts';
import type { IntervalMethod, ReliabilityReport, ReliabilityReportScale } from './report-types.ts';
import { scaleMoments } from './scale-moments.ts';

/** Options of `reliabilityReport` and `reliabilityReportOfTally`. */
export interface ReliabilityReportOptions {
  /** coverage of the intervals; default 0.95 */
  readonly level?: number;
  /** ids of the scales wanted; default all, in the order of the definition */
  readonly scales?: readonly string[];
  /** rule for missing answers; default listwise */
  readonly missing?: MissingTreatment;
  /** how the interval of alpha is made, and with a bootstrap that of omega too; default feldt */
  readonly interval?: IntervalMethod;
  /** of the bootstrap and of split halves drawn at random: whole number from 0 to 2^32 - 1, default 1 */
  readonly seed?: number;
  /** samples of the bootstrap, default 1,000 */
  readonly draws?: number;
  /** every coefficient there is, and the distributions of scores and answers; default false */
  readonly all?: boolean;
}

const METHODS: readonly string[] = [
  'feldt',
  'bonett',
  'duhachek-iacobucci',
  'bootstrap-percentile',
  'bootstrap-bca',
] satisfies IntervalMethod[];

/**
 * The report that a tally amounts to: `reliabilityReport` for answers that came in parts.
 *
 * @param tally with `details` for `all`, with `respondents` for a bootstrap, and of the same rule for missing answers
 * @returns plain data; a figure that does not exist is null, and an issue says why
 * @throws RangeError for an option out of its bounds, a bootstrap of other than complete respondents, or a tally that lacks
 *   what the options ask for
 * @example
 * const tally = chunks.map((chunk) => reliabilityTally(instrument, chunk)).reduce(mergeReliabilityTallies);
 * reliabilityReportOfTally({ file: 'answers.csv', rows: tally.rows }, instrument, tally).scales[0].alpha.value
 */
export function reliabilityReportOfTally(
  input: ReliabilityReport['input'],
  instrument: Instrument,
  tally: ReliabilityTally,
  {
    level = 0.95,
    scales = tally.scales.map(({ scale }) => scale),
    missing = tally.missing,
    interval = 'feldt',
    seed = 1,
    draws = 1000,
    all = false,
  }: ReliabilityReportOptions = {},
): ReliabilityReport {
  const request: IntervalRequest = { method: interval, level, seed, draws };
  refuseOptions(request, missing);
  if (missing !== tally.missing) throw new RangeError(`Unexpected missing: ${missing}, the tally is ${tally.missing}.`);
  if (all && tally.items === undefined) throw new RangeError('Unexpected tally: it has no details, which `all` needs.');
  return {
    schema: 'peerscale/reliability@1',
    instrument: { id: instrument.id, version: instrument.version, validation: instrument.validation },
    input: { file: input.file, rows: input.rows },
    scales: scales.map((id) => {
      const own = tally.scales.find(({ scale }) => scale === id);
      if (own === undefined) throw new RangeError(`Unexpected scale: ${id} is not in the tally.`);
      return reportScale(instrument, tally, own, request, all);
    }),
  };
}

function refuseOptions({ method, level, seed, draws }: IntervalRequest, missing: MissingTreatment): void {
  if (!(level > 0 && level < 1)) throw new RangeError(`Unexpected level: ${level}.`);
  if (!METHODS.includes(method)) throw new RangeError(`Unexpected interval: ${method}.`);
  if (!Number.isInteger(draws) || draws < 1) throw new RangeError(`Unexpected draws: ${draws}.`);
  if (!(Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32)) throw new RangeError(`Unexpected seed: ${seed}.`);
  if (isBootstrap(method) && missing !== 'listwise') {
    throw new RangeError(`Unexpected interval: ${method} draws complete respondents, missing is ${missing}.`);
  }
}

function reportScale(
  instrument: Instrument,
  tally: ReliabilityTally,
  own: ScaleTally,
  request: IntervalRequest,
  all: boolean,
): ReliabilityReportScale {
  const { respondents } = own;
  if (isBootstrap(request.method) && respondents === undefined) {
    throw new RangeError('Unexpected tally: it has no respondents, which a bootstrap draws from.');
  }
  const scale = scaleMoments(instrument, own, tally.rows);
  const base = reliabilityScale(scale, (alpha) => alphaInterval(alpha, scale, request, respondents));
  const isEstimable = estimableMoments(scale) !== null;
  const model = oneFactorModel(scale.moments.comoments);
  const source = { instrument, scale, isEstimable, alpha: base.alpha.value, model, respondents, request };
  const { id, issues, ...figures } = base;
  const { name, highMeans, method } = scaleOf(instrument, id);
  return {
    id,
    name,
    highMeans,
    method,
    ...figures,
    coefficients: reliabilityCoefficients(source, all),
    ...(all ? { details: reliabilityDetails(instrument, scale, own, tally.items!) } : {}),
    issues: [...issues, ...reliabilityCautions(base, scale, model)],
  };
}
