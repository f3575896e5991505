import type { LocalizedText } from '../instrument/instrument.ts';
import type { ReportIssue } from './issue.ts';

/** An interval around an estimate; `level` is the coverage aimed at, such as 0.95. */
export interface Interval {
  readonly method: 'feldt';
  readonly level: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** The figures of a scale with one item left out. All null where they cannot be estimated. */
export interface IfDropped {
  readonly alpha: number | null;
  readonly standardized: number | null;
  readonly lambda6: number | null;
  readonly averageR: number | null;
  readonly signalToNoise: number | null;
  readonly standardError: number | null;
  readonly varianceR: number | null;
  readonly medianR: number | null;
}

/** One item within its scale, keyed. `sd` has divisor n - 1; the correlations are those of psych's item.stats. */
export interface ItemStatistics {
  readonly item: string;
  readonly n: number;
  readonly reversed: boolean;
  readonly mean: number | null;
  readonly sd: number | null;
  readonly rawR: number | null;
  readonly stdR: number | null;
  readonly rCor: number | null;
  readonly rDrop: number | null;
  readonly ifDropped: IfDropped;
}

export interface ReliabilityScale {
  readonly id: string;
  readonly items: readonly string[];
  readonly k: number;
  /** respondents with an answer to every item */
  readonly n: number;
  /** respondents left out because an answer was missing */
  readonly nDropped: number;
  readonly missing: 'listwise';
  readonly alpha: {
    readonly value: number | null;
    readonly standardized: number | null;
    readonly averageR: number | null;
    readonly medianR: number | null;
    readonly signalToNoise: number | null;
    readonly lambda6: number | null;
    readonly interval: Interval;
  };
  readonly itemStatistics: readonly ItemStatistics[];
  readonly issues: readonly ReportIssue[];
}

/** What `peerscale reliability --json` prints. No NaN and no Infinity: a figure that does not exist is null. */
export interface ReliabilityReport {
  readonly schema: 'peerscale/reliability@1';
  /** `validation` says whether anybody has tested yet what the scores mean */
  readonly instrument: { readonly id: string; readonly version: string; readonly validation: 'none yet' | 'published' };
  readonly input: { readonly file: string; readonly rows: number };
  readonly scales: readonly ReliabilityScale[];
}

/**
 * Counts of scale scores, a bin an entry, from low to high. `from` and `to` are the edges to draw; `lowest` and `highest`
 * are the ends of the scores that the bin can hold, equal where it holds one (without a lattice of possible scores they
 * are the edges, and `highest` belongs to the bin in the last one only).
 */
export type ScoreDistribution = readonly {
  readonly from: number;
  readonly to: number;
  readonly lowest: number;
  readonly highest: number;
  readonly count: number;
}[];

export interface StudyScale {
  readonly id: string;
  readonly name: LocalizedText;
  readonly highMeans: LocalizedText;
  readonly method: 'mean' | 'sum' | 'count';
  readonly possible: { readonly minimum: number; readonly maximum: number };
  /** respondents with a score; sd has divisor n - 1 */
  readonly score: { readonly n: number; readonly mean: number | null; readonly sd: number | null } | null;
  /** null below the size at which a distribution is shown */
  readonly distribution: ScoreDistribution | null;
  readonly reliability: ReliabilityScale | null;
  readonly issues: readonly ReportIssue[];
}

/** The results of one group with one instrument, after disclosure control: null stands for "suppressed", with an issue. */
export interface StudyReport {
  readonly schema: 'peerscale/study-report@1';
  readonly instrument: { readonly id: string; readonly version: string; readonly name: LocalizedText };
  readonly validation: 'none yet' | 'published';
  /** null where the number of respondents is itself below the minimum group size and above zero */
  readonly respondents: number | null;
  readonly minimumGroupSize: number;
  readonly distributionGroupSize: number;
  /** the short label and number of every item, for the item tables */
  readonly items: readonly { readonly id: string; readonly number: number; readonly label: LocalizedText }[];
  readonly scales: readonly StudyScale[];
  readonly issues: readonly ReportIssue[];
}
