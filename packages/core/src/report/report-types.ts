import type { LocalizedText } from '../instrument/instrument.ts';
import type { MissingReason } from '../instrument/missing-reason.ts';
import type { MissingTreatment } from '../moments/index.ts';
import type { ReportIssue, StudyIssue } from './issue.ts';

/** How an interval was made. The bootstrap ones rest on draws of respondents, the others on a distribution. */
export type IntervalMethod = 'feldt' | 'bonett' | 'duhachek-iacobucci' | 'bootstrap-percentile' | 'bootstrap-bca';

/** An interval around an estimate; `level` is the coverage aimed at, such as 0.95. */
export interface Interval {
  readonly method: IntervalMethod;
  readonly level: number;
  readonly lower: number | null;
  readonly upper: number | null;
  /** respondents it counts on, where these are not the complete ones: the fewest behind any pair of items */
  readonly n?: number;
  /** of a bootstrap interval: the samples drawn, those in which the figure exists, and the seed that gives them again */
  readonly bootstrap?: { readonly draws: number; readonly usable: number; readonly seed: number };
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
  /** which answers are behind the figures; `n` and `nDropped` count complete respondents under every rule */
  readonly missing: MissingTreatment;
  /** of "pairwise" and "em": the fewest and the most respondents behind any pair of items, or any item */
  readonly pairs?: { readonly smallest: number; readonly largest: number };
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
  readonly issues: readonly StudyIssue[];
}

/** One coefficient of a scale beside its alpha. `id` names it for programs, `name` for people. */
export interface ReliabilityCoefficient {
  readonly id: CoefficientId;
  readonly name: string;
  readonly value: number | null;
  /** null where none is known, or none was asked for */
  readonly interval: Interval | null;
  /** respondents behind it */
  readonly n: number;
  /** how it was estimated, in a few words: "one factor, maximum likelihood" */
  readonly method: string;
  /** key of `methodReferences` */
  readonly reference: string;
}

export type CoefficientId =
  | 'omega-ml'
  | 'omega-minres'
  | 'composite-reliability'
  | 'average-variance-extracted'
  | 'guttman-lambda-1'
  | 'guttman-lambda-2'
  | 'guttman-lambda-3'
  | 'guttman-lambda-4'
  | 'guttman-lambda-5'
  | 'guttman-lambda-6'
  | 'ten-berge-mu-0'
  | 'ten-berge-mu-1'
  | 'ten-berge-mu-2'
  | 'ten-berge-mu-3'
  | 'kr-20'
  | 'kr-21'
  | 'split-half-maximum'
  | 'split-half-mean'
  | 'split-half-minimum'
  | 'split-half-odd-even'
  | 'standard-error-of-measurement'
  | 'smallest-detectable-change';

/** A figure by the three definitions in use: 1 moments, 2 SAS and SPSS, 3 psych's default. */
export interface ShapeByType {
  readonly type1: number | null;
  readonly type2: number | null;
  readonly type3: number | null;
}

/** How the answers to one item are spread, as they were given (not keyed), over all respondents. */
export interface ItemDistribution {
  readonly item: string;
  readonly label: LocalizedText;
  readonly number: number;
  readonly reversed: boolean;
  /** respondents who answered, and those who did not */
  readonly n: number;
  readonly missing: number;
  readonly missingShare: number | null;
  /** those who did not answer by reason; absent where the source of the answers does not know reasons */
  readonly missingByReason?: readonly { readonly reason: MissingReason; readonly count: number }[];
  /** every code of the response scale, in its order; shares are of those who answered */
  readonly categories: readonly { readonly code: number; readonly count: number; readonly share: number | null }[];
  readonly mean: number | null;
  /** divisor n - 1 */
  readonly sd: number | null;
  readonly skewness: ShapeByType;
  readonly kurtosis: ShapeByType;
  /** shares of answers at the lowest and the highest code */
  readonly floor: number | null;
  readonly ceiling: number | null;
  /** keyed means of the upper and lower 27 percent of complete respondents, and their difference over the range */
  readonly discrimination: {
    readonly upper: number | null;
    readonly lower: number | null;
    readonly value: number | null;
  };
}

/** The scale score of the complete respondents. */
export interface ScoreDescription {
  readonly n: number;
  readonly mean: number | null;
  /** divisor n - 1 */
  readonly sd: number | null;
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly possible: { readonly minimum: number; readonly maximum: number };
  /** shares of scores at the lowest and the highest possible value */
  readonly floor: number | null;
  readonly ceiling: number | null;
  readonly skewness: ShapeByType;
  readonly kurtosis: ShapeByType;
  readonly distribution: ScoreDistribution;
}

/** Everything that `peerscale reliability --all` and `peerscale report` say of one scale. */
export interface ReliabilityReportScale extends Omit<ReliabilityScale, 'issues'> {
  readonly name: LocalizedText;
  readonly highMeans: LocalizedText;
  readonly method: 'mean' | 'sum' | 'count';
  /** omega by maximum likelihood and the standard error of measurement; with `all` every coefficient there is */
  readonly coefficients: readonly ReliabilityCoefficient[];
  /** absent unless `all` was asked for */
  readonly details?: ReliabilityDetails;
  readonly issues: readonly ReportIssue[];
}

export interface ReliabilityDetails {
  readonly score: ScoreDescription;
  readonly items: readonly ItemDistribution[];
  /** correlations of the keyed items, k x k in the order of `items`; null where one does not vary */
  readonly correlations: readonly (readonly (number | null)[])[];
}

/** What `peerscale reliability --json` prints. No NaN and no Infinity: a figure that does not exist is null. */
export interface ReliabilityReport {
  readonly schema: 'peerscale/reliability@1';
  /** `validation` says whether anybody has tested yet what the scores mean */
  readonly instrument: { readonly id: string; readonly version: string; readonly validation: 'none yet' | 'published' };
  readonly input: { readonly file: string; readonly rows: number };
  readonly scales: readonly ReliabilityReportScale[];
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
  readonly issues: readonly StudyIssue[];
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
  readonly issues: readonly StudyIssue[];
}
