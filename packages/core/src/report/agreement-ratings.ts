import type { MeasurementLevel, RatingTable } from './agreement-report-types.ts';

/** Ratings sorted out once for all coefficients. */
export interface SortedRatings extends RatingTable {
  readonly scale: MeasurementLevel;
  readonly subjects: number;
  /** ratings that are there */
  readonly given: number;
  /** the ratings of each subject, in the order of the raters, those missing left out */
  readonly bySubject: readonly (readonly number[])[];
  /** columns of the subjects that every rater rated */
  readonly complete: readonly Float64Array[];
  /** subjects that every rater rated */
  readonly completeSubjects: number;
  /** the largest number of ratings a subject has, and the number of subjects that have it */
  readonly most: number;
  readonly mostRated: number;
  /** distinct ratings, ascending; with stated codes all of these, used or not */
  readonly values: readonly number[];
}

const SCALES: readonly MeasurementLevel[] = ['nominal', 'ordinal', 'interval', 'ratio'];

/** @throws RangeError for a table that cannot be one of ratings on this scale */
export function sortedRatings(table: RatingTable, scale: MeasurementLevel): SortedRatings {
  const { raters, columns, codes } = table;
  if (!SCALES.includes(scale)) throw new RangeError(`Unexpected level of measurement: ${scale}.`);
  if (columns.length !== raters.length) {
    throw new RangeError(`Unexpected number of columns: ${columns.length}, expected ${raters.length}.`);
  }
  refuseTwice(raters, 'rater');
  refuseTwice(codes ?? [], 'code');
  if (codes !== undefined && (scale === 'interval' || scale === 'ratio')) {
    throw new RangeError(`Unexpected codes for ${scale} ratings: ${codes}.`);
  }
  const subjects = columns[0]?.length ?? 0;
  const bySubject: number[][] = Array.from({ length: subjects }, () => []);
  const found = new Set<number>();
  for (const column of columns) {
    if (column.length !== subjects) {
      throw new RangeError(`Unexpected column length: ${column.length}, expected ${subjects}.`);
    }
    for (let subject = 0; subject < subjects; subject++) {
      const rating = column[subject]!;
      if (Number.isNaN(rating)) continue;
      const isCode = codes === undefined || (Number.isInteger(rating) && rating >= 0 && rating < codes.length);
      if (!Number.isFinite(rating) || !isCode) throw new RangeError(`Unexpected rating: ${rating}.`);
      bySubject[subject]!.push(rating);
      found.add(rating);
    }
  }
  const most = bySubject.reduce((largest, { length }) => Math.max(largest, length), 0);
  const isComplete = bySubject.map(({ length }) => length === raters.length);
  const complete = columns.map((column) => Float64Array.from(column).filter((_, subject) => isComplete[subject]));
  return {
    ...table,
    scale,
    subjects,
    given: bySubject.reduce((sum, { length }) => sum + length, 0),
    bySubject,
    complete,
    completeSubjects: complete[0]?.length ?? 0,
    most,
    mostRated: most === 0 ? 0 : bySubject.filter(({ length }) => length === most).length,
    values: codes === undefined ? [...Float64Array.from(found).sort()] : codes.map((_, place) => place),
  };
}

/** How a rating reads. */
export const codeOf = ({ codes }: Pick<RatingTable, 'codes'>, rating: number): string =>
  codes?.[rating] ?? String(rating);

function refuseTwice(names: readonly string[], what: string): void {
  const seen = new Set<string>();
  for (const name of names) {
    if (seen.has(name)) throw new RangeError(`Unexpected ${what}: ${name}, which is there twice.`);
    seen.add(name);
  }
}
