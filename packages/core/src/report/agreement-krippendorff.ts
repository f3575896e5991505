import { coincidencesOf, krippendorffAlpha, krippendorffBootstrap, ratingPatternsOf } from '../agreement/index.ts';
import { seededRandom } from '../random/index.ts';
import { MOST_CODES } from './agreement-kappas.ts';
import type { SortedRatings } from './agreement-ratings.ts';
import type { AgreementCoefficient } from './agreement-report-types.ts';
import { orNull } from './or-null.ts';

export interface BootstrapDraws {
  readonly draws: number;
  readonly seed: number;
}

const DIFFERENCES = {
  nominal: 'two ratings are the same or not',
  ordinal: 'two ratings differ by the ranks between them',
  interval: 'two ratings differ by their difference',
  ratio: 'two ratings differ by their difference over their sum',
} as const;

/** Krippendorff's alpha over the subjects with two ratings or more, whoever gave them. */
export function krippendorffCoefficient(
  { scale, bySubject, values, subjects }: SortedRatings,
  level: number,
  { draws, seed }: BootstrapDraws,
): AgreementCoefficient {
  const pairable = bySubject.filter(({ length }) => length > 1);
  const isTooMuch = values.length > MOST_CODES;
  const patterns = ratingPatternsOf(isTooMuch ? [] : pairable);
  const alpha = krippendorffAlpha(coincidencesOf(patterns), scale);
  const exists = !Number.isNaN(alpha);
  const bounds = exists
    ? krippendorffBootstrap(patterns, scale, { random: seededRandom(seed), draws, level })
    : { lower: NaN, upper: NaN, usable: 0 };
  const [first = 0] = pairable.map(({ length }) => length);
  return {
    id: 'krippendorff-alpha',
    name: "Krippendorff's alpha",
    value: orNull(alpha),
    interval: {
      method: 'bootstrap-percentile',
      level,
      lower: orNull(bounds.lower),
      upper: orNull(bounds.upper),
      bootstrap: { draws: exists ? draws : 0, usable: bounds.usable, seed },
    },
    n: pairable.length,
    nDropped: subjects - pairable.length,
    missing: 'rated-twice',
    ratings: pairable.every(({ length }) => length === first) ? first : null,
    method: `${scale}: ${DIFFERENCES[scale]}`,
    reference: 'hayes-krippendorff-2007',
  };
}
