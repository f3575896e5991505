export { agreementReferences } from './agreement-references.ts';
export { type AgreementReportOptions, agreementReport } from './agreement-report.ts';
export type {
  AgreementCoefficient,
  AgreementCoefficientId,
  AgreementFigure,
  AgreementInterval,
  AgreementIntervalMethod,
  AgreementIssue,
  AgreementIssueCode,
  AgreementReference,
  AgreementReport,
  LimitsOfAgreement,
  MeasurementLevel,
  RatingTable,
} from './agreement-report-types.ts';
export { type AnswerQualityOptions, answerQualityOf } from './answer-quality-of.ts';
export type { ChangeGrid } from './change-grid.ts';
export type { PersonLink } from './change-people.ts';
export { type ChangeReportInput, type ChangeReportOptions, changeReport } from './change-report.ts';
export type {
  ChangeDifference,
  ChangeEquivalence,
  ChangeIssueCode,
  ChangeReliable,
  ChangeReport,
  ChangeReportScale,
  ChangeSample,
  ChangeScale,
  ChangeWave,
  EverybodyChange,
  LinkedChange,
  TeamChange,
  UnlinkedChange,
} from './change-report-types.ts';
export { type CodebookEntry, type CodebookOptions, codebookOf } from './codebook.ts';
export { codingMatches, type DataFileOptions, dataFileOf, type InstrumentDataFile } from './data-file-of.ts';
export { type DriversReportInput, type DriversReportOptions, driversReport } from './drivers-report.ts';
export type {
  DriverDescription,
  DriverMediation,
  DriverModeration,
  DriverPredictor,
  DriverSlope,
  DriversIssueCode,
  DriversReport,
  DriverTest,
  DriverVariable,
} from './drivers-report-types.ts';
export type { Estimate, EstimateInterval, EstimateIntervalMethod } from './estimate.ts';
export type { ReportIssue, ReportIssueCode, StudyIssue, StudyIssueCode } from './issue.ts';
export { type LinkageReportOptions, linkageReport } from './linkage-report.ts';
export type {
  LinkageIssueCode,
  LinkageReport,
  LinkageReportElement,
  LinkageReportWave,
} from './linkage-report-types.ts';
export { mergeReliabilityTallies } from './merge-reliability-tallies.ts';
export {
  intervalReferences,
  type MethodReference,
  type MethodReferenceKey,
  methodReferences,
} from './method-references.ts';
export { type QualityReportOptions, qualityReport } from './quality-report.ts';
export type {
  QualityIssueCode,
  QualityReport,
  QualityReportLeftOut,
  QualityReportMeasure,
  QualityReportScale,
  QualityScaleFigures,
} from './quality-report-types.ts';
export { reliabilityReport, tallyOptionsOf } from './reliability-report.ts';
export { type ReliabilityReportOptions, reliabilityReportOfTally } from './reliability-report-of-tally.ts';
export { emptyReliabilityTally, type ReliabilityTallyOptions, reliabilityTally } from './reliability-tally.ts';
export type {
  ItemTally,
  ReliabilityTally,
  RespondentBlocks,
  ScaleStatistics,
  ScaleTally,
} from './reliability-tally-types.ts';
export type {
  CoefficientId,
  IfDropped,
  Interval,
  IntervalMethod,
  ItemDistribution,
  ItemStatistics,
  ReliabilityCoefficient,
  ReliabilityDetails,
  ReliabilityReport,
  ReliabilityReportScale,
  ReliabilityScale,
  ScoreDescription,
  ScoreDistribution,
  ShapeByType,
  StudyReport,
  StudyScale,
} from './report-types.ts';
export { respondentScores, type ScoredRespondents } from './respondent-scores.ts';
export { type ScoreCounts, type ScoreSummary, scoreCounts, scoreSummary } from './score-summary.ts';
export {
  emptyValueTally,
  mergeScoreTallies,
  mergeValueTallies,
  type ScoreTally,
  scoreTally,
  summaryOfTally,
  type ValueTally,
  valueTally,
} from './score-tally.ts';
export { shrunkenMeans } from './shrunken-means.ts';
export { type StudyReportOptions, studyReport, studyReportOfTally } from './study-report.ts';
export { type TeamAgreementReportOptions, teamAgreementReport } from './team-agreement-report.ts';
export type {
  TeamAgreementIssueCode,
  TeamAgreementReport,
  TeamAgreementRow,
  TeamAgreementScale,
} from './team-report-types.ts';
