/** Why a figure is missing or should be read with care. `item` is there where the issue is about one item. */
export interface ReportIssue<Code extends string = ReportIssueCode> {
  readonly code: Code;
  readonly message: string;
  readonly item?: string;
}

/** What can be said in the results of a group, and in the plain figures of a scale. */
export type StudyIssueCode =
  | 'no-respondents'
  | 'too-few-respondents'
  | 'too-few-items'
  | 'constant-item'
  | 'constant-score'
  | 'negative-item-rest'
  | 'negative-alpha'
  | 'singular-correlations'
  | 'suppressed';

export type StudyIssue = ReportIssue<StudyIssueCode>;

/** All that can be said of a scale in a reliability report. */
export type ReportIssueCode =
  | StudyIssueCode
  | 'alpha-rises-when-dropped'
  | 'few-items'
  | 'few-respondents-for-items'
  | 'heywood-case'
  | 'no-convergence';
