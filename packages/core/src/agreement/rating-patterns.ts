/** The ratings a unit got, ascending (who gave which does not matter), and how many units got just these. */
export interface RatingPattern {
  readonly ratings: readonly number[];
  readonly units: number;
}

/**
 * What agreement among any number of raters needs to know: the distinct sets of ratings, each with its number of units,
 * in ascending order, so that the same units give the same patterns (and the same bootstrap) however they were split.
 *
 * A unit is whatever is rated: a person, a text, an interview. Units may have different numbers of ratings. Few codes
 * make few patterns, whatever the number of units; continuous ratings make one a unit.
 */
export type RatingPatterns = readonly RatingPattern[];

/** The patterns of no unit: the neutral element of `mergeRatingPatterns`. */
export const emptyRatingPatterns: RatingPatterns = [];

/**
 * The patterns of two sets of units together: shards, teams or waves are added, never recounted. Exact.
 *
 * @example mergeRatingPatterns(ratingPatternsOf([[1, 1]]), ratingPatternsOf([[1, 1]])) // [{ ratings: [1, 1], units: 2 }]
 */
export function mergeRatingPatterns(a: RatingPatterns, b: RatingPatterns): RatingPatterns {
  return sortedPatterns([...a, ...b]);
}

/**
 * The patterns with one more unit. For many units use `ratingPatternsOf`.
 *
 * @param ratings one a rater, in any order; NaN where a rater did not rate the unit
 * @throws RangeError for an infinite rating
 * @example addToRatingPatterns(emptyRatingPatterns, [3, 1, NaN]) // [{ ratings: [1, 3], units: 1 }]
 */
export function addToRatingPatterns(patterns: RatingPatterns, ratings: ArrayLike<number>): RatingPatterns {
  return mergeRatingPatterns(patterns, ratingPatternsOf([ratings]));
}

/**
 * The patterns of units by raters. A unit that nobody rated is none.
 *
 * @param rows a row a unit, an entry a rater; NaN where a rater did not rate the unit
 * @throws RangeError for an infinite rating
 * @example ratingPatternsOf([[2, 1], [1, 2], [1, NaN]]) // [{ ratings: [1], units: 1 }, { ratings: [1, 2], units: 2 }]
 */
export function ratingPatternsOf(rows: Iterable<ArrayLike<number>>): RatingPatterns {
  const found: RatingPattern[] = [];
  for (const row of rows) {
    const ratings = Array.from(row)
      .filter((rating) => !Number.isNaN(rating))
      .map((rating) => rating + 0) // -0 is 0
      .sort((x, y) => x - y);
    for (const rating of ratings) if (!Number.isFinite(rating)) throw new RangeError(`Unexpected rating: ${rating}.`);
    if (ratings.length > 0) found.push({ ratings, units: 1 });
  }
  return sortedPatterns(found);
}

function sortedPatterns(patterns: readonly RatingPattern[]): RatingPatterns {
  const units = new Map<string, { ratings: readonly number[]; units: number }>();
  for (const pattern of patterns) {
    const key = pattern.ratings.join();
    const same = units.get(key);
    if (same === undefined) units.set(key, { ...pattern });
    else same.units += pattern.units;
  }
  return [...units.values()].sort((a, b) => inOrder(a.ratings, b.ratings));
}

function inOrder(a: readonly number[], b: readonly number[]): number {
  const place = a.findIndex((rating, i) => rating !== b[i]);
  return place >= 0 && place < b.length ? a[place]! - b[place]! : a.length - b.length;
}
