/** Why a figure is missing or should be read with care. `item` is there where the issue is about one item. */
export interface ReportIssue {
  readonly code: ReportIssueCode;
  readonly message: string;
  readonly item?: string;
}

export type ReportIssueCode =
  | 'no-respondents'
  | 'too-few-respondents'
  | 'too-few-items'
  | 'constant-item'
  | 'constant-score'
  | 'negative-item-rest'
  | 'negative-alpha'
  | 'singular-correlations'
  | 'suppressed';
