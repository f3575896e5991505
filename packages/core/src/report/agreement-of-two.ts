import { type BlandAltmanFigure, blandAltman, testRetest } from '../agreement/index.ts';
import { momentsOfColumns } from '../moments/index.ts';
import type { SortedRatings } from './agreement-ratings.ts';
import type { AgreementCoefficient, AgreementFigure, LimitsOfAgreement } from './agreement-report-types.ts';
import { orNull } from './or-null.ts';

const COVERAGE = 0.95;

/** Pearson's correlation of two raters or occasions. */
export function correlationCoefficient(ratings: SortedRatings, level: number): AgreementCoefficient {
  const { complete, completeSubjects, subjects } = ratings;
  const { r, lower, upper } = testRetest(momentsOfColumns(complete), level);
  return {
    id: 'pearson-r',
    name: "Pearson's r",
    value: orNull(r),
    interval: { method: 'fisher', level, lower: orNull(lower), upper: orNull(upper) },
    n: completeSubjects,
    nDropped: subjects - completeSubjects,
    missing: 'listwise',
    ratings: 2,
    method: 'correlation of the two columns',
    reference: 'fisher-1915',
  };
}

/** Bland and Altman's limits of agreement of two raters, methods or occasions. */
export function limitsOfAgreement(ratings: SortedRatings, level: number): LimitsOfAgreement {
  const { raters, complete, completeSubjects, subjects } = ratings;
  const limits = blandAltman(momentsOfColumns(complete), { coverage: COVERAGE, level });
  const figure = ({ value, lower, upper }: BlandAltmanFigure): AgreementFigure => ({
    value: orNull(value),
    interval: { method: 'student-t', level, lower: orNull(lower), upper: orNull(upper) },
  });
  return {
    first: raters[0]!,
    second: raters[1]!,
    n: completeSubjects,
    nDropped: subjects - completeSubjects,
    coverage: COVERAGE,
    bias: figure(limits.bias),
    lower: figure(limits.lowerLimit),
    upper: figure(limits.upperLimit),
    sd: orNull(limits.sd),
    trend: orNull(limits.trend),
    reference: 'bland-altman-1999',
  };
}
