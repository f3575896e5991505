import {
  type IntraclassCorrelation,
  type IntraclassCorrelations,
  intraclassCorrelations,
  twoWayMeanSquaresOf,
} from '../agreement/index.ts';
import { momentsOfColumns } from '../moments/index.ts';
import type { SortedRatings } from './agreement-ratings.ts';
import type { AgreementCoefficient, AgreementCoefficientId } from './agreement-report-types.ts';
import { orNull } from './or-null.ts';

interface Form {
  readonly key: keyof IntraclassCorrelations;
  readonly id: AgreementCoefficientId;
  readonly name: string;
  readonly method: string;
}

const FORMS: readonly Form[] = [
  { key: 'icc1', id: 'icc-1-1', name: 'ICC(1,1)', method: 'one-way random effects, absolute agreement, one rating' },
  { key: 'icc2', id: 'icc-2-1', name: 'ICC(2,1)', method: 'two-way random effects, absolute agreement, one rating' },
  { key: 'icc3', id: 'icc-3-1', name: 'ICC(3,1)', method: 'two-way mixed effects, consistency, one rating' },
  { key: 'icc1k', id: 'icc-1-k', name: 'ICC(1,k)', method: 'one-way random effects, absolute agreement, mean rating' },
  { key: 'icc2k', id: 'icc-2-k', name: 'ICC(2,k)', method: 'two-way random effects, absolute agreement, mean rating' },
  { key: 'icc3k', id: 'icc-3-k', name: 'ICC(3,k)', method: 'two-way mixed effects, consistency, mean rating' },
];

const ROUNDING = 1e-9;

const isOneWay = ({ key }: Form): boolean => key === 'icc1' || key === 'icc1k';
const isAgreement = ({ key }: Form): boolean => key === 'icc2' || key === 'icc2k';

/**
 * The six intraclass correlations of the subjects that all raters rated. Where there is none, forms 2 and 3, which compare
 * raters, do not exist; form 1 asks only for as many ratings of each subject, and is given for the subjects with the most.
 */
export function intraclassCoefficients(ratings: SortedRatings, level: number): AgreementCoefficient[] {
  const { complete, completeSubjects, raters, bySubject, most, mostRated } = ratings;
  const crossed = correlationsOf(complete, level);
  const hasOwnRaters = completeSubjects === 0 && most > 1 && mostRated > 1;
  if (!hasOwnRaters) {
    const k = completeSubjects > 0 ? raters.length : most;
    return FORMS.map((form) => coefficient(form, crossed[form.key], ratings, completeSubjects, k, level));
  }
  const stacked = bySubject.filter(({ length }) => length === most);
  const columns = Array.from({ length: most }, (_, place) => Float64Array.from(stacked, (own) => own[place]!));
  const ownRaters = correlationsOf(columns, level);
  return FORMS.map((form) =>
    isOneWay(form)
      ? coefficient(form, ownRaters[form.key], ratings, mostRated, most, level)
      : coefficient(form, crossed[form.key], ratings, completeSubjects, raters.length, level),
  );
}

const correlationsOf = (columns: readonly Float64Array[], level: number): IntraclassCorrelations =>
  intraclassCorrelations(twoWayMeanSquaresOf(momentsOfColumns(columns)), level);

function coefficient(
  form: Form,
  { icc, f, df1, df2, p, lower, upper }: IntraclassCorrelation,
  { subjects, raters }: SortedRatings,
  n: number,
  k: number,
  level: number,
): AgreementCoefficient {
  // where subjects do not differ, the limits of form 2 come out away from the value: Satterthwaite's approximation divides
  // by what is near 0, and the step from one rating to k has a pole at -1 / (k - 1)
  const isAround = lower <= icc + ROUNDING && icc - ROUNDING <= upper;
  return {
    id: form.id,
    name: form.name,
    value: orNull(icc),
    interval: {
      method: isAgreement(form) ? 'f-satterthwaite' : 'f-distribution',
      level,
      lower: isAround ? orNull(lower) : null,
      upper: isAround ? orNull(upper) : null,
    },
    n,
    nDropped: subjects - n,
    missing: k === raters.length ? 'listwise' : 'most-rated',
    ratings: k,
    method: form.method,
    reference: 'shrout-fleiss-1979',
    test: { f: orNull(f), df1: orNull(df1), df2: orNull(df2), p: orNull(p) },
  };
}
