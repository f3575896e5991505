import type { OneFactorModel } from '../factor/index.ts';
import type { Instrument } from '../instrument/instrument.ts';
import type { MethodReferenceKey } from './method-references.ts';
import type { IntervalRequest } from './reliability-interval.ts';
import type { RespondentBlocks } from './reliability-tally-types.ts';
import type { CoefficientId, Interval, ReliabilityCoefficient } from './report-types.ts';
import type { ScaleMoments } from './scale-moments.ts';

/** What the coefficients of a scale are made of. */
export interface CoefficientSource {
  readonly instrument: Instrument;
  readonly scale: ScaleMoments;
  /** whether every item varies: else no coefficient is given */
  readonly isEstimable: boolean;
  readonly alpha: number | null;
  /** one factor by maximum likelihood on the co-moments */
  readonly model: OneFactorModel;
  readonly respondents: RespondentBlocks | undefined;
  readonly request: IntervalRequest;
}

/** A coefficient as it comes out of its kernel: NaN where there is none. */
export type CoefficientRow = Omit<ReliabilityCoefficient, 'value' | 'n' | 'reference' | 'interval'> & {
  readonly id: CoefficientId;
  readonly value: number;
  readonly reference: MethodReferenceKey;
  readonly interval?: Interval | null;
};
