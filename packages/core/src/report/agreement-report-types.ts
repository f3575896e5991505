import type { KrippendorffMetric } from '../agreement/index.ts';

/**
 * What the ratings are: names (`nominal`), codes with an order (`ordinal`), values whose differences mean something
 * (`interval`), or whose ratios do (`ratio`). It decides which coefficients make sense.
 */
export type MeasurementLevel = KrippendorffMetric;

/** Ratings of subjects by raters, judges, methods or on occasions. */
export interface RatingTable {
  /** names of the raters, each once */
  readonly raters: readonly string[];
  /** a column a rater, an entry a subject, all of one length; NaN where the rater did not rate the subject */
  readonly columns: readonly ArrayLike<number>[];
  /** nominal and ordinal: ratings are places in this list, from 0; an ordinal one is the whole scale in its order */
  readonly codes?: readonly string[];
}

export type AgreementCoefficientId =
  | 'cohen-kappa'
  | 'weighted-kappa-linear'
  | 'weighted-kappa-quadratic'
  | 'fleiss-kappa'
  | 'krippendorff-alpha'
  | 'icc-1-1'
  | 'icc-2-1'
  | 'icc-3-1'
  | 'icc-1-k'
  | 'icc-2-k'
  | 'icc-3-k'
  | 'pearson-r';

/** What an interval rests on; `f-satterthwaite` and `large-sample` are approximate. */
export type AgreementIntervalMethod =
  | 'f-distribution'
  | 'f-satterthwaite'
  | 'fisher'
  | 'large-sample'
  | 'student-t'
  | 'bootstrap-percentile';

export interface AgreementInterval {
  readonly method: AgreementIntervalMethod;
  /** coverage aimed at, such as 0.95 */
  readonly level: number;
  readonly lower: number | null;
  readonly upper: number | null;
  /** of a bootstrap interval: the samples drawn, those in which the figure exists, and the seed that gives them again */
  readonly bootstrap?: { readonly draws: number; readonly usable: number; readonly seed: number };
}

export interface AgreementCoefficient {
  readonly id: AgreementCoefficientId;
  readonly name: string;
  /** null where it does not exist for these ratings: an issue says why */
  readonly value: number | null;
  readonly interval: AgreementInterval;
  /** subjects behind it, and those left out */
  readonly n: number;
  readonly nDropped: number;
  /** who is left out: subjects not rated by all raters, those rated less often than others, those not rated twice */
  readonly missing: 'listwise' | 'most-rated' | 'rated-twice';
  /** ratings of each subject behind it; null where it varies */
  readonly ratings: number | null;
  /** how it was estimated, in a few words */
  readonly method: string;
  /** key of the report's `references` */
  readonly reference: AgreementReference;
  /** of a kappa: the (weighted) shares of agreement that were seen, and that chance would give */
  readonly agreement?: { readonly observed: number | null; readonly expected: number | null };
  /** of an intraclass correlation: the test of "subjects do not differ" */
  readonly test?: {
    readonly f: number | null;
    readonly df1: number | null;
    readonly df2: number | null;
    readonly p: number | null;
  };
}

/** A figure of the limits of agreement, in the unit of the ratings. */
export interface AgreementFigure {
  readonly value: number | null;
  readonly interval: AgreementInterval;
}

/** Bland and Altman's limits for first - second. */
export interface LimitsOfAgreement {
  readonly first: string;
  readonly second: string;
  readonly n: number;
  readonly nDropped: number;
  /** share of differences that the limits are to hold */
  readonly coverage: number;
  readonly bias: AgreementFigure;
  readonly lower: AgreementFigure;
  readonly upper: AgreementFigure;
  /** standard deviation of the differences, divisor n - 1 */
  readonly sd: number | null;
  /** correlation of the differences with the means: far from 0, the limits do not fit all of the range */
  readonly trend: number | null;
  readonly reference: AgreementReference;
}

export type AgreementReference =
  | 'cohen-1960'
  | 'cohen-1968'
  | 'fleiss-1971'
  | 'hayes-krippendorff-2007'
  | 'shrout-fleiss-1979'
  | 'fisher-1915'
  | 'bland-altman-1999'
  | 'koo-li-2016';

export type AgreementIssueCode =
  | 'no-ratings'
  | 'one-rater'
  | 'not-rated-twice'
  | 'raters-not-crossed'
  | 'too-few-subjects'
  | 'few-subjects'
  | 'constant-ratings'
  | 'constant-rater'
  | 'subjects-alike'
  | 'negative-ratings'
  | 'too-many-values'
  | 'not-estimable'
  | 'no-interval'
  | 'point-interval'
  | 'unusable-draws'
  | 'negative-coefficient'
  | 'improper-coefficient'
  | 'code-of-one-rater'
  | 'unused-code'
  | 'similar-labels';

/** Why a figure is missing or should be read with care. */
export interface AgreementIssue {
  readonly code: AgreementIssueCode;
  readonly message: string;
  /** the coefficients it is about; absent where it is about the ratings */
  readonly coefficients?: readonly AgreementCoefficientId[];
  readonly rater?: string;
}

/** What `peerscale agreement --json` prints. No NaN and no Infinity: a figure that does not exist is null. */
export interface AgreementReport {
  readonly schema: 'peerscale/agreement@1';
  readonly input: { readonly file: string; readonly rows: number };
  readonly scale: MeasurementLevel;
  readonly raters: readonly string[];
  readonly subjects: number;
  /** ratings that are there, and cells without one */
  readonly ratings: { readonly given: number; readonly missing: number };
  /** nominal and ordinal: the codes in their order, each with the number of its ratings */
  readonly codes: readonly { readonly code: string; readonly count: number }[] | null;
  readonly coefficients: readonly AgreementCoefficient[];
  /** null unless there are two raters of interval or ratio ratings */
  readonly limitsOfAgreement: LimitsOfAgreement | null;
  readonly issues: readonly AgreementIssue[];
  /** what `reference` stands for */
  readonly references: Partial<Readonly<Record<AgreementReference, string>>>;
}
