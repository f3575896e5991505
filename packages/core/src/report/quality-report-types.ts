import type { LocalizedText } from '../instrument/instrument.ts';
import type { QualityIndex } from '../quality/index.ts';
import type { Estimate } from './estimate.ts';
import type { ReportIssue } from './issue.ts';

/** One index of careless answering over all respondents. */
export interface QualityReportMeasure {
  readonly index: QualityIndex;
  readonly name: string;
  /** a value beyond it is flagged: above for `above`, below for `below` */
  readonly cut: number;
  readonly flagged: 'above' | 'below';
  /** respondents who have a value */
  readonly n: number;
  /** those flagged, and their share of `n` */
  readonly persons: number;
  readonly share: number | null;
  readonly median: number | null;
  /** where the index or its cut comes from */
  readonly reference: string;
}

/** An index that these answers do not allow. */
export interface QualityReportLeftOut {
  readonly index: QualityIndex;
  readonly name: string;
  readonly reason: 'no-times' | 'fewer-than-three-items' | 'fewer-than-three-pairs' | 'too-few-long-scales';
}

/** A scale among some of the respondents. */
export interface QualityScaleFigures {
  readonly mean: Estimate;
  /** divisor n - 1 */
  readonly sd: number | null;
  /** over the complete respondents */
  readonly alpha: Estimate;
}

export interface QualityReportScale {
  readonly id: string;
  readonly name: LocalizedText;
  readonly all: QualityScaleFigures;
  /** those flagged by fewer than `least` indices */
  readonly without: QualityScaleFigures;
}

export type QualityIssueCode =
  | 'no-respondents'
  | 'several-response-scales'
  | 'few-items'
  | 'few-respondents'
  | 'distances-not-estimable'
  | 'many-flagged'
  | 'alpha-differs';

/** What `peerscale quality --json` prints. No NaN and no Infinity: a figure that does not exist is null. */
export interface QualityReport {
  readonly schema: 'peerscale/quality@1';
  readonly instrument: { readonly id: string; readonly version: string };
  readonly input: { readonly file: string; readonly rows: number };
  readonly respondents: number;
  readonly items: number;
  readonly measures: readonly QualityReportMeasure[];
  readonly leftOut: readonly QualityReportLeftOut[];
  /** how many respondents are flagged by so many indices, from 0 up */
  readonly flagCounts: readonly { readonly flags: number; readonly persons: number }[];
  /** from so many flags on a respondent is among `flagged`, default 2 */
  readonly least: number;
  readonly flagged: number;
  readonly scales: readonly QualityReportScale[];
  readonly issues: readonly ReportIssue<QualityIssueCode>[];
}
