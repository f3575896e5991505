export { type Adjustment, adjustedP } from './adjusted-p.ts';
export { type ChangeFigure, hedgesCorrection } from './effect-size.ts';
export { type Equivalence, equivalence } from './equivalence.ts';
export { type KruskalWallis, kruskalWallis } from './kruskal-wallis.ts';
export { type MannWhitney, mannWhitney } from './mann-whitney.ts';
export { type MixedChange, mixedChange } from './mixed-change.ts';
export { changeBeyondDrift, compareWithNorm, type ExternalNorm, type NormComparison, percentileRank } from './norms.ts';
export { type FTest, type OneWayAnalysis, oneWayAnalysis, type PairDifference } from './one-way-analysis.ts';
export { type PairedChange, pairedChange } from './paired-change.ts';
export {
  groupDetectableChange,
  type ReliableChange,
  type ReliableChangeMethod,
  type ReliableChangeOptions,
  reliableChange,
} from './reliable-change.ts';
export type { Sample } from './sample-of.ts';
export type { MeanDifference } from './t-test.ts';
export { type UnpairedChange, unpairedChange } from './unpaired-change.ts';
export { type WilcoxonSignedRank, wilcoxonSignedRank } from './wilcoxon-signed-rank.ts';
