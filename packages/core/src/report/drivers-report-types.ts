import type { LocalizedText } from '../instrument/instrument.ts';
import type { Estimate } from './estimate.ts';
import type { ReportIssue } from './issue.ts';

/** A variable of the regression: a scale of the instrument, or a column of numbers. */
export interface DriverVariable {
  readonly id: string;
  readonly name: LocalizedText;
  /** a value a respondent; NaN where there is none */
  readonly values: Float64Array;
}

/** How a variable is spread among the complete respondents. */
export interface DriverDescription {
  readonly id: string;
  readonly name: LocalizedText;
  readonly mean: number | null;
  /** divisor n - 1 */
  readonly sd: number | null;
}

/** A test of a coefficient with a robust standard error. */
export interface DriverTest extends Estimate {
  readonly standardError: number | null;
  readonly t: number | null;
  readonly df: number | null;
  readonly p: number | null;
}

/** One predictor, the others held. */
export interface DriverPredictor extends DriverDescription {
  /** change of the outcome for one point of the predictor */
  readonly coefficient: DriverTest;
  /** in standard deviations of both */
  readonly standardized: number | null;
  /** variance inflation: 1 where the predictor goes with no other */
  readonly varianceInflation: number | null;
  /** correlation with the outcome, nothing held */
  readonly r: number | null;
  /** its Shapley share in R squared (general dominance) with a bootstrap interval */
  readonly share: Estimate;
  /** of R squared, from 0 to 1 */
  readonly shareOfExplained: number | null;
}

/** What a predictor does at one value of the moderator. */
export interface DriverSlope {
  readonly at: number;
  readonly slope: DriverTest;
}

/** Whether the moderator changes what a predictor does, the other predictors held. */
export interface DriverModeration {
  readonly predictor: string;
  /** of the product, both centred: change of the slope for one point of the moderator */
  readonly product: DriverTest;
  /** adjusted over the predictors (Holm) */
  readonly adjustedP: number | null;
  readonly addedRSquared: number | null;
  /** at the moderator's mean less one standard deviation, at its mean, and plus one; both values of a two-valued one */
  readonly slopes: readonly DriverSlope[];
}

/** How much of an association goes by way of the mediator, the other predictors held. */
export interface DriverMediation {
  readonly predictor: string;
  /** with a bootstrap interval */
  readonly indirect: Estimate;
  readonly direct: number | null;
  readonly total: number | null;
}

export type DriversIssueCode =
  | 'no-respondents'
  | 'too-few-respondents'
  | 'few-respondents'
  | 'few-teams'
  | 'one-team'
  | 'no-team'
  | 'constant-variable'
  | 'linearly-dependent'
  | 'high-inflation'
  | 'unusable-draws';

/** What `peerscale drivers --json` prints. No NaN and no Infinity: a figure that does not exist is null. */
export interface DriversReport {
  readonly schema: 'peerscale/drivers@1';
  readonly instrument: { readonly id: string; readonly version: string } | null;
  readonly input: { readonly file: string; readonly rows: number };
  readonly outcome: DriverDescription;
  /** respondents with every variable (and a team, where teams were named), and those left out */
  readonly n: number;
  readonly nDropped: number;
  /** null where no teams were named */
  readonly teams: number | null;
  readonly standardErrors: 'HC3' | 'CR2';
  readonly rSquared: Estimate;
  readonly adjustedRSquared: number | null;
  readonly intercept: DriverTest;
  readonly predictors: readonly DriverPredictor[];
  readonly moderator: DriverDescription | null;
  readonly moderations: readonly DriverModeration[];
  readonly mediator: DriverDescription | null;
  readonly mediations: readonly DriverMediation[];
  readonly bootstrap: { readonly method: 'bca' | 'percentile'; readonly draws: number; readonly seed: number };
  readonly issues: readonly ReportIssue<DriversIssueCode>[];
  readonly references: readonly string[];
}
