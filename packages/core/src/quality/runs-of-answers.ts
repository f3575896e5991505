import { type AnswerColumns, personsIn } from './answer-rows.ts';

/** Runs of the same answer to items one after another, a number a person. */
export interface RunsOfAnswers {
  /** items in the longest run ("longstring") */
  readonly longest: Float64Array;
  /** mean length of all runs */
  readonly average: Float64Array;
}

/**
 * How often in a row each person gave the same answer. A missing answer ends a run and belongs to none. Use it on items
 * shown in this order with the same options; a scale whose items all point one way invites honest runs, so the cut is
 * generous: half of the items.
 *
 * @param columns as given, in the order of the form
 * @returns NaN for a person without an answer
 * @throws RangeError for columns of different lengths
 * @see Johnson (2005), doi:10.1016/j.jrp.2004.09.009; Curran (2016), doi:10.1016/j.jesp.2015.07.006 (the cut); agrees with
 *   R `max(rle(x)$lengths)` and `mean(rle(x)$lengths)`
 * @example runsOfAnswers([[3], [3], [3], [2]]).longest[0] // 3
 */
export function runsOfAnswers(columns: AnswerColumns): RunsOfAnswers {
  const persons = personsIn(columns);
  const longest = new Float64Array(persons).fill(NaN);
  const average = new Float64Array(persons).fill(NaN);
  for (let person = 0; person < persons; person++) {
    let [answers, runs, length, most] = [0, 0, 0, 0];
    let last = NaN;
    for (const column of columns) {
      const answer = column[person]!;
      if (!Number.isNaN(answer)) {
        answers++;
        length = answer === last ? length + 1 : 1;
        if (length === 1) runs++;
        most = Math.max(most, length);
      }
      last = answer;
    }
    if (answers === 0) continue;
    longest[person] = most;
    average[person] = answers / runs;
  }
  return { longest, average };
}
