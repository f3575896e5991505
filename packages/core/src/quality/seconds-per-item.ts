import { type AnswerColumns, personsIn } from './answer-rows.ts';

/**
 * Seconds a person took for each item answered. Below two seconds an item nobody can have read it.
 *
 * @param seconds from the first sight of the form to sending it, a number a person; NaN where unknown
 * @param columns NaN is a missing answer
 * @returns NaN where the time is unknown or negative (a clock was set), and for a person without an answer
 * @throws RangeError for columns of different lengths
 * @see Huang, Curran, Keeney, Poposki & DeShon (2012), doi:10.1007/s10869-011-9231-8
 * @example secondsPerItem([30], [[1], [2], [NaN]])[0] // 15
 */
export function secondsPerItem(seconds: ArrayLike<number>, columns: AnswerColumns): Float64Array {
  const persons = personsIn(columns);
  if (seconds.length !== persons) throw new RangeError(`Unexpected number of times: ${seconds.length}, of ${persons}.`);
  return Float64Array.from({ length: persons }, (_, person) => {
    const answered = columns.reduce((count, column) => count + (Number.isNaN(column[person]!) ? 0 : 1), 0);
    return answered > 0 && seconds[person]! >= 0 ? seconds[person]! / answered : NaN;
  });
}
