export { alphaStandardError } from './alpha-standard-error.ts';
export { averageVarianceExtracted } from './average-variance-extracted.ts';
export { bcaInterval } from './bca-interval.ts';
export { type BonettOptions, bonettInterval } from './bonett-interval.ts';
export {
  alphaBootstrapInterval,
  type BootstrapInterval,
  type BootstrapOptions,
  bootstrapInterval,
} from './bootstrap-interval.ts';
export { bootstrapReplicates } from './bootstrap-replicates.ts';
export { compositeReliability } from './composite-reliability.ts';
export { cronbachAlpha } from './cronbach-alpha.ts';
export { duhachekIacobucciInterval } from './duhachek-iacobucci-interval.ts';
export { feldtInterval } from './feldt-interval.ts';
export { guttmanLambda6 } from './guttman-lambda6.ts';
export { type GuttmanLambdas, guttmanLambdas } from './guttman-lambdas.ts';
export {
  averageInterItemCorrelation,
  medianInterItemCorrelation,
  varianceOfInterItemCorrelations,
} from './inter-item-correlations.ts';
export type { ItemMatrix } from './item-matrix.ts';
export { type ItemTotalCorrelations, itemTotalCorrelations } from './item-total-correlations.ts';
export { itemsForReliability } from './items-for-reliability.ts';
export { type JackknifeReplicates, jackknifeReplicates } from './jackknife-replicates.ts';
export { kr20 } from './kr20.ts';
export { kr21 } from './kr21.ts';
export { type OmegaVariance, omegaOfModel } from './omega-of-model.ts';
export { type OmegaOptions, omegaTotal } from './omega-total.ts';
export { percentileInterval } from './percentile-interval.ts';
export { type SampleSizeForAlpha, sampleSizeForAlpha } from './sample-size-for-alpha.ts';
export { signalToNoise } from './signal-to-noise.ts';
export { smallestDetectableChange } from './smallest-detectable-change.ts';
export { spearmanBrown } from './spearman-brown.ts';
export { type SplitHalf, splitHalf } from './split-half.ts';
export { type SplitHalvesOptions, type SplitHalvesResult, type SplitSummary, splitHalves } from './split-halves.ts';
export { squaredMultipleCorrelations } from './squared-multiple-correlations.ts';
export { standardErrorOfMeasurement } from './standard-error-of-measurement.ts';
export { standardizedAlpha } from './standardized-alpha.ts';
export { tenBergeMu } from './ten-berge-mu.ts';
export { type TwoLevelReliability, twoLevelAlpha } from './two-level-alpha.ts';
export { twoLevelOmega } from './two-level-omega.ts';
