export { type CommentDisclosure, commentDisclosure } from './comment-disclosure.ts';
export { type DifferenceDisclosure, differenceDisclosure, type GroupOverlap } from './difference-disclosure.ts';
export type { TableCategory, TableDimension } from './dimension-tree.ts';
export { type CheckedDisclosureRules, type DisclosureRules, disclosureRules } from './disclosure-rules.ts';
export { type GroupDisclosure, groupDisclosure, SMALLEST_MINIMUM_GROUP_SIZE } from './group-disclosure.ts';
export { type GroupQuery, guardRelease, type Refusal, type ReleaseDecision } from './guard-release.ts';
export { type HiddenRange, hiddenRanges, type ValueRange } from './hidden-ranges.ts';
export { REFUSAL_TEXTS, type RefusalTexts, refusalSentence } from './refusal-sentence.ts';
export {
  type HistogramBin,
  type ReleasedHistogram,
  type ReleaseHistogramOptions,
  releaseHistogram,
} from './release-histogram.ts';
export { type ReleaseHistory, releaseHistory } from './release-history.ts';
export { type ReleaseStep, type ReleaseStepOptions, releaseStep } from './release-step.ts';
export { type ShareDisclosure, shareDisclosure } from './share-disclosure.ts';
export { type FigureStatus, type SuppressedTable, suppressTable, type TableFigure } from './suppress-table.ts';
export {
  SUPPRESSION_TEXTS,
  type SuppressionReason,
  type SuppressionTexts,
  suppressionSentence,
} from './suppression-reason.ts';
export type { GroupTable, TableCell, TableScore } from './table-lattice.ts';
