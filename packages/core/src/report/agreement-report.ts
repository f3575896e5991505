import { codesIssues } from './agreement-codes-issues.ts';
import { coefficientIssues } from './agreement-coefficient-issues.ts';
import { intraclassCoefficients } from './agreement-intraclass.ts';
import { cohenCoefficient, fleissCoefficient } from './agreement-kappas.ts';
import { type BootstrapDraws, krippendorffCoefficient } from './agreement-krippendorff.ts';
import { correlationCoefficient, limitsOfAgreement } from './agreement-of-two.ts';
import { codeOf, type SortedRatings, sortedRatings } from './agreement-ratings.ts';
import { agreementReferences } from './agreement-references.ts';
import type {
  AgreementCoefficient,
  AgreementIssue,
  AgreementReference,
  AgreementReport,
  LimitsOfAgreement,
  MeasurementLevel,
  RatingTable,
} from './agreement-report-types.ts';

export interface AgreementReportOptions {
  /** what the ratings are; decides which coefficients are given */
  readonly scale: MeasurementLevel;
  /** coverage of the intervals; default 0.95 */
  readonly level?: number;
  /** samples of the bootstrap interval of Krippendorff's alpha; default 1000 */
  readonly draws?: number;
  /** of the bootstrap, a whole number from 0 to 2^32 - 1; default 1 */
  readonly seed?: number;
}

/**
 * How far raters (occasions, methods) agree on the same subjects, by every coefficient that fits the level of measurement:
 *
 * - nominal: Cohen's kappa (two raters), Fleiss' kappa, Krippendorff's alpha
 * - ordinal: weighted kappa, linear and quadratic (two raters), Krippendorff's alpha
 * - interval, ratio: the six intraclass correlations, Krippendorff's alpha; of two raters also Pearson's r, and the limits
 *   of agreement
 *
 * Each says how many subjects are behind it, and how many were left out as ratings are missing: Krippendorff's alpha takes
 * all with two ratings, the others those with all. Ratings must be keyed. More than 1000 distinct values have no table of
 * codes by codes, and so neither kappa nor Krippendorff's alpha.
 *
 * @param input where the ratings came from: a file's name and its number of rows, echoed in the report
 * @returns plain data; a figure that does not exist is null, and an issue says why
 * @throws RangeError for a rater or a code that is there twice, columns of different lengths, an infinite rating, one that
 *   is no place in `codes`, `codes` of interval or ratio ratings, and for options out of range
 * @see docs/methods/agreement.md for formulas, sources and the R calls that agree
 * @example
 * const table = { raters: ['first', 'second'], columns: [[0, 0, 1, 1], [0, 0, 1, 0]], codes: ['no', 'yes'] };
 * agreementReport({ file: 'ratings', rows: 4 }, table, { scale: 'nominal' }).coefficients[0].value // 0.5
 */
export function agreementReport(
  input: AgreementReport['input'],
  table: RatingTable,
  { scale, level = 0.95, draws = 1000, seed = 1 }: AgreementReportOptions,
): AgreementReport {
  if (!(level > 0 && level < 1)) throw new RangeError(`Unexpected level: ${level}.`);
  if (!(Number.isInteger(draws) && draws >= 1)) throw new RangeError(`Unexpected number of draws: ${draws}.`);
  if (!(Number.isInteger(seed) && seed >= 0 && seed <= 0xffffffff)) throw new RangeError(`Unexpected seed: ${seed}.`);
  const ratings = sortedRatings(table, scale);
  const { raters, subjects, given } = ratings;
  const isMeasured = scale === 'interval' || scale === 'ratio';
  const coefficients = coefficientsOf(ratings, level, { draws, seed });
  const limits = isMeasured && raters.length === 2 ? limitsOfAgreement(ratings, level) : null;
  const issues = [...coefficientIssues(ratings, coefficients), ...codesIssues(ratings)];
  return {
    schema: 'peerscale/agreement@1',
    input: { file: input.file, rows: input.rows },
    scale,
    raters,
    subjects,
    ratings: { given, missing: subjects * raters.length - given },
    codes: isMeasured ? null : codeCounts(ratings),
    coefficients,
    limitsOfAgreement: limits,
    issues,
    references: referencesOf(coefficients, limits, issues),
  };
}

function coefficientsOf(ratings: SortedRatings, level: number, bootstrap: BootstrapDraws): AgreementCoefficient[] {
  const { scale, raters } = ratings;
  const isPair = raters.length === 2;
  const krippendorff = krippendorffCoefficient(ratings, level, bootstrap);
  if (scale === 'nominal') {
    const cohen = isPair ? [cohenCoefficient(ratings, 'none', level)] : [];
    return [...cohen, fleissCoefficient(ratings, level), krippendorff];
  }
  if (scale === 'ordinal') {
    const weights = isPair ? (['linear', 'quadratic'] as const) : [];
    return [...weights.map((kind) => cohenCoefficient(ratings, kind, level)), krippendorff];
  }
  const correlation = isPair ? [correlationCoefficient(ratings, level)] : [];
  return [...intraclassCoefficients(ratings, level), krippendorff, ...correlation];
}

function codeCounts(ratings: SortedRatings): { code: string; count: number }[] {
  const counts = new Map(ratings.values.map((value) => [value, 0]));
  for (const own of ratings.bySubject) for (const rating of own) counts.set(rating, counts.get(rating)! + 1);
  return [...counts].map(([value, count]) => ({ code: codeOf(ratings, value), count }));
}

function referencesOf(
  coefficients: readonly AgreementCoefficient[],
  limits: LimitsOfAgreement | null,
  issues: readonly AgreementIssue[],
): Partial<Record<AgreementReference, string>> {
  const used = new Set<AgreementReference>(coefficients.map(({ reference }) => reference));
  if (limits !== null) used.add(limits.reference);
  if (issues.some(({ code }) => code === 'few-subjects')) used.add('koo-li-2016');
  return Object.fromEntries([...used].map((key) => [key, agreementReferences[key]]));
}
