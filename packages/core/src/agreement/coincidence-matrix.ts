import type { RatingPatterns } from './rating-patterns.ts';

/**
 * How often two values met in one unit: every ordered pair of ratings of a unit counts 1 / (ratings of the unit - 1), so
 * that the matrix sums to the number of pairable ratings. `counts` is symmetric, flat, row by row, in the order of
 * `values`, which ascend. For scales of codes: k distinct values take k x k cells.
 */
export interface CoincidenceMatrix {
  readonly values: Float64Array;
  readonly counts: Float64Array;
}

/**
 * The coincidences of all units. A unit with one rating has none: nothing can agree or disagree with it.
 *
 * @see Hayes & Krippendorff (2007), doi:10.1080/19312450709336664
 * @example coincidencesOf(ratingPatternsOf([[1, 1], [1, 2]])).counts // Float64Array [2, 1, 1, 0]
 */
export function coincidencesOf(patterns: RatingPatterns): CoincidenceMatrix {
  const pairable = patterns.filter(({ ratings }) => ratings.length > 1);
  const values = distinct(pairable.flatMap(({ ratings }) => ratings));
  const places = placesOf(values);
  const counts = new Float64Array(values.length * values.length);
  for (const { ratings, units } of pairable) {
    const weight = units / (ratings.length - 1);
    const at = ratings.map((rating) => places.get(rating)!);
    for (let a = 0; a < at.length; a++) {
      for (let b = 0; b < at.length; b++) if (a !== b) counts[at[a]! * values.length + at[b]!]! += weight;
    }
  }
  return { values, counts };
}

/**
 * The coincidences of two sets of units together; a value that only one of them has keeps its coincidences.
 *
 * @example
 * const march = coincidencesOf(ratingPatternsOf([[1, 1], [1, 2]]));
 * const april = coincidencesOf(ratingPatternsOf([[2, 2]]));
 * mergeCoincidences(march, april).counts // [2, 1, 1, 2]
 */
export function mergeCoincidences(a: CoincidenceMatrix, b: CoincidenceMatrix): CoincidenceMatrix {
  const values = distinct([...a.values, ...b.values]);
  const places = placesOf(values);
  const counts = new Float64Array(values.length * values.length);
  for (const part of [a, b]) {
    const at = Array.from(part.values, (value) => places.get(value)!);
    for (let i = 0, c = 0; i < at.length; i++) {
      for (let j = 0; j < at.length; j++, c++) counts[at[i]! * values.length + at[j]!]! += part.counts[c]!;
    }
  }
  return { values, counts };
}

const distinct = (values: readonly number[]): Float64Array => Float64Array.from(new Set(values)).sort();

const placesOf = (values: Float64Array): Map<number, number> => new Map(Array.from(values, (value, i) => [value, i]));
