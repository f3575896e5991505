export { type CodebookEntry, type CodebookOptions, codebookOf } from './codebook.ts';
export type { ReportIssue, ReportIssueCode } from './issue.ts';
export { type ReliabilityReportOptions, reliabilityReport } from './reliability-report.ts';
export type {
  IfDropped,
  Interval,
  ItemStatistics,
  ReliabilityReport,
  ReliabilityScale,
  ScoreDistribution,
  StudyReport,
  StudyScale,
} from './report-types.ts';
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
export { type StudyReportOptions, studyReport } from './study-report.ts';
