import type { AgreementCoefficient, LimitsOfAgreement, MeasurementLevel } from '@peerscale/core';
import { percent } from './number-text.ts';
import { quoted } from './safe-text.ts';

const share = (value: number): string => `${(100 * value).toFixed(1)}%`;

const BY: Readonly<Record<MeasurementLevel, string>> = {
  nominal: 'same or not',
  ordinal: 'ranks apart, squared',
  interval: 'differences, squared',
  ratio: 'differences over sums, squared',
};

/** One sentence that says what the value means; none where there is no value. */
export function agreementReading(coefficient: AgreementCoefficient, scale: MeasurementLevel): string[] {
  const { name, value } = coefficient;
  return value === null ? [] : [`${name}: ${reading(coefficient, value, scale)}.`];
}

function reading({ id, agreement, ratings }: AgreementCoefficient, value: number, scale: MeasurementLevel): string {
  const observed = share(agreement?.observed ?? 0);
  const expected = share(agreement?.expected ?? 0);
  const ofVariance =
    value < 0 || value > 1
      ? 'no variance between subjects is to be seen'
      : `${share(value)} of the variance is between subjects`;
  switch (id) {
    case 'cohen-kappa':
      return `both raters give the same code to ${observed} of subjects, by chance ${expected}; ${beyond(value)}`;
    case 'weighted-kappa-linear':
    case 'weighted-kappa-quadratic':
      return `near codes counting in part, the raters agree by ${observed}, by chance ${expected}; ${beyond(value)}`;
    case 'fleiss-kappa':
      return `two ratings of a subject, whoever gives them, are the same in ${observed} of cases, by chance ${expected}; ${beyond(value)}`;
    case 'krippendorff-alpha':
      return `ratings of the same subject differ ${share(1 - value)} as much as ratings drawn at random (${BY[scale]})`;
    case 'icc-1-1':
      return `one rating, whoever gives it: ${ofVariance}`;
    case 'icc-2-1':
      return `one rating by any such rater, differences in level between raters counted as error: ${ofVariance}`;
    case 'icc-3-1':
      return `one rating by one of these raters, differences in level between them not counted: ${ofVariance}`;
    case 'icc-1-k':
      return `the mean of ${ratings} ratings, whoever gives them: ${ofVariance}`;
    case 'icc-2-k':
      return `the mean of ${ratings} such raters, differences in level counted as error: ${ofVariance}`;
    case 'icc-3-k':
      return `the mean of these ${ratings} raters, differences in level not counted: ${ofVariance}`;
    case 'pearson-r':
      return `how far the two keep subjects apart alike, whatever their level and spread; they share ${share(value * value)} of variance`;
  }
}

const beyond = (kappa: number): string =>
  kappa < 0 ? 'less than chance would give' : `${share(kappa)} of the way from chance to perfect agreement`;

/** The limits in a sentence; none where there are none. */
export function limitsReading({ first, second, coverage, bias, lower, upper }: LimitsOfAgreement): string[] {
  if (bias.value === null || lower.value === null || upper.value === null) return [];
  const [low, middle, high] = [lower.value, bias.value, upper.value].map((value) =>
    String(Number(value.toPrecision(3))),
  );
  return [
    `${quoted(first, 40)} less ${quoted(second, 40)} is ${middle} on average; where differences are near normal, about ${percent(coverage)} of them lie between ${low} and ${high}.`,
  ];
}
