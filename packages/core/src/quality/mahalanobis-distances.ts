import { chiSquaredCdf } from '../distributions/index.ts';
import { solvePositiveDefinite } from '../linalg/index.ts';
import { type Moments, packedIndex } from '../moments/moments.ts';
import { type AnswerColumns, personsIn } from './answer-rows.ts';

/** How far each person is from the mean of all, in units of how answers vary together. */
export interface MahalanobisDistances {
  /** D squared */
  readonly squared: Float64Array;
  /** items answered: the degrees of freedom */
  readonly items: Float64Array;
  /** chance of a larger distance for normal answers */
  readonly p: Float64Array;
}

/**
 * Squared Mahalanobis distance D2 = (x - mean)' S^-1 (x - mean) of each person, with S the covariances, divisor n - 1, and
 * its upper tail of chi-square with one degree of freedom an item. With missing answers the items that were answered count
 * alone, each with its own mean and covariances. A large distance is unusual, not careless: a person with an uncommon view
 * has one too, and answers on few options are never normal, so the cut is strict (p < 0.001).
 *
 * @param columns NaN is a missing answer; keyed or not is the same
 * @param moments of the same items, such as `momentsOfColumns` of the complete persons or `emMoments` of all
 * @param divisor what co-moments are divided by, default `moments.n - 1` (after `emMoments`: `moments.n`)
 * @returns NaN for a person without an answer, and where the covariances of the answered items are singular
 * @throws RangeError for columns of different lengths, or another number of items than the moments have
 * @see Mahalanobis (1936); Meade & Craig (2012), doi:10.1037/a0028085; agrees with R `mahalanobis(x, colMeans(x), cov(x))`
 * @example mahalanobisDistances([[1, 2, 3, 9]], momentsOfColumns([[1, 2, 3, 9]])).squared[3] // 2.1339
 */
export function mahalanobisDistances(
  columns: AnswerColumns,
  moments: Moments,
  divisor: number = moments.n - 1,
): MahalanobisDistances {
  const persons = personsIn(columns);
  const k = columns.length;
  if (moments.means.length !== k) throw new RangeError(`Unexpected number of items: ${moments.means.length}, of ${k}.`);
  const squared = new Float64Array(persons).fill(NaN);
  const items = new Float64Array(persons);
  const p = new Float64Array(persons).fill(NaN);
  for (let person = 0; person < persons; person++) {
    const answered: number[] = [];
    for (let item = 0; item < k; item++) if (!Number.isNaN(columns[item]![person]!)) answered.push(item);
    items[person] = answered.length;
    if (answered.length === 0) continue;
    const deviations = answered.map((item) => columns[item]![person]! - moments.means[item]!);
    const covariances = answered.flatMap((i, row) =>
      answered.slice(0, row + 1).map((j) => moments.comoments[packedIndex(i, j)]! / divisor),
    );
    const solved = solvePositiveDefinite(covariances, deviations);
    if (solved === null) continue;
    squared[person] = deviations.reduce((sum, deviation, i) => sum + deviation * solved[i]!, 0);
    p[person] = chiSquaredCdf(squared[person]!, answered.length, 'upper');
  }
  return { squared, items, p };
}
