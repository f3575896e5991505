import { fCdf, fQuantile } from '../distributions/index.ts';
import type { TwoWayMeanSquares } from './two-way-mean-squares.ts';

/** One intraclass correlation, with the F test of "there is none" and its interval. */
export interface IntraclassCorrelation {
  readonly icc: number;
  readonly f: number;
  readonly df1: number;
  readonly df2: number;
  readonly p: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * The six forms of Shrout & Fleiss, with McGraw & Wong's names. "Single" is the reliability of one rater's ratings, "k" of
 * the mean of all k raters.
 */
export interface IntraclassCorrelations {
  /** ICC(1,1): each subject has raters of its own; one-way random, absolute agreement */
  readonly icc1: IntraclassCorrelation;
  /** ICC(2,1): the same raters for all, a sample of raters; two-way, absolute agreement, ICC(A,1) */
  readonly icc2: IntraclassCorrelation;
  /** ICC(3,1): the same raters for all, no others of interest; two-way, consistency, ICC(C,1) */
  readonly icc3: IntraclassCorrelation;
  /** ICC(1,k) */
  readonly icc1k: IntraclassCorrelation;
  /** ICC(2,k), ICC(A,k) */
  readonly icc2k: IntraclassCorrelation;
  /** ICC(3,k), ICC(C,k): Cronbach's alpha of the raters */
  readonly icc3k: IntraclassCorrelation;
}

/**
 * Intraclass correlations in all six forms. With B, J, E the mean squares of subjects, raters and residual, and W that
 * within subjects, (SSJ + SSE) / (n (k - 1)):
 *
 *   icc1 = (B - W) / (B + (k - 1) W)                       icc1k = (B - W) / B
 *   icc2 = (B - E) / (B + (k - 1) E + k (J - E) / n)       icc2k = (B - E) / (B + (J - E) / n)
 *   icc3 = (B - E) / (B + (k - 1) E)                       icc3k = (B - E) / B
 *
 * Intervals from F quantiles, exact for normal ratings in forms 1 and 3; in form 2 with Satterthwaite's degrees of
 * freedom, approximate. The F test of form 2 is that of form 3. Estimates can be negative and are not clipped.
 *
 * @param meanSquares of complete ratings (`twoWayMeanSquaresOf`)
 * @param level coverage aimed at, default 0.95
 * @returns NaN for fewer than two subjects or raters, degrees of freedom included; NaN but for these where there is no
 *   variation, where the variance of a rating is estimated as 0, and with a NaN among the ratings; the k forms also where
 *   subjects do not differ at all. Where nothing but the subjects varies every figure is 1, limits included, and F infinite
 * @throws RangeError unless 0 < level < 1
 * @see Shrout & Fleiss (1979), doi:10.1037/0033-2909.86.2.420; McGraw & Wong (1996), doi:10.1037/1082-989X.1.1.30; agrees
 *   with R `psych::ICC(x, lmer = FALSE)`; its default lmer = TRUE differs where a variance component is negative
 * @example
 * const ratings = [[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]];
 * intraclassCorrelations(twoWayMeanSquaresOf(momentsOf(ratings))).icc2.icc // 0.2898; the example of Shrout & Fleiss
 */
export function intraclassCorrelations(meanSquares: TwoWayMeanSquares, level = 0.95): IntraclassCorrelations {
  if (!(level > 0 && level < 1)) throw new RangeError(`Unexpected level: ${level}.`);
  const { n, k } = meanSquares;
  // only their ratios matter, and products of huge ones would overflow
  const unit = Math.max(meanSquares.subjects, meanSquares.raters, meanSquares.residual);
  const between = meanSquares.subjects / unit;
  const raters = meanSquares.raters / unit;
  const residual = meanSquares.residual / unit;
  const within = (raters + (n - 1) * residual) / n;
  const outside = (1 - level) / 2;

  const test = (error: number, df2: number) => {
    const f = between / error;
    const exists = n > 1 && k > 1;
    return { f, df1: exists ? n - 1 : NaN, df2: exists ? df2 : NaN, p: fCdf(f, n - 1, df2, 'upper') };
  };
  const consistency = (error: number, df2: number): [IntraclassCorrelation, IntraclassCorrelation] => {
    const tested = test(error, df2);
    const low = tested.f / fQuantile(outside, n - 1, df2, 'upper');
    const high = tested.f * fQuantile(outside, df2, n - 1, 'upper');
    const single = (f: number): number => 1 - k / (f + k - 1);
    const mean = (f: number): number => finite(1 - 1 / f);
    return [
      { icc: single(tested.f), ...tested, lower: single(low), upper: single(high) },
      { icc: mean(tested.f), ...tested, lower: mean(low), upper: mean(high) },
    ];
  };
  const agreement = (): [IntraclassCorrelation, IntraclassCorrelation] => {
    const df2 = (n - 1) * (k - 1);
    const tested = test(residual, df2);
    const icc = ratio(between - residual, between + (k - 1) * residual + (k * (raters - residual)) / n);
    const limits = agreementLimits(icc, n, k, between, raters, residual, outside);
    const mean = between > 0 ? ratio(between - residual, between + (raters - residual) / n) : NaN;
    const stepUp = (single: number): number => (Number.isNaN(mean) ? NaN : (k * single) / (1 + (k - 1) * single));
    return [
      { icc, ...tested, ...limits },
      { icc: mean, ...tested, lower: stepUp(limits.lower), upper: stepUp(limits.upper) },
    ];
  };
  const [icc1, icc1k] = consistency(within, n * (k - 1));
  const [icc2, icc2k] = agreement();
  const [icc3, icc3k] = consistency(residual, (n - 1) * (k - 1));
  return { icc1, icc2, icc3, icc1k, icc2k, icc3k };
}

function agreementLimits(
  icc: number,
  n: number,
  k: number,
  between: number,
  raters: number,
  residual: number,
  outside: number,
): { lower: number; upper: number } {
  if (raters === 0 && residual === 0) return { lower: icc, upper: icc }; // 1: the degrees of freedom are 0 / 0
  const ofRaters = k * icc * raters;
  const ofResidual = (n * (1 + (k - 1) * icc) - k * icc) * residual;
  const df = (ofRaters + ofResidual) ** 2 / (ofRaters ** 2 / (k - 1) + ofResidual ** 2 / ((n - 1) * (k - 1)));
  const error = k * raters + (k * n - k - n) * residual;
  const low = fQuantile(outside, n - 1, df, 'upper');
  const high = fQuantile(outside, df, n - 1, 'upper');
  return {
    lower: (n * (between - low * residual)) / (low * error + n * between),
    upper: (n * (high * between - residual)) / (error + n * high * between),
  };
}

const finite = (value: number): number => (Number.isFinite(value) ? value : NaN);

/** NaN over nothing: the mean squares are in units of the largest, so less than this is what rounding leaves of 0. */
const ratio = (numerator: number, denominator: number): number =>
  Math.abs(denominator) > 1e-12 ? numerator / denominator : NaN;
