export { addToContingencyTable } from './add-to-contingency-table.ts';
export {
  type AggregationCuts,
  type AggregationReason,
  type AggregationVerdict,
  aggregationVerdict,
} from './aggregation-verdict.ts';
export { type AverageDeviation, averageDeviation } from './average-deviation.ts';
export { awg } from './awg.ts';
export {
  type BlandAltmanFigure,
  type BlandAltmanOptions,
  type BlandAltmanResult,
  blandAltman,
} from './bland-altman.ts';
export { type CohenKappaOptions, type CohenKappaResult, cohenKappa } from './cohen-kappa.ts';
export { type CoincidenceMatrix, coincidencesOf, mergeCoincidences } from './coincidence-matrix.ts';
export { type ContingencyTable, emptyContingencyTable } from './contingency-table.ts';
export { contingencyTableOf } from './contingency-table-of.ts';
export { fisherInterval } from './fisher-interval.ts';
export { type FleissKappaResult, fleissKappa } from './fleiss-kappa.ts';
export { type GroupIntraclassCorrelations, groupIntraclassCorrelations } from './group-intraclass-correlations.ts';
export { type GroupIntraclassIntervals, groupIntraclassIntervals } from './group-intraclass-intervals.ts';
export { groupMeanReliability } from './group-mean-reliability.ts';
export {
  type IntraclassCorrelation,
  type IntraclassCorrelations,
  intraclassCorrelations,
} from './intraclass-correlations.ts';
export type { KappaWeights } from './kappa-weights.ts';
export { type KrippendorffMetric, krippendorffAlpha } from './krippendorff-alpha.ts';
export {
  type KrippendorffBootstrapOptions,
  type KrippendorffBootstrapResult,
  krippendorffBootstrap,
} from './krippendorff-bootstrap.ts';
export { mergeContingencyTables } from './merge-contingency-tables.ts';
export { type NullDistribution, nullVariance } from './null-variance.ts';
export { type OneWayMeanSquares, oneWayMeanSquaresOf } from './one-way-mean-squares.ts';
export { type RandomGroupOptions, type RandomGroupResampling, randomGroupResampling } from './random-groups.ts';
export {
  addToRatingPatterns,
  emptyRatingPatterns,
  mergeRatingPatterns,
  type RatingPattern,
  type RatingPatterns,
  ratingPatternsOf,
} from './rating-patterns.ts';
export { type TestRetestResult, testRetest } from './test-retest.ts';
export { type TwoWayMeanSquares, twoWayMeanSquaresOf } from './two-way-mean-squares.ts';
export { type WithinGroupAgreement, withinGroupAgreement } from './within-group-agreement.ts';
