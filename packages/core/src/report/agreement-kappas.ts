import {
  type CohenKappaResult,
  cohenKappa,
  contingencyTableOf,
  fleissKappa,
  type KappaWeights,
  ratingPatternsOf,
} from '../agreement/index.ts';
import type { SortedRatings } from './agreement-ratings.ts';
import type { AgreementCoefficient } from './agreement-report-types.ts';
import { orNull } from './or-null.ts';

/** A table of more codes than this is left out: it takes codes x codes cells. */
export const MOST_CODES = 1000;

const COHEN = {
  none: { id: 'cohen-kappa', name: "Cohen's kappa", method: 'two raters, only the same code is agreement' },
  linear: {
    id: 'weighted-kappa-linear',
    name: 'weighted kappa, linear',
    method: 'two raters, weights 1 - |i - j| / (k - 1) by the places of the codes',
  },
  quadratic: {
    id: 'weighted-kappa-quadratic',
    name: 'weighted kappa, quadratic',
    method: 'two raters, weights 1 - (i - j)^2 / (k - 1)^2 by the places of the codes',
  },
} as const satisfies Record<Extract<KappaWeights, string>, object>;

/** Cohen's kappa of two raters, over the subjects that both rated. */
export function cohenCoefficient(
  ratings: SortedRatings,
  weights: keyof typeof COHEN,
  level: number,
): AgreementCoefficient {
  const { complete, completeSubjects, subjects, values } = ratings;
  const result: CohenKappaResult | null =
    values.length > MOST_CODES
      ? null
      : cohenKappa(contingencyTableOf(complete[0]!, complete[1]!, values), { weights, level });
  const { kappa = NaN, lower = NaN, upper = NaN, observed = NaN, expected = NaN } = result ?? {};
  return {
    ...COHEN[weights],
    value: orNull(kappa),
    interval: { method: 'large-sample', level, lower: orNull(lower), upper: orNull(upper) },
    n: completeSubjects,
    nDropped: subjects - completeSubjects,
    missing: 'listwise',
    ratings: 2,
    reference: weights === 'none' ? 'cohen-1960' : 'cohen-1968',
    agreement: { observed: orNull(observed), expected: orNull(expected) },
  };
}

/** Fleiss' kappa over the subjects that have the most ratings: all raters', or as many by raters of their own. */
export function fleissCoefficient(ratings: SortedRatings, level: number): AgreementCoefficient {
  const { bySubject, most, mostRated, subjects } = ratings;
  const patterns = ratingPatternsOf(bySubject.filter(({ length }) => length === most));
  const { kappa, lower, upper, observed, expected } = fleissKappa(patterns, level);
  return {
    id: 'fleiss-kappa',
    name: most === 2 ? "Fleiss' kappa (Scott's pi)" : "Fleiss' kappa",
    value: orNull(kappa),
    interval: { method: 'student-t', level, lower: orNull(lower), upper: orNull(upper) },
    n: mostRated,
    nDropped: subjects - mostRated,
    missing: most === ratings.raters.length ? 'listwise' : 'most-rated',
    ratings: most,
    method: 'any raters, as many ratings for every subject',
    reference: 'fleiss-1971',
    agreement: { observed: orNull(observed), expected: orNull(expected) },
  };
}
