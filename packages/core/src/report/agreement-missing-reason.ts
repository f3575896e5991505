import { MOST_CODES } from './agreement-kappas.ts';
import { codeOf, type SortedRatings } from './agreement-ratings.ts';
import type { AgreementCoefficient, AgreementCoefficientId, AgreementIssueCode } from './agreement-report-types.ts';

/** What is said of one coefficient, before coefficients of which the same is said are put together. */
export type Remark = readonly [code: AgreementIssueCode, message: (names: string, isOne: boolean) => string];

/** What is made of a table of codes by codes. */
const OF_TABLES: ReadonlySet<AgreementCoefficientId> = new Set([
  'cohen-kappa',
  'weighted-kappa-linear',
  'weighted-kappa-quadratic',
  'krippendorff-alpha',
]);

/** Why a coefficient does not exist. */
export function reasonMissing(ratings: SortedRatings, coefficient: AgreementCoefficient): Remark {
  const { given, raters, most, values, scale, complete, bySubject } = ratings;
  const { id, n, missing } = coefficient;
  if (given === 0) return ['no-ratings', () => 'There are no ratings.'];
  if (raters.length < 2) return ['one-rater', () => 'There is one rater: agreement needs two.'];
  if (most < 2) return ['not-rated-twice', () => 'No subject was rated twice, so there is nothing to compare.'];
  if (n === 0 && missing === 'listwise') {
    const all = raters.length === 2 ? 'both raters' : `all ${raters.length} raters`;
    return ['raters-not-crossed', (names) => `No subject was rated by ${all}, as ${names} would need.`];
  }
  if (values.length > MOST_CODES && OF_TABLES.has(id)) {
    return [
      'too-many-values',
      (names) =>
        `There are ${values.length} different values, more than the ${MOST_CODES} for which ${names} is computed.`,
    ];
  }
  if (id === 'krippendorff-alpha' && scale === 'ratio' && values.some((value) => value < 0)) {
    return [
      'negative-ratings',
      (names) => `There are negative ratings, so they have no ratios: ${names} (ratio) does not exist.`,
    ];
  }
  const used = new Set(
    missing === 'listwise' ? complete.flatMap((column) => [...new Set(column)]) : usedBy(bySubject, coefficient),
  );
  if (used.size === 1) {
    const code = codeOf(ratings, [...used][0]!);
    return [
      'constant-ratings',
      (names, isOne) =>
        `All ratings are the same (${code}), which cannot show agreement: ${names} ${isOne ? 'does' : 'do'} not exist.`,
    ];
  }
  if (n < 2)
    return [
      'too-few-subjects',
      (names, isOne) => `There is one subject to compare; ${names} ${isOne ? 'needs' : 'need'} two.`,
    ];
  if (id === 'pearson-r' && complete.some((column) => new Set(column).size === 1)) {
    return [
      'constant-rater',
      (names) => `One of the two raters gives the same rating to everybody: ${names} does not exist.`,
    ];
  }
  if (coefficient.test?.f === 0) {
    return [
      'subjects-alike',
      (names, isOne) => `The subjects have all the same mean rating: ${names} ${isOne ? 'does' : 'do'} not exist.`,
    ];
  }
  return [
    'not-estimable',
    (names, isOne) =>
      `${names} ${isOne ? 'does' : 'do'} not exist for these ratings: what ${isOne ? 'it is' : 'they are'} divided by is 0, or the values are too large.`,
  ];
}

/** The ratings of the subjects behind a coefficient that takes subjects by their number of ratings. */
function usedBy(bySubject: SortedRatings['bySubject'], { missing, ratings }: AgreementCoefficient): number[] {
  return bySubject.filter(({ length }) => (missing === 'most-rated' ? length === ratings : length > 1)).flat();
}
