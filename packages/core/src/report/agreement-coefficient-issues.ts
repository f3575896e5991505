import { type Remark, reasonMissing } from './agreement-missing-reason.ts';
import type { SortedRatings } from './agreement-ratings.ts';
import type { AgreementCoefficient, AgreementIssue } from './agreement-report-types.ts';

/** Koo & Li (2016) ask for at least 30 subjects in studies of intraclass correlations. */
const ENOUGH_SUBJECTS = 30;
const ROUNDING = 1e-9;

/** Why coefficients are missing, or should be read with care: one issue for all of which the same holds. */
export function coefficientIssues(
  ratings: SortedRatings,
  coefficients: readonly AgreementCoefficient[],
): AgreementIssue[] {
  const groups = new Map<string, { remark: Remark; about: AgreementCoefficient[] }>();
  for (const coefficient of coefficients) {
    for (const remark of remarksOn(ratings, coefficient)) {
      const key = `${remark[0]}: ${remark[1]('', false)}`;
      const group = groups.get(key) ?? { remark, about: [] };
      group.about.push(coefficient);
      groups.set(key, group);
    }
  }
  return [...groups.values()].map(({ remark: [code, message], about }) => ({
    code,
    message: message(about.map(({ name }) => name).join(', '), about.length === 1),
    coefficients: about.map(({ id }) => id),
  }));
}

function remarksOn(ratings: SortedRatings, coefficient: AgreementCoefficient): Remark[] {
  const { value, interval, test, n } = coefficient;
  const { lower, upper, bootstrap } = interval;
  if (value === null) return [reasonMissing(ratings, coefficient)];
  const remarks: Remark[] = [];
  if (lower === null || upper === null) {
    const reason = whyNoInterval(coefficient);
    remarks.push(['no-interval', (names) => `${names}: ${reason}.`]);
  } else if (lower === upper && bootstrap?.usable !== 1) {
    remarks.push([
      'point-interval',
      (names) =>
        `${names}: the interval is a point, as these ratings show no sampling error; it does not say that there is none.`,
    ]);
  }
  if (bootstrap !== undefined && bootstrap.usable > 0 && bootstrap.usable < bootstrap.draws) {
    const lost = `${bootstrap.draws - bootstrap.usable} of ${bootstrap.draws}`;
    remarks.push([
      'unusable-draws',
      (names) =>
        `${names}: ${lost} bootstrap samples had ratings that were all alike, and were left out of the interval.`,
    ]);
  }
  if (value < 0) {
    remarks.push([
      'negative-coefficient',
      (names, isOne) =>
        `${names} ${isOne ? 'is' : 'are'} negative: ratings of the same subject agree less than chance would have them. Check that all raters use the scale the same way round.`,
    ]);
  }
  if (value > 1 + ROUNDING) {
    remarks.push([
      'improper-coefficient',
      (names, isOne) =>
        `${names} ${isOne ? 'is' : 'are'} above 1, where no reliability can be: the subjects differ less than their error alone would make them. Read it as none.`,
    ]);
  }
  if (test !== undefined && n < ENOUGH_SUBJECTS) {
    remarks.push([
      'few-subjects',
      () =>
        `There are ${n} subjects; for intraclass correlations ${ENOUGH_SUBJECTS} or more are advised (Koo & Li 2016).`,
    ]);
  }
  return remarks;
}

/** Why a coefficient that exists has no interval. */
function whyNoInterval({ id, interval, n }: AgreementCoefficient): string {
  if (interval.bootstrap !== undefined) return 'it exists in none of the samples drawn for its interval';
  if (id === 'icc-2-1' || id === 'icc-2-k') {
    return 'no interval, as its approximation fails where the subjects differ less than their error alone would make them';
  }
  return `${n === 1 ? 'one subject is' : `${n} subjects are`} too few for an interval`;
}
