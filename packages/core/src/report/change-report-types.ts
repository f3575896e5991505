import type { Adjustment } from '../change/index.ts';
import type { LocalizedText } from '../instrument/instrument.ts';
import type { ChangeGrid } from './change-grid.ts';
import type { Estimate, EstimateInterval } from './estimate.ts';
import type { ReportIssue } from './issue.ts';

/** Scores of one wave, and where they came from. */
export interface ChangeWave {
  readonly file: string;
  readonly rows: number;
  /** a column a scale, in the order of the scales; NaN where there is no score */
  readonly scores: readonly Float64Array[];
  /** the team of each row; '' where unknown */
  readonly teams?: readonly string[];
}

/** What is compared. */
export interface ChangeScale {
  readonly id: string;
  readonly name: LocalizedText;
  /** of one person's score */
  readonly possible: { readonly minimum: number; readonly maximum: number };
  /** of the score, for reliable change; null where none is known */
  readonly reliability: { readonly value: number; readonly source: 'alpha-of-first-wave' | 'given' } | null;
}

/** One group at one time. */
export interface ChangeSample {
  readonly n: number;
  readonly mean: number | null;
  /** of the mean, by t; null where there is none */
  readonly interval: EstimateInterval | null;
  /** divisor n - 1 */
  readonly sd: number | null;
}

/** A mean difference, after less before, with its test. */
export interface ChangeDifference extends Estimate {
  readonly standardError: number | null;
  readonly t: number | null;
  readonly df: number | null;
  readonly p: number | null;
  /** adjusted over the scales; for teams over the teams shown. null where it is not among the tests that are adjusted */
  readonly adjustedP: number | null;
}

export interface ChangeEquivalence {
  /** in points of the score: from minus to plus this a change does not matter */
  readonly bound: number;
  /** the larger of the two one-sided p values */
  readonly p: number | null;
  readonly equivalent: boolean | null;
  readonly interval: { readonly level: number; readonly lower: number | null; readonly upper: number | null };
}

/** How many single persons changed by more than the error of the score. */
export interface ChangeReliable {
  readonly method: 'jacobson-truax';
  readonly reliability: { readonly value: number; readonly source: 'alpha-of-first-wave' | 'given' };
  /** standard deviation of the first wave in those linked */
  readonly sd: number;
  readonly level: number;
  /** in points of the score: of one person, and of the mean of those linked */
  readonly smallestDetectableChange: number;
  readonly ofTheGroup: number;
  readonly n: number;
  readonly higher: number;
  readonly unchanged: number;
  readonly lower: number;
}

/** The same people, found again. */
export interface LinkedChange {
  readonly n: number;
  readonly before: ChangeSample;
  readonly after: ChangeSample;
  readonly r: number | null;
  readonly difference: ChangeDifference;
  /** in the root of the mean variance of the waves, plain and with Hedges' correction */
  readonly dav: Estimate;
  readonly gav: Estimate;
  readonly wilcoxon: { readonly p: number | null; readonly exact: boolean; readonly rankBiserial: number | null };
  readonly equivalence: ChangeEquivalence | null;
  readonly reliableChange: ChangeReliable | null;
  /** first against second wave; null where too few were linked */
  readonly grid: ChangeGrid | null;
}

/** People who were there only once: those who left beside those who came. Also both waves where nobody was linked. */
export interface UnlinkedChange {
  readonly before: ChangeSample;
  readonly after: ChangeSample;
  readonly difference: ChangeDifference;
  readonly g: Estimate;
  readonly equivalence: ChangeEquivalence | null;
}

/** Everybody of both waves, some of them the same people. */
export interface EverybodyChange {
  /** null where nobody was linked: the interval then takes all for other people */
  readonly linked: number | null;
  readonly before: ChangeSample;
  readonly after: ChangeSample;
  readonly difference: ChangeDifference;
  readonly equivalence: ChangeEquivalence | null;
}

/** Change of one team; nothing but `status` where it is not shown. */
export type TeamChange =
  | {
      readonly team: string;
      readonly status: 'shown';
      readonly before: ChangeSample;
      readonly after: ChangeSample;
      readonly difference: ChangeDifference;
    }
  | {
      readonly team: string;
      readonly status: 'suppressed' | 'no-data';
      /** in words that do not say which of the reasons it was */
      readonly reason: string;
    };

export type ChangeIssueCode =
  | 'no-respondents'
  | 'not-linked'
  | 'nobody-linked'
  | 'too-few-linked'
  | 'no-variation'
  | 'suppressed'
  | 'no-reliability'
  | 'teams-of-linked'
  | 'people-who-moved'
  | 'one-team';

export interface ChangeReportScale {
  readonly id: string;
  readonly name: LocalizedText;
  readonly possible: { readonly minimum: number; readonly maximum: number };
  /** each null where nobody was linked, or where it is not shown: an issue says so */
  readonly linked: LinkedChange | null;
  readonly unlinked: UnlinkedChange | null;
  readonly everybody: EverybodyChange | null;
  /** null without teams */
  readonly teams: { readonly basis: 'linked' | 'everybody'; readonly rows: readonly TeamChange[] } | null;
  readonly issues: readonly ReportIssue<ChangeIssueCode>[];
}

/** What `peerscale change --json` prints. No NaN and no Infinity: a figure that does not exist is null. */
export interface ChangeReport {
  readonly schema: 'peerscale/change@1';
  readonly instrument: { readonly id: string; readonly version: string } | null;
  readonly first: { readonly file: string; readonly rows: number };
  readonly second: { readonly file: string; readonly rows: number };
  /** null where nobody was looked for */
  readonly linkedBy: 'id' | 'code' | null;
  readonly level: number;
  readonly adjustment: Adjustment;
  readonly minimumGroupSize: number;
  readonly scales: readonly ChangeReportScale[];
  readonly issues: readonly ReportIssue<ChangeIssueCode>[];
  readonly references: readonly string[];
}
