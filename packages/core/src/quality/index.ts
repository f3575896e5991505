export {
  type AnswerQuality,
  type AnswerQualityInput,
  answerQuality,
  EVEN_ODD_NEEDS,
  type EvenOddNeeds,
  personsWithout,
  type QualityIndex,
  type QualityMeasure,
} from './answer-quality.ts';
export type { AnswerColumns } from './answer-rows.ts';
export { evenOddConsistency } from './even-odd-consistency.ts';
export { intraIndividualVariability } from './intra-individual-variability.ts';
export { type MahalanobisDistances, mahalanobisDistances } from './mahalanobis-distances.ts';
export { missingShares } from './missing-shares.ts';
export { type PsychometricPairs, type PsychometricPairsOptions, psychometricPairs } from './psychometric-pairs.ts';
export { type RunsOfAnswers, runsOfAnswers } from './runs-of-answers.ts';
export { secondsPerItem } from './seconds-per-item.ts';
