import { type AnswerColumns, personsIn } from './answer-rows.ts';

/**
 * The share of items each person left without an answer.
 *
 * @param columns NaN is a missing answer
 * @returns NaN without items
 * @throws RangeError for columns of different lengths
 * @see R `rowMeans(is.na(x))`
 * @example missingShares([[1], [NaN]])[0] // 0.5
 */
export function missingShares(columns: AnswerColumns): Float64Array {
  const persons = personsIn(columns);
  return Float64Array.from(
    { length: persons },
    (_, person) =>
      columns.reduce((count, column) => count + (Number.isNaN(column[person]!) ? 1 : 0), 0) / columns.length,
  );
}
