/** A column of the fixed part. */
export interface FixedColumn {
  readonly name: string;
  readonly values: ArrayLike<number>;
  /** columns of the same term are tested together, such as the contrasts of wave; default: the name */
  readonly term?: string;
}

/** What persons or rows share: a team, a person over waves. */
export interface RandomGroup {
  readonly name: string;
  /** which one a row belongs to: whole numbers from 0, below 0 where unknown; ids of nested groups differ between parents */
  readonly ids: ArrayLike<number>;
  /** a column whose slope varies between them as well; default none */
  readonly slope?: {
    readonly name: string;
    readonly values: ArrayLike<number>;
    /**
     * whether intercepts and slopes go together, default true. Without, as `lme4`'s `||`, one parameter less: for few members.
     * Then it matters what value of the column is 0: intercepts are independent of slopes there, and nowhere else
     */
    readonly correlated?: boolean;
  };
}

/** Long form: one row an answer time of a person. */
export interface MixedModelData {
  readonly outcome: ArrayLike<number>;
  readonly fixed: readonly FixedColumn[];
  readonly groups: readonly RandomGroup[];
}

export interface MixedModelOptions {
  /** 'REML' (default), for variances and tests; 'ML' to compare models with different fixed parts */
  readonly method?: 'REML' | 'ML';
  /** of the tests of fixed effects, default 'satterthwaite'; 'kenward-roger' (REML only) corrects standard errors too; 'infinite' is the normal distribution and costs nothing */
  readonly degreesOfFreedom?: 'satterthwaite' | 'kenward-roger' | 'infinite';
  /** coverage of the intervals, default 0.95 */
  readonly level?: number;
  /** whether the fixed part starts with a constant, default true */
  readonly intercept?: boolean;
  /** names of the groups whose effects are predicted, default all; of crossed groups with thousands of members costly */
  readonly predict?: readonly string[];
}

export interface FixedEffect {
  readonly name: string;
  readonly value: number;
  readonly standardError: number;
  readonly t: number;
  readonly df: number;
  readonly p: number;
  readonly interval: { readonly lower: number; readonly upper: number; readonly level: number };
}

/** F test of all columns of a term at once. */
export interface FixedTerm {
  readonly name: string;
  readonly f: number;
  readonly numeratorDf: number;
  readonly denominatorDf: number;
  readonly p: number;
}

/** How much the members of a group differ. */
export interface VarianceComponent {
  readonly name: string;
  /** members with a row */
  readonly members: number;
  /** of the intercept: where the slope's column is 0 */
  readonly variance: number;
  readonly sd: number;
  readonly slope?: {
    readonly name: string;
    readonly variance: number;
    readonly sd: number;
    readonly covariance: number;
    readonly correlation: number;
  };
  /** share of the variance that the fixed part leaves: the ICC of this level; with a slope, its mean over the rows */
  readonly share: number;
}

/**
 * Empirical Bayes predictions of a group: the team's own figure drawn towards what is expected, the more the fewer its
 * rows. One entry a member, ordered by id.
 */
export interface PredictedEffects {
  readonly name: string;
  readonly ids: Int32Array;
  readonly rows: Int32Array;
  /** departure of the intercept from the fixed part */
  readonly intercepts: Float64Array;
  /** given the fixed part and the variances, as lme4's `condVar` */
  readonly interceptStandardErrors: Float64Array;
  readonly slopes?: Float64Array;
  readonly slopeStandardErrors?: Float64Array;
  /** shrunken mean: the departure, added to the fixed part at the means of its columns (and of the slope's column) */
  readonly means: Float64Array;
  /** of the mean, that of the fixed part included, given the variances */
  readonly meanStandardErrors: Float64Array;
  /** of the mean, the variances being estimates too (Prasad & Rao): larger where members are few */
  readonly predictionErrors: Float64Array;
  /** t interval of the mean on the prediction error, with n - fixed effects degrees of freedom, at the model's level */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/**
 * What is to be known about a fit.
 * - `too-few-rows`: no more rows than fixed columns; no figures
 * - `too-few-members`: a group with one member; no figures
 * - `not-identified`: as many effects of a group as rows: they cannot be told from residuals; no figures
 * - `no-residual-variance`: fixed part or groups explain everything; no figures
 * - `collinear-columns`: a fixed column is a sum of those before it; it has no figures (NaN), the rest are without it
 * - `singular`: a variance is 0, or a correlation -1 or 1, at the best fit
 * - `flat`: some variances cannot be told apart
 * - `not-converged`
 */
export type MixedModelIssue =
  | 'too-few-rows'
  | 'too-few-members'
  | 'not-identified'
  | 'no-residual-variance'
  | 'collinear-columns'
  | 'singular'
  | 'flat'
  | 'not-converged';

/** A fitted linear mixed model. */
export interface MixedModel {
  readonly method: 'REML' | 'ML';
  /** how df, and with 'kenward-roger' the standard errors, were worked out */
  readonly degreesOfFreedom: 'satterthwaite' | 'kenward-roger' | 'infinite';
  /** rows used */
  readonly n: number;
  /** rows left out: something was NaN, or a group unknown */
  readonly excluded: number;
  readonly fixed: readonly FixedEffect[];
  readonly terms: readonly FixedTerm[];
  /** of the fixed effects, as they stand in `fixed`; with 'kenward-roger' the adjusted one */
  readonly covariances: readonly Float64Array[];
  readonly groups: readonly VarianceComponent[];
  readonly residual: { readonly variance: number; readonly sd: number; readonly share: number };
  readonly predicted: readonly PredictedEffects[];
  /** -2 log likelihood; with REML the REML criterion */
  readonly deviance: number;
  readonly logLikelihood: number;
  /** fixed effects and (co)variances, the residual one among them */
  readonly parameters: number;
  readonly aic: number;
  readonly bic: number;
  readonly singular: boolean;
  readonly converged: boolean;
  readonly iterations: number;
  readonly issues: readonly MixedModelIssue[];
}
